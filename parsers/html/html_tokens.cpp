#include "parsers/html/html_tokens.hpp"

#include <algorithm>

#include "parsers/html/html_text.hpp"
#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

// The '>' of the tag that begins at `at`; one within quotes is none of it, unless the quote is
// never closed.
std::size_t tag_end(std::string_view html, std::size_t at) {
  const std::size_t first = html.find('>', at);
  for (std::size_t i = at; i < html.size(); ++i) {
    if (html[i] == '>') return i;
    if (html[i] != '"' && html[i] != '\'') continue;
    if (html[i - 1] != '=' && !is_space(html[i - 1])) continue;  // an apostrophe
    i = html.find(html[i], i + 1);
    if (i == html.npos) break;
  }
  return first;
}

bool begins_tag(std::string_view rest) {
  if (rest.size() < 2 || rest[0] != '<') return false;
  return is_alpha(rest[1]) || rest[1] == '!' || rest[1] == '?' ||
         (rest[1] == '/' && rest.size() > 2 && is_alpha(rest[2]));
}

bool is_raw(std::string_view name) { return name == "script" || name == "style"; }

}  // namespace

HtmlToken HtmlTokens::next() {
  while (at_ < html_.size()) {
    if (begins_tag(html_.substr(at_))) {
      if (html_[at_ + 1] == '!' || html_[at_ + 1] == '?') {
        if (pass_markup()) continue;
        break;
      }
      HtmlToken token = tag();
      if (is_raw(token.name) && token.kind == HtmlToken::Kind::opens) {
        pass_raw(token.name);
        continue;
      }
      return token;
    }
    const std::size_t begin = at_;
    do {
      at_ = std::min(html_.find('<', at_ + 1), html_.size());
    } while (at_ < html_.size() && !begins_tag(html_.substr(at_)));
    return {HtmlToken::Kind::text, {}, {}, html_.substr(begin, at_ - begin), begin};
  }
  at_ = html_.size();
  return {HtmlToken::Kind::end, {}, {}, {}, at_};
}

HtmlToken HtmlTokens::tag() {
  HtmlToken token;
  token.offset = at_;
  const bool closes = html_[at_ + 1] == '/';
  const std::size_t begin = at_ + (closes ? 2 : 1);
  const std::size_t close = std::min(tag_end(html_, begin), html_.size());
  const std::string_view inside = html_.substr(begin, close - begin);
  const std::size_t name_end = std::min(inside.find_first_of(" \t\r\n\f/"), inside.size());
  token.kind = closes ? HtmlToken::Kind::closes : HtmlToken::Kind::opens;
  token.name = lower_ascii(inside.substr(0, name_end));
  token.attributes = inside.substr(name_end);
  at_ = std::min(close + 1, html_.size());
  return token;
}

// Comments, declarations and Word's conditions (of those only the tag, not what it holds). False
// when the rest of the text is one.
bool HtmlTokens::pass_markup() {
  const bool comment = html_.substr(at_).starts_with("<!--");
  const std::string_view mark = comment ? "-->" : ">";
  const std::size_t end = html_.find(mark, at_ + 2);
  if (end == html_.npos) return false;
  at_ = end + mark.size();
  return true;
}

// To the tag that closes a script or style sheet.
void HtmlTokens::pass_raw(std::string_view name) {
  for (std::size_t at = html_.find("</", at_); at != html_.npos; at = html_.find("</", at + 2)) {
    if (!starts_with_ignoring_case(html_.substr(at + 2), name)) continue;
    at_ = at;
    return;
  }
}

std::optional<std::string> html_attribute(std::string_view attributes, std::string_view name) {
  std::size_t at = 0;
  while (true) {
    at = attributes.find_first_not_of(" \t\r\n\f/", at);
    if (at == attributes.npos) return {};
    std::size_t end = std::min(attributes.find_first_of("= \t\r\n\f/", at), attributes.size());
    if (end == at) end = at + 1;
    const std::string_view found = attributes.substr(at, end - at);
    std::size_t value = attributes.find_first_not_of(" \t\r\n\f", end);
    std::string_view text;
    at = end;
    if (value != attributes.npos && attributes[value] == '=') {
      value = std::min(attributes.find_first_not_of(" \t\r\n\f", value + 1), attributes.size());
      const char quote = value < attributes.size() ? attributes[value] : ' ';
      const bool quoted = quote == '"' || quote == '\'';
      const std::size_t close =
          quoted ? attributes.find(quote, value + 1) : attributes.find_first_of(" \t\r\n\f", value);
      at = std::min(close, attributes.size());
      text = attributes.substr(value + (quoted ? 1 : 0), at - value - (quoted ? 1 : 0));
      if (quoted && at < attributes.size()) ++at;
    }
    if (equals_ignoring_case(found, name)) return decode_html(text);
  }
}

std::string css_value(std::string_view style, std::string_view property) {
  for (const std::string_view entry : split(style, ';')) {
    const std::size_t colon = entry.find(':');
    if (colon == entry.npos) continue;
    if (!equals_ignoring_case(trim(entry.substr(0, colon)), property)) continue;
    return std::string(trim(entry.substr(colon + 1)));
  }
  return {};
}

}  // namespace rapporteur
