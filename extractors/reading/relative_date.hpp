#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extractors/reading/document_scan.hpp"

namespace rapporteur {

// Dates that are told relative to a meeting or to the document itself, with the patterns of
// [extract.deadlines]: "12 calendar days before the meeting", "by the next meeting".
class RelativeDates {
 public:
  explicit RelativeDates(const DocumentScan& scan);

  // Whether the words tell a date so.
  bool is_relative(std::string_view words) const;
  // ISO 8601; "" when the document does not say what it is counted from.
  std::string resolve(std::string_view words) const;

 private:
  std::string next_meeting() const;

  const DocumentScan& scan_;
  const Wording& wording_;
};

// "12", "twelve": by a list of number words from none on; -1 when it is no number.
int number_in(std::string_view words, const std::vector<std::string>& numbers);

// The day so many years, months and days after an ISO date, or before it; "" when the date is not
// whole. The 31st becomes the last day of a shorter month.
std::string shifted(std::string_view date, int years, int months, int days);

}  // namespace rapporteur
