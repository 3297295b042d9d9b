#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace rapporteur {

// A tag, or the text between two.
struct HtmlToken {
  enum class Kind { text, opens, closes, end };
  Kind kind = Kind::end;
  std::string name = {};             // of a tag, in lower case
  std::string_view attributes = {};  // as written
  std::string_view text = {};        // as written
  std::size_t offset = 0;            // where it begins
};

// Cuts an HTML text into tokens; comments, declarations, scripts and style sheets are passed over.
// Takes any tag soup. A copy goes on from where the original stands, to look ahead.
class HtmlTokens {
 public:
  explicit HtmlTokens(std::string_view html) : html_(html) {}
  HtmlToken next();

 private:
  HtmlToken tag();
  bool pass_markup();
  void pass_raw(std::string_view name);

  std::string_view html_;
  std::size_t at_ = 0;
};

// The value of an attribute of a tag with its references resolved, none where it is not there.
std::optional<std::string> html_attribute(std::string_view attributes, std::string_view name);

// The value of a property in a style attribute or rule, as written and without blanks at its ends:
// "bold" of "font-weight: bold; color: red"; "" where it is not there.
std::string css_value(std::string_view style, std::string_view property);

}  // namespace rapporteur
