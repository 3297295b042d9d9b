#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "extractors/extractor.hpp"
#include "extractors/reading/records.hpp"

namespace rapporteur {

// Reads what stands beside the name of a meeting, with the patterns of [extract.meetings].
class MeetingWords {
 public:
  // `year` is taken for dates without one; 0: they are no dates.
  MeetingWords(const Wording& wording, int year) : wording_(wording), year_(year) {}

  // Dates, place and time; false when the first `most` bytes begin no date.
  bool give_dates(std::string_view text, Meeting& meeting, std::size_t most);
  // Whether the dates given last had no year of their own.
  bool year_inferred() const { return year_inferred_; }
  // Whether the words can be no place: "TBD", "Chair's notes".
  bool is_no_place(std::string_view words) const;
  // Words that are a place and nothing else; "" when they are not.
  std::string place_alone(std::string_view text) const;
  // A group by its abbreviation or in short: "Advisory Group (EAG)" -> "EAG".
  std::string body_of(const std::string& words) const;
  // The same, "" where the words name no group that is known by its form.
  std::string named_in(const std::string& words) const;
  // The group that is named in longer words; "" when none is.
  std::string body_in(const std::string& words) const;

 private:
  std::string place_in(std::string_view text, std::size_t begin, std::size_t end) const;
  std::string checked_place(const std::string& place, std::string_view as) const;

  const Wording& wording_;
  int year_;
  bool year_inferred_ = false;
};

// The title in a row of a table of meetings: "TSG RAN #117" of "117" below "TSG RAN #", or what the
// meeting is on where no column names it.
std::string listed_title(const Records& records, std::uint32_t row);

struct MeetingEvidence {
  BlockId block;
  TextRange where;
  std::string pattern;
  std::string reason = {};  // why the fact is less than certain
};

// The meetings of a document: one that is named again adds what it says to the first mention.
class MeetingList {
 public:
  explicit MeetingList(Facts& facts) : facts_(facts) {}
  void add(Meeting meeting, MeetingEvidence at, bool year_inferred);
  // Drops those of which only the month is told, where the days are told elsewhere, and those that
  // are named by their place, where the group is named elsewhere.
  void drop_vague();

 private:
  Facts& facts_;
};

}  // namespace rapporteur
