#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "pipeline/model/deliverable.hpp"

namespace rapporteur {

// Puts what a number, a body or a group says besides where it belongs: the edition, the stage of a
// draft, the group, the Question. Fills in the body that alone has numbers like this.
void settle_names(Deliverable& entry);

// What tells a deliverable from others: body and number, or else body, group and title.
std::string roadmap_key(const Deliverable& entry);

// The names by which statements call their deliverables: a text has one before it gets its number
// and another one after that, and a text of two bodies has a number of each.
class RoadmapNames {
 public:
  explicit RoadmapNames(const std::vector<Deliverable>& entries);

  // The key of the deliverable that is stated, the same for all its names. An entry that names no
  // body is of the only body that has its number.
  std::string key(const Deliverable& entry) const;
  // Whether the number is the one that the deliverable has in the end, not a former name.
  bool is_final(const Deliverable& entry) const;

 private:
  using Keys = std::map<std::string, std::set<std::string>>;

  void add(const Deliverable& entry);
  std::string own_key(const Deliverable& entry) const;

  Keys bodies_;  // of each number
  Keys others_;  // keys of further names -> those that the deliverables have in the end
};

}  // namespace rapporteur
