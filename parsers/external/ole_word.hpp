#pragma once

#include <string_view>

namespace rapporteur {

enum class OleWord {
  none,       // no OLE file, or none with a Word text in it
  readable,   // Word 97 to 2003
  encrypted,  // the same behind a password
  too_old,    // Word 6 and 95
};

// True when the bytes begin like a file of Office before 2007.
bool is_ole(std::string_view bytes);

// What Word file is in these bytes, by the head of its stream "WordDocument". Looks at few bytes
// of them and believes none.
OleWord ole_word(std::string_view bytes);

}  // namespace rapporteur
