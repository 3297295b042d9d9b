#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "parsers/docx/sign_fonts.hpp"
#include "parsers/docx/word_story.hpp"
#include "pipeline/text/fold.hpp"

namespace rapporteur {
namespace {

// Neither control characters nor anything beyond ASCII: can be taken as it stands.
bool is_plain(std::string_view text) {
  bool odd = false;
  for (const char c : text) odd |= static_cast<unsigned char>(c - 0x20) >= 0x60;
  return !odd;
}

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

// Without xml:space="preserve" the white space at both ends is not part of the text.
std::string_view trimmed(std::string_view text) {
  while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
  return text;
}

std::string utf8(char32_t c) {
  return decode_references(fmt::format("&#{};", static_cast<std::uint32_t>(c)));
}

}  // namespace

void StoryReader::read_run() {
  const int here = xml_.depth();
  bool more = xml_.next(here);
  RunFormat format;
  if (more && xml_.name() == "w:rPr"_xml) {
    format = read_format();
    more = xml_.next(here);
  }
  apply_run_format(format);
  const std::uint32_t begin = builder_.offset();
  for (; more; more = xml_.next(here)) read_run_part();
  if (format.changed && builder_.offset() > begin) {
    note_change(RevisionKind::formatting, *format.changed, {begin, builder_.offset()});
  }
}

RunFormat StoryReader::read_format() {
  if (const RunFormat* const known = run_formats_.find(xml_)) return *known;
  const char* const inside = xml_.inside();
  const RunFormat format = read_run_format(xml_, wanted());
  if (!xml_.damage()) run_formats_.keep(xml_.passage_from(inside), format);
  return format;
}

// A toggle that both the paragraph's style and the character style switch on is off (17.7.3).
void StoryReader::apply_run_format(const RunFormat& format) {
  RunFormat shown = paragraph_format_;
  if (!format.style.empty()) {
    const WordStyle* const style = context_.definitions->styles().find(format.style);
    if (style != nullptr) {
      shown.apply(style->run);
      shown.marks =
          static_cast<std::uint16_t>(shown.marks & ~(paragraph_toggles_ & style->run.marks));
    }
  }
  shown.apply(format);
  run_.marks = shown.marks;
  run_.highlight = shown.highlight.value_or(Highlight::none);
  run_font_ = shown.font.value_or(SignFont::none);
}

void StoryReader::read_run_part() {
  switch (xml_.name()) {
    case "w:t"_xml:
    case "w:delText"_xml:
      return read_text();
    case "w:tab"_xml:
    case "w:ptab"_xml:
      return emit("\t", xml_.offset());
    case "w:br"_xml:
      return read_break();
    case "w:cr"_xml:
      return emit("\n", xml_.offset());
    case "w:noBreakHyphen"_xml:
      return emit("\xE2\x80\x91", xml_.offset());
    case "w:sym"_xml:
      return read_sign();
    case "w:fldChar"_xml:
      return read_field_mark();
    case "w:instrText"_xml:
    case "w:delInstrText"_xml:
      return read_instruction();
    case "w:footnoteReference"_xml:
      return read_note_reference(false);
    case "w:endnoteReference"_xml:
      return read_note_reference(true);
    case "w:commentReference"_xml:
      return read_comment_reference();
    case "w:drawing"_xml:
    case "w:pict"_xml:
    case "w:object"_xml:
      return read_object();
    case "w:ruby"_xml:
      return read_children(&StoryReader::read_ruby_part);
    default:
      if (xml_.name() == "w:rPr"_xml) return;
      read_wrapper(&StoryReader::read_run_part);
  }
}

// Only the base of a ruby is in the line; the reading above it is not.
void StoryReader::read_ruby_part() {
  if (xml_.name() != "w:rubyBase"_xml) return;
  read_children(&StoryReader::read_inline);
}

void StoryReader::read_break() {
  const std::string_view kind = value(xml_, "type");
  if (kind.empty() || kind == "textWrapping") return emit("\n", xml_.offset());
  page_break_ = true;
}

void StoryReader::read_text() {
  const bool keep = xml_.raw_attribute(Namespace::xml, "space") == "preserve";
  std::string_view text = xml_.content();
  if (!keep) text = trimmed(text);
  if (text.find('\n') == std::string_view::npos) return emit(text, xml_.content_offset());
  std::string one_line(text);
  std::ranges::replace(one_line, '\n', ' ');
  emit(one_line, xml_.content_offset());
}

void StoryReader::read_sign() {
  const std::string_view digits = value(xml_, "char");
  std::uint32_t code = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), code, 16);
  const SignFont font = sign_font(value(xml_, "font"));
  const char32_t sign = font == SignFont::none && code < 0xF000 ? code : sign_of(code, font);
  emit(utf8(sign == 0 ? code : sign), xml_.offset());
}

