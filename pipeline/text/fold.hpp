#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace rapporteur {

// Length of the longest prefix that is well-formed UTF-8 (Unicode 15, table 3-7).
std::size_t valid_utf8_prefix(std::string_view bytes);

// `bytes` with every ill-formed sequence replaced by U+FFFD. `replaced` counts them.
std::string repaired_utf8(std::string_view bytes, std::size_t& replaced);

// The one form in which text is kept: NFC; no-break, thin and other fixed spaces as U+0020;
// U+2010 and U+2011 hyphens as "-"; soft hyphens, zero-width characters and byte order marks
// dropped; tabs kept. Takes well-formed UTF-8. Returns true when the result differs from `text`.
bool append_folded(std::string_view text, std::string& out);

// Case and accents removed and white space collapsed: for comparing names, never for showing.
std::string search_key(std::string_view text);

// Loads the tables the functions above need. They load by themselves on first use; a program with
// threads calls this before it starts them, because ICU's first use is not free of races.
void load_unicode_tables();

// Number of code points.
std::size_t length_utf8(std::string_view text);

// UTF-16 to UTF-8; the other encodings ICU knows by name ("windows-1252"). Unmappable: U+FFFD.
std::string to_utf8(std::string_view bytes, const char* charset);

}  // namespace rapporteur
