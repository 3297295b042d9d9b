#include "validators/numbering/list_reading.hpp"

#include <map>

#include "pipeline/text/words.hpp"
#include "validators/reading/scan.hpp"

namespace rapporteur {
namespace {

// "1)" or "a." in front of an item: from the automatic label, or written out.
std::string label_of(const Document& doc, BlockId id) {
  const std::string_view automatic = trim(doc.label(id));
  if (!automatic.empty()) return std::string(automatic);
  const std::string_view text = trim(doc.text(id));
  const bool letter = text.size() > 1 && 'a' <= text[0] && text[0] <= 'z' && text[1] == ')';
  if (text.empty() || (!is_digit(text[0]) && !letter)) return {};
  const std::vector<PatternMatch> written =
      matches(doc.text(id), compiled(R"(^\s*(\d{1,2}[).]|[a-z]\))\s)"));
  return written.empty() ? std::string() : std::string(written[0].groups[1]);
}

}  // namespace

std::vector<std::vector<ListItem>> lists(const Document& doc) {
  std::vector<std::vector<ListItem>> all;
  std::map<int, std::vector<ListItem>> open;
  const auto close_from = [&](int level) {
    for (auto it = open.lower_bound(level); it != open.end(); it = open.erase(it)) {
      all.push_back(std::move(it->second));
    }
  };
  for (std::uint32_t i = 0; i < doc.blocks().size(); ++i) {
    const BlockId id{i};
    const Block& block = doc.block(id);
    if (block.kind != BlockKind::list_item || !is_prose(doc, id)) {
      close_from(0);
      continue;
    }
    if (trim(doc.text(id)).empty()) continue;  // a blank paragraph in the style of a list
    close_from(block.level + 1);
    open[block.level].push_back({id, label_of(doc, id), trim(doc.text(id))});
  }
  close_from(0);
  return all;
}

}  // namespace rapporteur
