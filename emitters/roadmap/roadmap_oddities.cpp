#include "emitters/roadmap/roadmap_oddities.hpp"

#include <fmt/format.h>

#include <map>

#include "emitters/roadmap/roadmap_names.hpp"
#include "emitters/roadmap/roadmap_rules.hpp"
#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

std::string name_of(const Deliverable& row) { return row.number.empty() ? row.title : row.number; }

// The word of the scale that `written` is with a slip or two; "" for none.
std::string meant_by(const std::string& written) {
  std::vector<std::string_view> known;
  for (const StatusRule& rule : roadmap_rules().statuses) {
    known.push_back(rule.id);
    known.insert(known.end(), rule.words.begin(), rule.words.end());
  }
  return std::string(nearest(lower_ascii(written), known));
}

std::string scale() {
  std::vector<std::string> ids;
  for (const StatusRule& rule : roadmap_rules().statuses) ids.push_back(rule.id);
  return join(ids, ", ");
}

std::string of_status(const Deliverable& row) {
  const std::string meant = meant_by(row.status_as_written);
  const std::string next = meant.empty()
                               ? "it stays as it is, without a place on the scale (" + scale() + ")"
                               : "did you mean “" + meant + "”?";
  return fmt::format("{} ({}): the status “{}” is not on the scale; {}", row.sources, name_of(row),
                     row.status_as_written, next);
}

}  // namespace

std::vector<std::string> roadmap_oddities(const std::vector<Deliverable>& rows) {
  std::vector<std::string> out;
  std::map<std::string, const Deliverable*> known;
  for (const Deliverable& row : rows) {
    if (row.status.empty() && !row.status_as_written.empty()) out.push_back(of_status(row));
    Deliverable settled = row;
    settle_names(settled);
    const auto [first, is_new] = known.emplace(roadmap_key(settled), &row);
    if (is_new) continue;
    out.push_back(
        fmt::format("{} and {} are one deliverable, {}; they become one record, and what "
                    "differs is listed",
                    first->second->sources, row.sources, name_of(row)));
  }
  return out;
}

}  // namespace rapporteur
