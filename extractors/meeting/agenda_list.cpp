#include <algorithm>
#include <utility>
#include <vector>

#include "extractors/meeting/agenda_lines.hpp"
#include "pipeline/text/clause_number.hpp"
#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

// A remark between two items is short; a text that has long left the agenda is not one.
constexpr int kMostRemarks = 8;
constexpr int kLargestGap = 3;
constexpr int kMostLeftOut = 10;  // items
constexpr std::string_view kGap = "   ";
constexpr int kBlocksBeforeList = 6;

// Whether `next` may follow `last` in an agenda: one level deeper from 1, or a little further on
// at the same or a higher level.
bool follows(const std::vector<int>& last, const std::vector<int>& next) {
  if (next.empty()) return false;
  if (last.empty()) return next.size() == 1 && next[0] <= 1;
  std::size_t same = 0;
  while (same < last.size() && same < next.size() && last[same] == next[same]) ++same;
  if (same == next.size()) return false;
  const int before = same < last.size() ? last[same] : 0;
  const bool near = next[same] > before && next[same] - before <= kLargestGap;
  const auto rest = next.begin() + static_cast<std::ptrdiff_t>(same) + 1;
  return near && std::all_of(rest, next.end(), [](int part) { return part <= 1; });
}

// Whether `next` may follow `last` in a document that is nothing but an agenda, which may leave out
// items that are not treated.
bool goes_on(const std::vector<int>& last, const std::vector<int>& next) {
  return !next.empty() && std::ranges::lexicographical_compare(last, next) &&
         next.size() <= last.size() + 1 && next[0] - last[0] <= kMostLeftOut;
}

// The numbers of "2.1"; "2.0" is 2 where each item on the first level has a zero.
std::vector<int> item_parts(const std::string& number) {
  std::vector<int> parts = number_parts(number);
  if (parts.size() == 2 && parts.back() == 0) parts.pop_back();
  return parts;
}

// The words before a gap; what stands behind it is in another column of the line.
TextRange before_gap(const Document& doc, TextRange range) {
  const std::size_t gap = std::min(doc.text(range).find(kGap), range.size());
  return {range.begin, range.begin + static_cast<std::uint32_t>(gap)};
}

class AgendaListReader {
 public:
  AgendaListReader(const DocumentScan& scan, const Wording& wording, Facts& facts)
      : doc_(scan.doc()),
        facts_(facts),
        headings_(scan, wording),
        ends_(wording.named("end")),
        is_agenda_(std::ranges::find(wording.list("kinds"), doc_.identity().kind) !=
                   wording.list("kinds").end()) {}

  void read() {
    for (BlockId id{0}; id.index < doc_.blocks().size() && !found_; ++id.index) {
      if (headings_.is_heading(id)) read_list(id);
    }
    if (!found_ && is_agenda_) read_whole();
  }

 private:
  void read_list(BlockId heading) {
    std::vector<int> last;
    std::vector<std::pair<BlockId, AgendaLine>> items;
    int remarks = 0;
    for (BlockId id{heading.index + 1}; id.index < doc_.blocks().size(); ++id.index) {
      const Block& block = doc_.block(id);
      if (block.kind == BlockKind::table || block.cell || block.part != doc_.block(heading).part)
        break;
      const std::string_view text = trim(doc_.text(id));
      if (text.empty()) continue;
      AgendaLine line = numbered_line(doc_, id);
      const std::vector<int> parts = item_parts(line.number);
      if (follows(last, parts)) {
        last = parts;
        items.emplace_back(id, std::move(line));
        remarks = 0;
      } else if (ends_list(id, items.empty()) || ++remarks > remarks_allowed(items.empty())) {
        break;
      }
    }
    if (items.size() < kLeastAgendaItems) return read_bullets(heading);
    for (const auto& [id, line] : items) add(id, line.number, line.title);
  }

  // An agenda whose title says so and no line of it: its items may be headings, with what is to be
  // known of each below them. Rules that it quotes are sentences.
  void read_whole() {
    std::vector<int> last;
    std::vector<std::pair<BlockId, AgendaLine>> items;
    for (BlockId id{0}; id.index < doc_.blocks().size(); ++id.index) {
      const Block& block = doc_.block(id);
      const std::string_view text = trim(doc_.text(id));
      if (block.kind == BlockKind::table || block.cell || text.ends_with('.')) continue;
      if (!items.empty() && matches(text, ends_)) break;
      AgendaLine line = numbered_line(doc_, id);
      const std::vector<int> parts = item_parts(line.number);
      if (items.empty() ? !follows(last, parts) : !goes_on(last, parts)) continue;
      last = parts;
      items.emplace_back(id, std::move(line));
    }
    if (items.size() < kLeastAgendaItems) return;
    for (const auto& [id, line] : items) add(id, line.number, line.title);
  }

  static int remarks_allowed(bool before_first) {
    return before_first ? kBlocksBeforeList : kMostRemarks;
  }

  bool ends_list(BlockId id, bool before_first) const {
    const bool heading = doc_.block(id).kind == BlockKind::heading;
    // Lines with the place and date may look like headings; the next clause has a number.
    const ClauseId clause = doc_.clause_of(id);
    if (before_first) return heading && clause && !doc_.clause(clause).number.empty();
    return heading || matches(trim(doc_.text(id)), ends_);
  }

  // An agenda whose items have bullets and no numbers, right under its heading.
  void read_bullets(BlockId heading) {
    std::vector<BlockId> items;
    for (BlockId id{heading.index + 1}; id.index < doc_.blocks().size(); ++id.index) {
      if (trim(doc_.text(id)).empty()) continue;
      if (doc_.block(id).kind != BlockKind::list_item || doc_.block(id).cell) break;
      if (matches(trim(doc_.text(id)), ends_)) break;
      items.push_back(id);
    }
    if (items.size() < kLeastAgendaItems) return;
    for (const BlockId id : items) {
      const AgendaLine line = numbered_line(doc_, id);
      add(id, line.number, line.title);
    }
  }

  void add(BlockId id, const std::string& number, TextRange title) {
    found_ = true;
    AgendaItem item;
    item.number = number;
    item.title = agenda_title(doc_, before_gap(doc_, title));
    facts_.add(std::move(item), id, {}, "agenda-list");
  }

  const Document& doc_;
  Facts& facts_;
  const AgendaHeadings headings_;
  const Patterns ends_;
  const bool is_agenda_;
  bool found_ = false;
};

}  // namespace

void extract_agenda_list(const DocumentScan& scan, const Wording& wording, Facts& facts) {
  AgendaListReader(scan, wording, facts).read();
}

}  // namespace rapporteur
