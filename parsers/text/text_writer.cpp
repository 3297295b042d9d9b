#include "parsers/text/text_writer.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "pipeline/text/symbol_font.hpp"
#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

using std::string_view_literals::operator""sv;

constexpr auto kBookmark = "[bookmark: "sv;
constexpr auto kReference = "[footnoteRef:"sv;
constexpr auto kImage = "[image: "sv;
constexpr int kMostSymbolsTold = 20;  // diagnostics of one document

// The length of a bracket with those inside it, or of all of `text` when it is never closed.
std::size_t bracket_length(std::string_view text) {
  int depth = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '[') ++depth;
    if (text[i] == ']' && --depth == 0) return i + 1;
  }
  return text.size();
}

std::string_view trim_end(std::string_view text) {
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  return text;
}

std::string_view inside_of(std::string_view bracket, std::size_t opening) {
  bracket.remove_prefix(std::min(opening, bracket.size()));
  if (bracket.ends_with(']')) bracket.remove_suffix(1);
  return trim(bracket);
}

}  // namespace

TextWriter::Occurrences TextWriter::occurrences(std::string_view source, char byte) {
  const char* const end = source.data() + source.size();
  const std::size_t first = source.find(byte);
  return {byte, source.data(), first == source.npos ? end : source.data() + first, end};
}

bool TextWriter::Occurrences::in(std::string_view piece) {
  const char* const begin = piece.data();
  if (begin < searched_from) return piece.find(byte) != piece.npos;  // a footnote, written last
  if (next < begin) {
    const std::string_view rest(begin, static_cast<std::size_t>(end - begin));
    const std::size_t found = rest.find(byte);
    searched_from = begin;
    next = found == rest.npos ? end : begin + found;
  }
  return next < begin + piece.size();
}

std::string_view TextWriter::take_bookmarks(std::string_view line) {
  if (!line.starts_with('[')) return line;
  while (line.starts_with(kBookmark)) {
    const std::size_t length = bracket_length(line);
    bookmarks_.push_back(inside_of(line.substr(0, length), kBookmark.size()));
    line.remove_prefix(length);
  }
  return trim(line);
}

void TextWriter::set_bookmarks() {
  const std::uint32_t here = builder_.offset();
  for (const std::string_view name : bookmarks_) builder_.bookmark(name, {here, here});
  bookmarks_.clear();
}

void TextWriter::words(std::string_view piece) {
  if (!bookmarks_.empty()) set_bookmarks();
  if (markdown_) return marked(piece);
  bracketed(piece);
}

// "[ ] words" and "[x] words": an item of a list that is to do, or done.
void TextWriter::marked(std::string_view piece) {
  const bool open = piece.starts_with("[ ] ");
  if (open || piece.starts_with("[x] ") || piece.starts_with("[X] ")) {
    gap(open ? "\xE2\x98\x90 " : "\xE2\x98\x92 ", piece);
    piece.remove_prefix(4);
  }
  for (const MarkdownSpan& part : markdown_spans(piece)) span(part);
}

void TextWriter::span(const MarkdownSpan& span) {
  if (span.picture) return builder_.object(ObjectKind::picture, span.text, span.target);
  look_.marks = span.marks;
  if (!span.target.empty()) look_.link = builder_.link(span.target);
  bracketed(span.text);
  look_ = {};
}

void TextWriter::bracketed(std::string_view piece) {
  if (!brackets_.in(piece)) return plain(piece);
  std::size_t at = 0;
  while (at < piece.size()) {
    const std::size_t open = piece.find('[', at);
    if (open == std::string_view::npos) break;
    const std::size_t length = bracket(piece.substr(open));
    if (length == 0) {  // a bracket of the text itself
      plain(piece.substr(at, open + 1 - at));
      at = open + 1;
      continue;
    }
    // The marker is written with a blank before it, which is not of the text.
    const std::string_view before = piece.substr(at, open - at);
    at = open + length;
    plain(trim(piece.substr(at)).empty() ? trim_end(before) : before);
  }
  plain(piece.substr(at));
}

