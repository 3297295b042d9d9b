#include "emitters/view/meeting_keys.hpp"

#include "pipeline/text/fold.hpp"

namespace rapporteur {
namespace {

std::string dates_of(const MeetingName& name) { return name.from + '\n' + name.until; }

}  // namespace

MeetingKeys::MeetingKeys(const std::vector<MeetingName>& all, const ReportWords& words)
    : words_(words) {
  for (const MeetingName& name : all) {
    if (!name.body.empty()) bodies_[dates_of(name)].insert(body_key(name.body));
  }
}

// "ITU-T Study Group 13" and "SG13" are one body.
std::string MeetingKeys::body_key(const std::string& body) const {
  const std::string shown = words_.body(body);
  return search_key(shown.substr(shown.rfind(' ') + 1));
}

std::string MeetingKeys::key(const MeetingName& name) const {
  const std::string dates = dates_of(name);
  if (!name.body.empty()) return dates + '\n' + body_key(name.body);
  const auto known = bodies_.find(dates);
  const bool is_only = known != bodies_.end() && known->second.size() == 1;
  return dates + '\n' + (is_only ? *known->second.begin() : "\n" + search_key(name.title));
}

}  // namespace rapporteur
