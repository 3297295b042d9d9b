#pragma once

#include <string>
#include <string_view>

namespace rapporteur {

// What each format needs so that a document's words stay words. All take well-formed UTF-8; control
// characters and the marks that turn the reading direction of what follows are dropped, line ends
// become blanks.

// Plain text and terminals.
std::string plain(std::string_view text);

// Elements and quoted attributes of HTML and XML.
std::string html_escaped(std::string_view text);

// A cell, a list item or a sentence of GitHub-flavoured Markdown.
std::string markdown_escaped(std::string_view text);

// A field of RFC 4180, in quotes where needed, its line ends kept. A spreadsheet takes a field that
// begins with one of = + - @ for a formula: an apostrophe goes before it.
std::string csv_escaped(std::string_view text);

// A text without the apostrophe that csv_escaped put before a formula.
std::string_view without_formula_guard(std::string_view field);

// A value of RFC 5545: \\ \; \, and \n.
std::string calendar_escaped(std::string_view text);

}  // namespace rapporteur
