#include "extractors/positions/known_parties.hpp"

#include <algorithm>
#include <set>

#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

// One name in so many must be known for a list to be one of parties.
constexpr std::ptrdiff_t kKnownOf = 3;
constexpr std::size_t kLongestName = 40;  // bytes

}  // namespace

KnownParties::KnownParties(const DocumentScan& scan, const Wording& wording)
    : profile_(scan.profile()) {
  const Patterns columns = wording.named("known-party-column");
  for (const Table& table : scan.doc().tables()) {
    const Grid grid(scan.doc(), table);
    for (std::uint32_t row = 0; row < std::min(grid.rows(), kDeepestHeader); ++row) {
      const std::uint32_t column = scan.column(table, row, columns);
      if (column == kNoColumn) continue;
      add_column(grid, row + 1, column, wording);
      break;
    }
  }
  has_columns_ = !names_.empty();
  add_sources(scan, wording);
}

// Who submits a document of the meeting speaks there, too.
void KnownParties::add_sources(const DocumentScan& scan, const Wording& wording) {
  const Patterns lines = scan.profile().wording_of("decisions").named("document-line");
  std::set<std::string> read;  // a report has a hundred documents of one source
  for (BlockId id{0}; id.index < scan.doc().blocks().size(); ++id.index) {
    const Match* const line = scan.match(id, lines);
    if (line == nullptr) continue;
    const std::string source = words_at(scan.doc(), line->group("source"));
    if (!read.insert(source).second) continue;
    for (const PartyReading& party : read_party_list(source, wording)) learn(party.party);
  }
}

bool KnownParties::contains(const std::string& party) const {
  if (names_.contains(key(party))) return true;
  const Organization* known = profile_.organizations.find(party);
  return known != nullptr &&
         (known->kind == PartyKind::company || known->kind == PartyKind::institute);
}

bool KnownParties::enough(std::span<const PartyReading> parties) const {
  const auto known = std::ranges::count_if(
      parties, [&](const PartyReading& party) { return contains(party.party); });
  return known * kKnownOf >= static_cast<std::ptrdiff_t>(parties.size());
}

bool KnownParties::leads(std::string_view line) const {
  const std::string_view first = trim(line.substr(0, line.find_first_of(",;/(")));
  return !first.empty() && first.size() <= kLongestName && contains(std::string(first));
}

void KnownParties::add_column(const Grid& grid, std::uint32_t from, std::uint32_t column,
                              const Wording& wording) {
  for (std::uint32_t row = from; row < grid.rows(); ++row) {
    for (const PartyReading& party : read_parties(grid.text(row, column), wording)) {
      learn(party.party);
    }
  }
}

std::string KnownParties::key(const std::string& party) {
  const std::string_view name = trim(party);
  const auto end = std::ranges::find_if(name, is_space);
  return lower_ascii(name.substr(0, static_cast<std::size_t>(end - name.begin())));
}

}  // namespace rapporteur
