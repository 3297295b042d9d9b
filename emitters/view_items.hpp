#pragma once

#include <string>
#include <unordered_map>

#include "emitters/position_groups.hpp"
#include "emitters/results_json.hpp"
#include "emitters/roadmap_records.hpp"
#include "emitters/view.hpp"

namespace rapporteur {

// How a document is called and linked to in a report.
struct Owner {
  std::string label;
  std::string anchor;
};
using Owners = std::unordered_map<std::string, Owner>;  // by path

// One record of the results as templates see it: the members of the contract, and beside them the
// texts a report writes. Labels and owners must outlive it.
class ItemViews {
 public:
  ItemViews(const Labels& labels, const Owners& owners) : labels_(labels), owners_(owners) {}

  Json document(const DocumentRecord& record) const;
  Json fact(const LocatedFact& fact) const;
  Json finding(const LocatedFinding& finding) const;
  Json unclaimed(const UnreadPassage& passage) const;
  Json position_group(const PositionGroup& group) const;
  Json roadmap_record(const RoadmapRecord& record) const;
  // Adds `<member>_label`: what reports call the word in `member`.
  void add_label(Json& json, const char* member) const;

  // Adds `document_label` and `document_anchor`.
  void add_owner(Json& json, const std::string& path) const;

 private:
  const Labels& labels_;
  const Owners& owners_;
};

// `has_<list>` beside every list: a template asks it once, outside the loop.
void add_questions(Json& json);

// "4 decisions", "1 vote".
std::string quantity(std::size_t count, std::string_view one);

}  // namespace rapporteur
