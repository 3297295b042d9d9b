#include <algorithm>

#include "parsers/docx/word_story.hpp"
#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

// Boxes within boxes are read again for each box around them, so their depth is a cost.
constexpr int kTextBoxDepth = 8;
constexpr int kStyleDepth = 64;  // styles based on one another; ends a circle too
constexpr int kBodyText = 9;     // the outline level that is none
constexpr std::uint16_t kToggles =
    static_cast<std::uint16_t>(Mark::bold) | static_cast<std::uint16_t>(Mark::italic) |
    static_cast<std::uint16_t>(Mark::struck) | static_cast<std::uint16_t>(Mark::capitals) |
    static_cast<std::uint16_t>(Mark::small_capitals) | static_cast<std::uint16_t>(Mark::hidden);

}  // namespace

StoryReader::StoryReader(std::string_view text, std::string_view part, const Context& context)
    : xml_(text, context.package->limits().xml_depth),
      part_(part),
      context_(context),
      builder_(*context.builder) {}

void StoryReader::read_blocks() {
  read_children(&StoryReader::read_block);
  end_joined();
}

void StoryReader::read_block() {
  switch (xml_.name()) {
    case "w:p"_xml:
      return read_paragraph();
    case "w:tbl"_xml:
      return read_table();
    case "w:sectPr"_xml:
      return read_section();
    case "w:altChunk"_xml:
      return read_chunk();
    default:
      if (!read_wrapper(&StoryReader::read_block)) read_inline();
  }
}

void StoryReader::finish() {
  end_joined();
  if (xml_.damage()) {
    builder_.diagnose(
        DiagnosticCode::damaged_part,
        part_ + " is damaged at byte " + std::to_string(*xml_.damage()) + "; what follows is lost");
  }
  if (xml_.too_deep()) {
    builder_.diagnose(DiagnosticCode::nesting,
                      part_ + " nests elements deeper than the limit; the deepest are left out");
  }
  if (repaired_) {
    builder_.diagnose(DiagnosticCode::bad_text, part_ + " holds bytes that are not UTF-8");
  }
  if (dropped_text_) {
    builder_.diagnose(
        DiagnosticCode::bad_table,
        part_ + " has text in cells that a merged cell covers; Word does not show it");
  }
}

void StoryReader::read_paragraph() {
  const int here = xml_.depth();
  last_paragraph_ = xml_.offset();
  // Before its properties, for they end the section that its text still belongs to.
  section_ = context_.references->sections.size();
  ParagraphFormat format;
  bool more = xml_.next(here);
  if (more && xml_.name() == "w:pPr"_xml) {
    format = read_properties();
    more = xml_.next(here);
  }
  const std::uint32_t begin = builder_.offset();
  begin_paragraph(format);
  for (; more; more = xml_.next(here)) read_inline();
  end_paragraph(format, begin);
}

std::string StoryReader::last_paragraph() const {
  if (!last_paragraph_) return {};
  XmlReader xml = xml_.at_child(*last_paragraph_);
  if (!xml.next(xml.depth())) return {};
  return xml.attribute(Namespace::word_2010, "paraId").value_or("");
}

ParagraphFormat StoryReader::read_properties() {
  if (const ParagraphFormat* const known = paragraph_formats_.find(xml_)) return *known;
  ParagraphFormat format;
  bool repeatable = true;
  const char* const inside = xml_.inside();
  const int here = xml_.depth();
  while (xml_.next(here)) {
    if (xml_.name() == "w:sectPr"_xml) {
      repeatable = false;  // a section is more than a format
      read_section();
    } else {
      read_paragraph_property(xml_, wanted(), format);
    }
  }
  if (repeatable && !xml_.damage()) {
    paragraph_formats_.keep(xml_.passage_from(inside), format);
  }
  return format;
}

// Whether the paragraph mark is not there in this view, so that the paragraph goes on with the
// next one (17.13.5.15 and 17.13.5.20).
bool StoryReader::is_gone(const ParagraphFormat& format) const {
  if (context_.view == View::final) return format.mark_deleted.has_value();
  return context_.view == View::original && format.mark_inserted.has_value();
}

BlockSpec StoryReader::spec_of(const ParagraphFormat& format, const WordStyle* style) const {
  BlockSpec spec;
  if (contents_ > 0) spec.kind = BlockKind::toc;
  spec.in_text_box = in_text_box_ > 0;
  if (style == nullptr) return spec;
  spec.style = style->name;
  const int outline = format.outline.value_or(style->outline.value_or(kBodyText));
  if (0 <= outline && outline < kBodyText) spec.outline = static_cast<std::uint8_t>(outline + 1);
  return spec;
}

