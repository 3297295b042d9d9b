#pragma once

#include <string>

#include "pipeline/model/document.hpp"
#include "pipeline/profile/profile.hpp"

namespace rapporteur {

// The meeting that a document is of or for, as far as its head says; "" where it does not.
struct Occasion {
  std::string body;   // "SG17"
  std::string place;  // as written
  std::string from;   // ISO 8601, a whole date
  std::string until;
};
Occasion occasion_of(const Document& doc, const Profile& profile);

// The last day of the meeting that a document tells of, ISO 8601; empty where it does not say, and
// for letters, whose meeting is to come.
std::string day_told(const Document& doc, const Profile& profile);

// A group as numbers of documents name it: "ITU-T Study Group 17" -> "SG17", by the list
// "short-names" of [extract.meetings]; anything else as it is.
std::string short_name(std::string_view body, const Wording& meetings);

}  // namespace rapporteur