void TextWriter::gap(std::string_view gap, std::string_view after) {
  builder_.text(gap, {.source = place(after)});
}

void TextWriter::plain(std::string_view piece) {
  if (piece.empty()) return;
  if (font_symbols_.in(piece)) return symbols(piece);
  look_.source = place(piece);
  builder_.text(piece, look_);
}

void TextWriter::symbols(std::string_view piece) {
  constexpr auto kFolded = static_cast<std::uint16_t>(Mark::folded);
  std::size_t from = 0;
  for (std::size_t at = piece.find(kFontSymbolByte); at != std::string_view::npos;
       at = piece.find(kFontSymbolByte, at + 1)) {
    const FontSymbol* const symbol = font_symbol(piece.substr(at));
    if (symbol == nullptr) continue;
    builder_.text(piece.substr(from, at - from), {.source = place(piece.substr(from))});
    builder_.text(symbol->shown, {.source = place(piece.substr(at)), .marks = kFolded});
    from = at + symbol->bytes.size();
    if (++symbols_told_ > kMostSymbolsTold) continue;
    builder_.diagnose(DiagnosticCode::converted,
                      fmt::format("a character of the Symbol font in the private use area is read "
                                  "as '{}'",
                                  symbol->shown));
  }
  builder_.text(piece.substr(from), {.source = place(piece.substr(from))});
}

// What stands in the bracket that `from` begins with goes to its place. Gives its length, or 0
// when it is text: then nothing of it has been searched for its end.
std::size_t TextWriter::bracket(std::string_view from) {
  const std::uint32_t here = builder_.offset();
  if (from.starts_with(kBookmark)) {
    const std::size_t length = bracket_length(from);
    builder_.bookmark(inside_of(from.substr(0, length), kBookmark.size()), {here, here});
    return length;
  }
  if (from.starts_with(kImage)) {
    const std::size_t length = bracket_length(from);
    builder_.object(ObjectKind::picture, inside_of(from.substr(0, length), kImage.size()), "");
    return length;
  }
  if (from.starts_with(kReference)) {
    const std::size_t length = bracket_length(from);
    reference(inside_of(from.substr(0, length), kReference.size()));
    return length;
  }
  return from.size() > 1 && is_digit(from[1]) ? footnote(from) : 0;
}

void TextWriter::reference(std::string_view number) {
  Note note;
  note.label = number;
  note.anchor = builder_.offset();
  note.blocks = {builder_.next_block(), builder_.next_block()};
  open_footnotes_[number] = footnotes_.size();
  footnotes_.push_back({builder_.note(std::move(note)), number, {}});
}

// "[1:  the words]" after a reference to 1; anything else in brackets is text.
std::size_t TextWriter::footnote(std::string_view from) {
  std::size_t colon = 1;
  while (colon < from.size() && is_digit(from[colon])) ++colon;
  if (colon == from.size() || from[colon] != ':') return 0;
  const auto open = open_footnotes_.find(from.substr(1, colon - 1));
  if (open == open_footnotes_.end()) return 0;
  const std::size_t length = bracket_length(from);
  footnotes_[open->second].text = inside_of(from.substr(0, length), colon + 1);
  open_footnotes_.erase(open);
  return length;
}

void TextWriter::finish() {
  set_bookmarks();
  if (footnotes_.empty()) return;
  const std::vector<Footnote> footnotes = std::move(footnotes_);
  footnotes_.clear();
  open_footnotes_.clear();
  builder_.begin_part("", PartKind::footnotes);
  for (const Footnote& note : footnotes) {
    const BlockId begin = builder_.next_block();
    if (!note.text.empty()) {
      builder_.begin_block({});
      words(note.text);
      builder_.end_block();
    } else {
      builder_.diagnose(DiagnosticCode::bad_reference,
                        fmt::format("footnote {} is referred to but not given", note.number));
    }
    builder_.note(note.id).blocks = {begin, builder_.next_block()};
  }
}

}  // namespace rapporteur
