#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "emitters/base/report_words.hpp"

namespace rapporteur {

// How a document names a meeting.
struct MeetingName {
  std::string from;
  std::string until;
  std::string body;
  std::string title;
};

// One meeting has many names; what tells it is when it is and whose. Where a document does not say
// whose, it is the only meeting of these days.
class MeetingKeys {
 public:
  MeetingKeys(const std::vector<MeetingName>& all, const ReportWords& words);
  // The same for all names of one meeting. `words` must outlive it.
  std::string key(const MeetingName& name) const;

 private:
  std::string body_key(const std::string& body) const;

  const ReportWords& words_;
  std::map<std::string, std::set<std::string>> bodies_;  // by dates
};

}  // namespace rapporteur
