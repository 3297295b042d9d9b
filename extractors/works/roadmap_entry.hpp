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

  // `around`: the words above a table, or the sentence. A table with a column for groups leaves it
  // free for texts whose group it does not tell: those are not of the document's own
  // (`may_be_own`).
  void complete(RoadmapEntry& entry, const std::string& around, bool may_be_own = true) const;
  // The same for running text, which names the body with each number.
  void complete_from_text(RoadmapEntry& entry, const std::string& around) const;
  // Whether a text begins with the number of a deliverable.
  bool is_deliverable(std::string_view text) const;
  // The group that words name, in its short form; "" when they name none.
  std::string group_in(const std::string& words) const;
  // What a note in brackets behind a number says of the text: a name that stands alone is the one
  // that the text had before, "X.foo" -> "ex X.foo", or that of its work item.
  std::string relation_of(const std::string& note) const;

 private:
  void divide_number(RoadmapEntry& entry) const;
  void divide_body(RoadmapEntry& entry) const;
  std::string body_of_family(std::string_view family) const;
  void give_body(RoadmapEntry& entry, const std::string& around, bool own_group) const;

  const DocumentScan& scan_;
  const Wording& wording_;
  std::string own_group_;  // the group whose document this is
};

// From tables.
void read_roadmap_tables(const DocumentScan& scan, const Wording& wording,
                         const RoadmapEntries& entries, Facts& facts);

// From lists below words that tell their status: "SG13 published two Recommendations as follows:"
void read_roadmap_lists(const DocumentScan& scan, const Wording& wording,
                        const RoadmapEntries& entries, Facts& facts);

// From sentences: "SG17 consented two draft Recommendations: X.1471, X.1815."
void read_roadmap_sentences(const DocumentScan& scan, const Wording& wording,
                            const RoadmapEntries& entries, Facts& facts);

}  // namespace rapporteur
