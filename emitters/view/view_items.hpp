#pragma once

#include <string>
#include <unordered_map>

#include "emitters/roadmap/roadmap_records.hpp"
#include "emitters/view/position_groups.hpp"
#include "emitters/view/view.hpp"

namespace rapporteur {

// How a document is called and linked to in a report.
struct Owner {
  std::string label;
  std::string anchor;
};
using Owners = std::unordered_map<std::string, Owner>;  // by path

// The records of the results as templates see them: the members of the contract, and beside them
// the texts a report writes. Results and labels must outlive it.
class ItemViews {
 public:
  ItemViews(const Results& results, const Labels& labels);

  Shown document(const DocumentRecord& record) const;
  // Of the results; made once, so that it is shared wherever it stands.
  const Shown& fact(const LocatedFact& fact) const;
  Shown finding(const LocatedFinding& finding) const;
  Shown unclaimed(const UnreadPassage& passage) const;
  Shown position_group(const PositionGroup& group) const;
  Shown roadmap_record(const RoadmapRecord& record) const;

  // Adds `<member>_label`: what reports call the word in `member`.
  void add_label(Shown& view, std::string_view member) const;
  // Adds `document_label` and `document_anchor`.
  void add_owner(Shown::Members& members, const std::string& path) const;

 private:
  Shown made(const LocatedFact& fact) const;

  const Results& results_;
  const Labels& labels_;
  Owners owners_;
  std::vector<Shown> facts_;  // in the order of the results
};

// `has_<list>` beside every list: a template asks it once, outside the loop.
void add_questions(Shown& view);

}  // namespace rapporteur
