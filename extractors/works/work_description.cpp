#include "extractors/works/work_description.hpp"

#include <algorithm>

#include "extractors/reading/form.hpp"
#include "extractors/reading/grid.hpp"
#include "extractors/reading/match.hpp"
#include "extractors/reading/people.hpp"
#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

constexpr std::uint32_t kHead = 20;  // blocks, in which title and acronym stand

// "{A number to be provided}": a place that nobody has filled in.
bool is_blank(std::string_view words) {
  return words.empty() || words.front() == '{' || is_placeholder(words);
}

class DescriptionReader {
 public:
  DescriptionReader(const DocumentScan& scan, const Wording& wording, Facts& facts)
      : doc_(scan.doc()),
        scan_(scan),
        wording_(wording),
        facts_(facts),
        people_(scan.profile(), ""),
        editors_(wording.named("described-editors")),
        supporters_(wording.named("described-supporters")),
        timing_(wording.named("described-timing-column")) {}

  void read() {
    const Patterns called = wording_.named("description");
    const auto count = static_cast<std::uint32_t>(doc_.blocks().size());
    BlockId at{0};
    while (at.index < count && (doc_.block(at).cell || !scan_.found(at, called))) ++at.index;
    if (at.index == count) return;
    const BlockId end{std::min(at.index + kHead, count)};
    WorkItem item;
    item.title = value("described-title", at, end);
    item.reference = value("described-reference", at, end);
    if (item.reference.empty()) item.reference = value("described-id", at, end);
    item.timing = value("described-timing", at, end);
    if (item.title.empty()) return;
    for (BlockId id{at.index + 1}; id.index < count; ++id.index) read_block(id, item);
    facts_.add(std::move(item), at, {}, "description");
  }

 private:
  // What stands behind a label on one of the lines [begin, end).
  std::string value(std::string_view name, BlockId begin, BlockId end) const {
    for (BlockId id = begin; id < end; ++id.index) {
      if (doc_.block(id).cell) continue;
      std::string words = matched_group(collapse(doc_.text(id)), wording_.named(name), "value");
      if (!is_blank(words)) return words;
    }
    return {};
  }

  void read_block(BlockId id, WorkItem& item) {
    const Block& block = doc_.block(id);
    const ClauseId clause = doc_.clause_of(id);
    const std::string_view title = clause ? doc_.clause(clause).title : std::string_view();
    if (block.kind == BlockKind::table) {
      const Table& table = doc_.table(block.table);
      if (matches(title, supporters_)) add_supporters(table, item);
      add_timing(table, item);
    } else if (!block.cell && block.kind != BlockKind::heading && matches(title, editors_)) {
      const std::string words = collapse(doc_.text(id));
      if (words.empty() || is_blank(words)) return;
      for (std::string& name : people_.names_as_written(words, false))
        item.editors.push_back(std::move(name));
    }
  }

  // One name below the other, under the header.
  void add_supporters(const Table& table, WorkItem& item) const {
    const Grid grid(doc_, table);
    for (std::uint32_t row = 1; row < grid.rows(); ++row) {
      std::string name = grid.text(row, 0);
      if (name.ends_with('?')) name = std::string(trim(name.substr(0, name.size() - 1)));
      if (!is_blank(name)) item.supporters.push_back(std::move(name));
    }
  }

  // The last of the texts is what ends the work.
  void add_timing(const Table& table, WorkItem& item) const {
    for (std::uint32_t row = 0; row < std::min<std::uint32_t>(table.rows, kDeepestHeader); ++row) {
      const std::uint32_t column = scan_.column(table, row, timing_);
      if (column == kNoColumn) continue;
      const Grid grid(doc_, table);
      for (std::uint32_t below = row + 1; below < grid.rows(); ++below) {
        std::string when = grid.text(below, column);
        if (!is_blank(when)) item.timing = std::move(when);
      }
      return;
    }
  }

  const Document& doc_;
  const DocumentScan& scan_;
  const Wording& wording_;
  Facts& facts_;
  PeopleReader people_;
  const Patterns editors_;
  const Patterns supporters_;
  const Patterns timing_;
};

}  // namespace

void read_work_description(const DocumentScan& scan, const Wording& wording, Facts& facts) {
  DescriptionReader(scan, wording, facts).read();
}

}  // namespace rapporteur
