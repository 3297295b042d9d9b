#include "validators/reading/caption_reading.hpp"

#include <optional>

#include "pipeline/normalise/line_patterns.hpp"
#include "pipeline/text/words.hpp"
#include "validators/reading/scan.hpp"

namespace rapporteur {
namespace {

std::string_view named_group(const Pattern& pattern, const PatternMatch& match, const char* name) {
  const auto& groups = pattern.expression.named_groups();
  const auto found = groups.find(name);
  return found == groups.end() ? std::string_view()
                               : match.groups.at(static_cast<std::size_t>(found->second));
}

CaptionKind kind_of(const Pattern& pattern, const PatternMatch& match) {
  if (!named_group(pattern, match, "table").empty()) return CaptionKind::table;
  if (!named_group(pattern, match, "figure").empty()) return CaptionKind::figure;
  return CaptionKind::other;
}

// A title may be broken into lines; its number stands in the first.
std::optional<Caption> read(std::string_view whole, const Profile& profile) {
  const std::string_view text = trim(whole.substr(0, whole.find('\n')));
  for (const Pattern& pattern : profile.structure.captions) {
    const std::vector<PatternMatch> found = matches(text, pattern.expression.in(text));
    if (found.empty()) continue;
    const std::string_view label = named_group(pattern, found[0], "label");
    const std::size_t blank = label.find_first_of(" \t");
    if (blank == std::string_view::npos) continue;
    Caption caption;
    caption.word = label.substr(0, blank);
    caption.number = trim(label.substr(blank));
    caption.title = trim(named_group(pattern, found[0], "title"));
    const auto after = static_cast<std::size_t>(label.data() + label.size() - text.data());
    if (!caption.title.empty()) {
      const auto title = static_cast<std::size_t>(caption.title.data() - text.data());
      caption.dash = trim(text.substr(after, title - after));
    }
    caption.kind = kind_of(pattern, found[0]);
    return caption;
  }
  return {};
}

// "Table 2" in a column of a form names what the row is about.
bool is_cited_in_row(const Document& doc, BlockId id, const Caption& caption) {
  const CellId cell = doc.block(id).cell;
  if (!cell || !caption.title.empty()) return false;
  return doc.cell(cell).column_span < doc.table(doc.cell(cell).table).columns;
}

}  // namespace

std::vector<Caption> captions(const Document& doc, const Profile& profile) {
  std::vector<Caption> out;
  for (std::uint32_t i = 0; i < doc.blocks().size(); ++i) {
    const BlockId id{i};
    if (doc.block(id).kind != BlockKind::caption || doc.part_kind(id) != PartKind::body) continue;
    const std::string_view text = trim(doc.text(id));
    if (any_matches(profile.structure.continued, text)) continue;
    std::optional<Caption> caption = read(text, profile);
    if (!caption || is_cited_in_row(doc, id, *caption)) continue;
    caption->block = id;
    caption->scope = doc.scope_of(id);
    out.push_back(std::move(*caption));
  }
  return out;
}

}  // namespace rapporteur
