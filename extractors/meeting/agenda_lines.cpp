#include "extractors/meeting/agenda_lines.hpp"

#include <algorithm>

#include "pipeline/text/clause_number.hpp"
#include "pipeline/text/words.hpp"

namespace rapporteur {

std::string number_alone(std::string_view text) {
  if (text.ends_with(')')) text.remove_suffix(1);
  if (text.starts_with('(')) text.remove_prefix(1);
  const std::string line = std::string(text) + "\tx";
  return std::string(split_number(line).number);
}

TextRange first_line(const Document& doc, TextRange range) {
  const std::size_t end = std::min(doc.text(range).find('\n'), range.size());
  return trimmed(doc, {range.begin, range.begin + static_cast<std::uint32_t>(end)});
}

AgendaLine typed_line(const Document& doc, TextRange words) {
  const std::string_view text = doc.text(words);
  const NumberedText parts = split_number(text);
  if (parts.number.empty() || parts.title.empty()) return {"", words};
  const auto skipped = static_cast<std::uint32_t>(parts.title.data() - text.data());
  return {std::string(parts.number), trimmed(doc, {words.begin + skipped, words.end})};
}

AgendaLine numbered_line(const Document& doc, BlockId id) {
  const TextRange words = trimmed(doc, doc.block(id).text);
  const std::string_view label = trim(doc.label(id));
  if (!label.empty()) return {number_alone(label), words};
  return typed_line(doc, words);
}

std::string agenda_title(const Document& doc, TextRange range) {
  std::string title = words_at(doc, range);
  while (title.ends_with('.') && !title.ends_with("...")) title.pop_back();
  return title;
}

AgendaHeadings::AgendaHeadings(const DocumentScan& scan, const Wording& wording)
    : scan_(scan), trigger_(wording.named("trigger")), headings_(wording.named("heading")) {}

bool AgendaHeadings::is_heading(BlockId id) const {
  const Document& doc = scan_.doc();
  const Block& block = doc.block(id);
  if (block.cell || block.kind == BlockKind::toc || block.kind == BlockKind::table) return false;
  // "- the draft agenda" in a list is one of several things.
  const bool item = block.kind == BlockKind::list_item;
  if (item && number_alone(trim(doc.label(id))).empty()) return false;
  if (!scan_.found(id, trigger_)) return false;
  const TextRange words = trimmed(doc, block.text);
  return says_agenda(doc.text(words)) || says_agenda(doc.text(numbered_line(doc, id).title));
}

// A heading may hold several lines: "Annex B", "Draft agenda", the place and date.
bool AgendaHeadings::says_agenda(std::string_view text) const {
  for (const std::string_view line : split(text, '\n')) {
    if (matches(trim(line), headings_)) return true;
  }
  return false;
}

}  // namespace rapporteur
