#pragma once

#include <set>
#include <span>
#include <string>
#include <string_view>

#include "extractors/positions/position_reading.hpp"
#include "extractors/reading/document_scan.hpp"
#include "extractors/reading/grid.hpp"

namespace rapporteur {

// The names that the document itself gives as parties, in the columns of its tables and behind the
// documents that it goes through, and those that the profile knows.
class KnownParties {
 public:
  KnownParties(const DocumentScan& scan, const Wording& wording);

  // Whether the document has columns of parties: one that has none does not discuss by party.
  bool has_columns() const { return has_columns_; }
  void learn(const std::string& party) { names_.insert(key(party)); }
  // "Qualcomm" is known where "Qualcomm Germany" is; "LGE" is not where "LG Electronics" is.
  bool contains(const std::string& party) const;
  // Whether enough of them are known for a list to be one of parties.
  bool enough(std::span<const PartyReading> parties) const;
  // Whether a line begins with the name of a party and may be a list of them.
  bool leads(std::string_view line) const;

 private:
  void add_sources(const DocumentScan& scan, const Wording& wording);
  void add_column(const Grid& grid, std::uint32_t from, std::uint32_t column,
                  const Wording& wording);
  static std::string key(const std::string& party);

  const Profile& profile_;
  std::set<std::string> names_;
  bool has_columns_ = false;
};

}  // namespace rapporteur
