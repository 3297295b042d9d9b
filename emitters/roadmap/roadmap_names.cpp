#include "emitters/roadmap/roadmap_names.hpp"

#include <algorithm>
#include <utility>

#include "emitters/roadmap/roadmap_rules.hpp"
#include "pipeline/text/fold.hpp"
#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

constexpr int kMostNames = 4;  // that one text had, one after the other

std::string compact(std::string_view text) {
  std::string key = search_key(text);
  std::erase(key, ' ');
  return key;
}

// "X.1981" behind "ISO/IEC 27981 | " is of the body that its own number names.
Deliverable part_of(const Deliverable& entry, std::string_view number) {
  Deliverable part;
  part.number = trim(number);
  part.body = roadmap_rules().body_in(part.number);
  const TypeRule* const type = roadmap_rules().type(part.number);
  if (part.body.empty() && type != nullptr) part.body = type->body;
  if (part.body.empty()) part.body = entry.body;
  return part;
}

// The other names that an entry tells of its text.
std::vector<Deliverable> other_names(const Deliverable& entry) {
  std::vector<Deliverable> names;
  Deliverable former = entry;
  former.number = roadmap_rules().former_name(entry.relation);
  if (!former.number.empty()) names.push_back(std::move(former));
  if (entry.number.find('|') == std::string::npos) return names;
  for (const std::string_view part : split(entry.number, '|')) {
    names.push_back(part_of(entry, part));
  }
  return names;
}

// What the number says.
void divide_number(Deliverable& entry) {
  const RoadmapRules& rules = roadmap_rules();
  const std::string name = rules.take_name(entry.number);
  if (!name.empty() && entry.relation.find(name) == std::string::npos) {
    entry.relation += entry.relation.empty() ? name : ", " + name;
  }
  std::string number = entry.number;
  const std::string edition = rules.take_edition(number);
  if (entry.edition.empty() || search_key(entry.edition) == search_key(edition)) {
    entry.number = std::move(number);
    entry.edition = edition.empty() ? entry.edition : edition;
  }
  const std::string stage = rules.take_stage(entry.number);
  if (stage.empty() || !entry.status.empty() || !entry.status_as_written.empty()) return;
  entry.status_as_written = stage;
  entry.status = rules.status_told(stage);
}

// What stands in the column of something else.
void divide_body(Deliverable& entry) {
  const RoadmapRules& rules = roadmap_rules();
  const std::string body = rules.body_in(entry.body);
  const std::string group = rules.group_behind(body, entry.body);
  if (!group.empty()) {
    entry.body = body;
    if (entry.group.empty()) entry.group = group;
  }
  std::string question = rules.take_question(entry.group);
  if (entry.question.empty()) entry.question = std::move(question);
}

}  // namespace

void settle_names(Deliverable& entry) {
  divide_number(entry);
  divide_body(entry);
  const TypeRule* const type = roadmap_rules().type(entry.number);
  if (entry.body.empty() && type != nullptr) entry.body = type->body;
}

std::string roadmap_key(const Deliverable& entry) {
  const std::string number = roadmap_rules().number_key(entry.number, entry.body);
  const std::string body = compact(entry.body);
  if (!number.empty()) return body + '\n' + number;
  return body + '\n' + compact(entry.group) + '\n' + search_key(entry.title);
}

RoadmapNames::RoadmapNames(const std::vector<Deliverable>& entries) {
  for (const Deliverable& entry : entries) {
    const std::string body = compact(entry.body);
    const std::string number = roadmap_rules().number_key(entry.number, entry.body);
    if (!body.empty()) bodies_[number].insert(body);
  }
  for (const Deliverable& entry : entries) add(entry);
}

void RoadmapNames::add(const Deliverable& entry) {
  if (entry.number.empty()) return;
  const std::string main = own_key(entry);
  for (const Deliverable& other : other_names(entry)) {
    const std::string key = own_key(other);
    if (key != main) others_[key].insert(main);
  }
}

std::string RoadmapNames::own_key(const Deliverable& entry) const {
  const std::string number = roadmap_rules().number_key(entry.number, entry.body);
  const auto named = bodies_.find(number);
  if (number.empty() || !entry.body.empty() || named == bodies_.end() ||
      named->second.size() != 1) {
    return roadmap_key(entry);
  }
  return *named->second.begin() + '\n' + number;
}

// A work item that was divided into two texts is neither.
std::string RoadmapNames::key(const Deliverable& entry) const {
  std::string key = own_key(entry);
  for (int i = 0; i < kMostNames; ++i) {
    const auto found = others_.find(key);
    if (found == others_.end() || found->second.size() != 1) break;
    key = *found->second.begin();
  }
  return key;
}

bool RoadmapNames::is_final(const Deliverable& entry) const { return own_key(entry) == key(entry); }

}  // namespace rapporteur
