#pragma once

#include <string_view>
#include <vector>

#include "pipeline/run/make_register.hpp"

namespace rapporteur {

// "" is 0. Internal to pipeline/run, as is the rest.
int revision_number(std::string_view revision);

// The agenda item under which an agenda among the entries names a document.
void give_agenda_items(std::vector<RegisterEntry>& entries);

// What does not agree, by kind and then by number.
std::vector<RegisterIssue> register_issues(const std::vector<RegisterEntry>& entries);

}  // namespace rapporteur