// `text` with what it must not hold repaired; `buffer` owns the result.
std::string_view StoryReader::cleaned(std::string_view text, std::string& buffer) {
  std::size_t replaced = 0;
  buffer =
      valid_utf8_prefix(text) == text.size() ? std::string(text) : repaired_utf8(text, replaced);
  repaired_ = repaired_ || replaced > 0;
  if (buffer.find('\xEF') != std::string::npos) buffer = sign_text(buffer, run_font_);
  return buffer;
}

void StoryReader::emit(std::string_view text, std::uint32_t source) {
  if (text.empty()) return;
  std::string buffer;
  if (!is_plain(text)) text = cleaned(text, buffer);
  if (fields_in_code_ > 0 && !is_past_instruction()) return add_to_instruction(text);
  if (hidden()) return add_removed(text);
  if (waiting_) {
    block_ = builder_.begin_block(spec_);
    text_begin_ = builder_.offset();
    waiting_ = false;
  }
  run_.source = source;
  run_.link = field_link() ? field_link() : link_;
  run_.revision = changes_.empty() ? RevisionId{} : changes_.back().id;
  RunSpec spec = run_;
  if (!changes_.empty()) spec.marks |= changes_.back().marks;
  if (fields_updated_ > 0) spec.marks |= static_cast<std::uint16_t>(Mark::in_field);
  if (page_break_ && builder_.offset() > text_begin_) builder_.text("\n", spec);
  page_break_ = false;
  builder_.text(text, spec);
}

void StoryReader::read_note_reference(bool endnote) {
  if (hidden() || fields_in_code_ > 0) return;
  const std::string_view own = value(xml_, "customMarkFollows");
  context_.references->notes.push_back({std::string(value(xml_, "id")), endnote,
                                        own == "1" || own == "true" || own == "on",
                                        builder_.offset(), section_});
}

void StoryReader::read_comment_reference() {
  if (hidden()) return;
  const std::uint32_t here = builder_.offset();
  context_.references->comments.try_emplace(std::string(value(xml_, "id")), TextRange{here, here});
}

// Marks of ranges that may begin and end anywhere. False when this is none of them.
bool StoryReader::read_anchor() {
  const std::uint32_t here = builder_.offset();
  switch (xml_.name()) {
    case "w:bookmarkStart"_xml:
      bookmarks_.emplace(value(xml_, "id"),
                         OpenBookmark{xml_.attribute(Namespace::word, "name").value_or(""), here});
      return true;
    case "w:bookmarkEnd"_xml:
      end_bookmark();
      return true;
    case "w:commentRangeStart"_xml:
      context_.references->comments.insert_or_assign(std::string(value(xml_, "id")),
                                                     TextRange{here, here});
      return true;
    case "w:commentRangeEnd"_xml: {
      const auto at = context_.references->comments.find(value(xml_, "id"));
      if (at != context_.references->comments.end())
        at->second.end = std::max(here, at->second.begin);
      return true;
    }
    default:
      return false;
  }
}

void StoryReader::end_bookmark() {
  const auto at = bookmarks_.find(value(xml_, "id"));
  if (at == bookmarks_.end()) return;
  builder_.bookmark(at->second.name, {at->second.begin, builder_.offset()});
  bookmarks_.erase(at);
}

}  // namespace rapporteur