std::string StoryReader::label_of(const ParagraphFormat& format, const WordStyle* style) {
  const bool direct = format.list.has_value();
  const std::optional<int> id = direct || style == nullptr ? format.list : style->list;
  if (!id || *id == 0) return {};
  WordNumbering& numbering = context_.definitions->numbering();
  const WordList* const list = numbering.find(*id);
  if (list == nullptr) return {};
  std::optional<int> level = format.list_level;
  if (!level && !direct) level = list->level_of_style(style->id);
  if (!level && !direct) level = list->level_of_style(style->list_style);
  if (!level && style != nullptr) level = style->list_level;
  const int at = std::clamp(level.value_or(0), 0, kListLevels - 1);
  if (!direct && !is_or_inherits(style, list->level(at).style)) return {};
  if (!counters_) counters_.emplace(numbering);
  return counters_->next(*id, at);
}

// Whether a level tied to the style `tied` (17.9.23 pStyle; "" for none) numbers paragraphs of
// `style`: Word neither numbers nor counts those of another style that names the same list.
bool StoryReader::is_or_inherits(const WordStyle* style, std::string_view tied) const {
  WordStyles& styles = context_.definitions->styles();
  if (tied.empty() || styles.find(tied) == nullptr) return true;
  for (int step = 0; style != nullptr && step < kStyleDepth; ++step) {
    if (style->id == tied) return true;
    style = styles.find(style->based_on);
  }
  return false;
}

void StoryReader::begin_paragraph(const ParagraphFormat& format) {
  WordStyles& styles = context_.definitions->styles();
  const WordStyle* style = format.style.empty() ? nullptr : styles.find(format.style);
  if (style == nullptr) style = styles.standard();
  paragraph_format_ = styles.defaults();
  paragraph_toggles_ = 0;
  if (style != nullptr) {
    paragraph_format_.apply(style->run);
    paragraph_toggles_ = style->run.marks & kToggles;
  }
  page_break_ = false;
  if (hidden()) return;
  const bool gone = is_gone(format);
  if (joined_ && gone) return;
  const std::string label = gone ? std::string() : label_of(format, style);
  spec_ = spec_of(format, style);
  spec_.label = label;
  if (joined_) {
    builder_.respecify(block_, spec_);
  } else if (gone) {
    waiting_ = true;
  } else {
    block_ = builder_.begin_block(spec_);
    text_begin_ = builder_.offset();
  }
  spec_.label = {};
}

void StoryReader::respecify() {
  if (!waiting_ && block_ && !hidden()) builder_.respecify(block_, spec_);
}

void StoryReader::end_paragraph(const ParagraphFormat& format, std::uint32_t begin) {
  close_runaway_fields();
  if (hidden()) return add_removed("\n");
  const std::uint32_t end = builder_.offset();
  if (format.mark_inserted) {
    note_change(RevisionKind::paragraph_inserted, *format.mark_inserted, {end, end});
  }
  if (format.mark_deleted) {
    note_change(RevisionKind::paragraph_deleted, *format.mark_deleted, {end, end});
  }
  if (format.changed) {
    note_change(RevisionKind::formatting, *format.changed, {std::min(begin, end), end});
  }
  joined_ = is_gone(format) && !waiting_;
  waiting_ = false;
  if (joined_) return;
  if (!is_gone(format)) builder_.end_block();
  read_text_boxes();
}

void StoryReader::end_joined() {
  if (!joined_) return;
  joined_ = false;
  builder_.end_block();
  read_text_boxes();
}

// Boxes are read behind the paragraph they are anchored in, so that its text stays in one piece.
void StoryReader::read_text_boxes() {
  if (text_boxes_.empty()) return;
  if (in_text_box_ >= kTextBoxDepth) {
    builder_.diagnose(DiagnosticCode::nesting, "text boxes are nested too deep to be read");
    text_boxes_.clear();
    return;
  }
  std::vector<XmlReader> boxes = std::move(text_boxes_);
  text_boxes_.clear();
  std::vector<OpenField> fields = std::move(fields_);
  fields_.clear();
  const int in_code = std::exchange(fields_in_code_, 0);
  const int updated = std::exchange(fields_updated_, 0);
  const int contents = std::exchange(contents_, 0);
  std::optional<ListCounters> counters = std::move(counters_);
  ++in_text_box_;
  for (XmlReader& box : boxes) {
    counters_.reset();  // the lists of a box count for themselves
    std::swap(xml_, box);
    read_blocks();
    std::swap(xml_, box);
  }
  --in_text_box_;
  counters_ = std::move(counters);
  fields_ = std::move(fields);
  fields_in_code_ = in_code;
  fields_updated_ = updated;
  contents_ = contents;
}

void StoryReader::read_inline() {
  switch (xml_.name()) {
    case "w:r"_xml:
      return read_run();
    case "w:fldSimple"_xml:
      return read_simple_field();
    case "m:oMath"_xml:
    case "m:oMathPara"_xml:
      return read_math();
    case "w:p"_xml:
      end_joined();
      return read_paragraph();
    case "w:tbl"_xml:
      return read_table();
    default:
      if (!read_anchor()) read_wrapper(&StoryReader::read_inline);
  }
}

}  // namespace rapporteur
