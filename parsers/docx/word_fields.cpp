#include "parsers/docx/word_story.hpp"
#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

constexpr std::size_t kFieldDepth = 64;
// An instruction longer than so many paragraphs is not one: the mark that ends it is missing.
constexpr int kInstructionParagraphs = 3;

// The words of an instruction; text in quotation marks is one word.
std::vector<std::string> arguments(std::string_view instruction) {
  std::vector<std::string> out;
  std::string word;
  bool quoted = false;
  bool any = false;
  for (const char c : instruction) {
    if (c == '"') {
      quoted = !quoted;
      any = true;
    } else if (is_space(c) && !quoted) {
      if (any) out.push_back(word);
      word.clear();
      any = false;
    } else {
      word += c;
      any = true;
    }
  }
  if (any) out.push_back(word);
  return out;
}

// HYPERLINK "url" \l "place": where it leads.
std::string hyperlink_target(const std::vector<std::string>& words) {
  std::string url;
  std::string place;
  for (std::size_t i = 1; i < words.size(); ++i) {
    if (words[i] == "\\l" && i + 1 < words.size()) {
      place = words[++i];
    } else if (words[i] == "\\o" || words[i] == "\\t") {
      ++i;
    } else if (!words[i].starts_with('\\') && url.empty()) {
      url = words[i];
    }
  }
  return place.empty() ? url : url + "#" + place;
}

// REF name \h and PAGEREF name \h lead to a bookmark.
std::string reference_target(const std::vector<std::string>& words) {
  for (const std::string& word : words) {
    if (word == "\\h" && words.size() > 1) return "#" + words[1];
  }
  return {};
}

bool is_form(std::string_view kind) { return starts_with_ignoring_case(kind, "FORM"); }

}  // namespace

void StoryReader::read_field_mark() {
  if (hidden()) return;
  const std::string_view type = value(xml_, "fldCharType");
  if (type == "begin") {
    if (fields_.size() >= kFieldDepth) {
      ++fields_too_deep_;
      return;
    }
    OpenField field;
    field.begin = builder_.offset();
    field.link = field_link();
    read_field_data(field);
    fields_.push_back(std::move(field));
    ++fields_in_code_;
  } else if (fields_too_deep_ > 0) {
    if (type == "end") --fields_too_deep_;
  } else if (type == "separate" && !fields_.empty() && !fields_.back().in_result) {
    begin_field_result(fields_.back());
  } else if (type == "end" && !fields_.empty()) {
    end_field();
  }
}

// w:ffData of a check box in a form.
void StoryReader::read_field_data(OpenField& field) {
  const int here = xml_.depth();
  while (xml_.next(here)) {
    if (xml_.name() != "w:ffData"_xml) continue;
    const int inside = xml_.depth();
    while (xml_.next(inside)) {
      if (xml_.name() != "w:checkBox"_xml) continue;
      field.checked = false;
      const int box = xml_.depth();
      while (xml_.next(box)) {
        const bool is_default = xml_.name() == "w:default"_xml;
        if (is_default || xml_.name() == "w:checked"_xml) field.checked = is_on(xml_);
      }
    }
  }
}

void StoryReader::begin_field_result(OpenField& field) {
  field.in_result = true;
  field.begin = builder_.offset();
  --fields_in_code_;
  const std::vector<std::string> words = arguments(field.instruction);
  if (words.empty()) return;
  const bool is_link = equals_ignoring_case(words[0], "HYPERLINK");
  const bool refers =
      equals_ignoring_case(words[0], "REF") || equals_ignoring_case(words[0], "PAGEREF");
  const std::string target = is_link  ? hyperlink_target(words)
                             : refers ? reference_target(words)
                                      : std::string();
  if (!target.empty()) field.link = builder_.link(target);
  field.updated = !is_link && !is_form(words[0]);
  if (field.updated) ++fields_updated_;
  field.contents = equals_ignoring_case(words[0], "TOC");
  if (!field.contents) return;
  ++contents_;
  if (builder_.offset() == text_begin_) {
    spec_.kind = BlockKind::toc;
    respecify();
  }
}

void StoryReader::end_field() {
  const OpenField field = std::move(fields_.back());
  fields_.pop_back();
  if (!field.in_result) --fields_in_code_;
  if (field.updated) --fields_updated_;
  if (field.contents && --contents_ == 0 && builder_.offset() == text_begin_) {
    spec_.kind = BlockKind::paragraph;
    respecify();
  }
  const std::uint32_t end = builder_.offset();
  if (field.checked && field.begin == end && fields_in_code_ == 0) {
    emit(*field.checked ? "\xE2\x98\x92" : "\xE2\x98\x90", xml_.offset());
  }
  builder_.field(trim(field.instruction), {std::min(field.begin, end), builder_.offset()});
}

void StoryReader::read_simple_field() {
  if (hidden() || fields_.size() >= kFieldDepth) {
    return read_children(&StoryReader::read_inline);
  }
  OpenField field;
  field.instruction = xml_.attribute(Namespace::word, "instr").value_or("");
  field.link = field_link();
  ++fields_in_code_;
  begin_field_result(field);
  fields_.push_back(std::move(field));
  const std::size_t depth = fields_.size();
  read_children(&StoryReader::read_inline);
  while (fields_.size() >= depth) end_field();
}

void StoryReader::read_instruction() {
  const std::string_view text = xml_.content();
  if (!hidden()) add_to_instruction(text);
}

// To the innermost field that is still in its instruction: results of fields within an
// instruction are part of it.
void StoryReader::add_to_instruction(std::string_view text) {
  for (auto field = fields_.rbegin(); field != fields_.rend(); ++field) {
    if (field->in_result) continue;
    field->instruction += text;
    return;
  }
}

void StoryReader::close_runaway_fields() {
  if (fields_in_code_ == 0) return;
  for (OpenField& field : fields_) {
    if (!field.in_result && ++field.paragraphs > kInstructionParagraphs) close_runaway(field);
  }
}

void StoryReader::close_runaway(OpenField& field) {
  field.in_result = true;
  --fields_in_code_;
  builder_.diagnose(DiagnosticCode::bad_reference,
                    "a field's instruction does not end; the text behind it is kept");
}

// Whether text that is met is text, though a field's instruction has not ended: text of an
// instruction has an element of its own (w:instrText), and so has the result of a field within one.
bool StoryReader::is_past_instruction() {
  if (fields_.back().in_result || fields_.back().paragraphs == 0) return false;
  for (OpenField& field : fields_) {
    if (!field.in_result) close_runaway(field);
  }
  return true;
}

}  // namespace rapporteur
