#include "parsers/html/html_paragraph.hpp"

#include <utility>

#include "parsers/text/list_marker.hpp"
#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }

// No-break spaces stand for empty paragraphs and the ends of labels.
std::string_view without_blanks(std::string_view text) {
  constexpr std::string_view kNoBreak = "\xC2\xA0";
  while (true) {
    text = trim(text);
    if (text.starts_with(kNoBreak)) {
      text.remove_prefix(kNoBreak.size());
    } else if (text.ends_with(kNoBreak)) {
      text.remove_suffix(kNoBreak.size());
    } else {
      return text;
    }
  }
}

}  // namespace

void HtmlParagraph::begin(const BlockSpec& spec, std::string style, std::string label) {
  end();
  open_ = true;
  spec_ = spec;
  style_ = std::move(style);
  label_ = std::move(label);
}

void HtmlParagraph::add(std::string_view text, const RunSpec& run) {
  std::string collapsed;
  for (const char c : text) {
    const bool blank = is_blank(c);
    if (!blank || !blank_last_) collapsed += blank ? ' ' : c;
    blank_last_ = blank;
  }
  if (!collapsed.empty()) pieces_.push_back({std::move(collapsed), run});
}

void HtmlParagraph::add_kept(std::string_view text, const RunSpec& run) {
  if (text.empty()) return;
  blank_last_ = is_blank(text.back());
  pieces_.push_back({std::string(text), run});
}

// The blanks of the source between the last word and the end of the paragraph.
void HtmlParagraph::trim_end() {
  while (!pieces_.empty()) {
    std::string& last = pieces_.back().text;
    last.resize(static_cast<std::size_t>(without_blanks("x" + last).size()) - 1);
    if (!last.empty()) return;
    pieces_.pop_back();
  }
}

bool HtmlParagraph::is_lone_number() const {
  if (spec_.kind != BlockKind::paragraph || !label_.empty() || builder_.in_table()) return false;
  std::string text;
  for (const Piece& piece : pieces_) text += piece.text;
  const std::string_view number = without_blanks(text);
  return number.find('.') != number.npos && rapporteur::is_lone_number(number);
}

void HtmlParagraph::end() {
  if (!open_) return;
  open_ = false;
  trim_end();
  if (is_lone_number() && number_.empty()) {
    number_ = std::exchange(pieces_, {});
    blank_last_ = true;
    return;
  }
  if (!number_.empty() && label_.empty()) {
    for (const Piece& piece : std::exchange(number_, {})) label_ += piece.text;
  }
  write();
}

void HtmlParagraph::settle() {
  end();
  if (number_.empty()) return;
  pieces_ = std::exchange(number_, {});
  spec_ = {};
  style_.clear();
  write();
}

void HtmlParagraph::write() {
  const std::string label(without_blanks(label_));
  spec_.style = style_;
  spec_.label = label;
  builder_.begin_block(spec_);
  for (const std::string& name : names_) {
    builder_.bookmark(name, {builder_.offset(), builder_.offset()});
  }
  for (const Piece& piece : pieces_) builder_.text(piece.text, piece.run);
  for (const std::string& picture : pictures_) builder_.object(ObjectKind::picture, picture, "");
  builder_.end_block();
  names_.clear();
  pictures_.clear();
  pieces_.clear();
  label_.clear();
  spec_ = {};
  blank_last_ = true;
}

}  // namespace rapporteur
