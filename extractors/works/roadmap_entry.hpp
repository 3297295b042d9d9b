#pragma once

#include <string>
#include <string_view>

#include "extractors/extractor.hpp"

namespace rapporteur {

// The common scale: "in-force", "approved", "draft" and so on; "" when the words name no status.
std::string status_in(std::string_view words, const Wording& roadmap);

// Divides what one cell or phrase has of a text: a note behind its number, a group behind its body,
// a date in its status. Fills in whose text it is where nothing says so.
class RoadmapEntries {
 public:
  RoadmapEntries(const DocumentScan& scan, const Wording& wording);

  // `around`: the words above a table, or the sentence.
  void complete(RoadmapEntry& entry, const std::string& around) const;

 private:
  void divide_number(RoadmapEntry& entry) const;
  void divide_body(RoadmapEntry& entry) const;
  void give_body(RoadmapEntry& entry, const std::string& around) const;

  const DocumentScan& scan_;
  const Wording& wording_;
  std::string own_group_;  // the group whose document this is
};

// From sentences: "SG17 consented two draft Recommendations: X.1471, X.1815."
void read_roadmap_sentences(const DocumentScan& scan, const Wording& wording,
                            const RoadmapEntries& entries, Facts& facts);

}  // namespace rapporteur
