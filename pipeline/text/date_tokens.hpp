#pragma once

#include <optional>
#include <span>
#include <string_view>

namespace rapporteur {

// Reads the words and numbers that dates are made of, one after another. Every function either
// takes what it is named for and moves on, or takes nothing. A date never crosses a line end.
// Internal to pipeline/text.
class DateTokens {
 public:
  DateTokens(std::string_view text, std::size_t at) : text_(text), at_(at) {}

  std::size_t at() const { return at_; }
  void move_to(std::size_t at) { at_ = at; }

  // The number of a month, from 1, by its name or abbreviation. `doubtful` is a word that reads as
  // an English word too ("may", "march"): only a year after it makes it a month. French and
  // Spanish names are `foreign`: they stand behind the day.
  struct Month {
    int number = 0;
    bool doubtful = false;
    bool foreign = false;
  };
  std::optional<Month> month();
  bool weekday();
  // A day of the month with what people put around it: "Thursday the 13th of", "13.".
  std::optional<int> day();
  // A year of four digits, after an optional comma.
  std::optional<int> year();
  // A run of `least` to `most` digits that is no part of a longer word or number.
  std::optional<int> digits(std::size_t least, std::size_t most);
  // "-", "--", an en dash, "to", "until", "au", "al"; "(afternoon)" may stand before it.
  bool range_sign();
  // "of", "de" and the blanks behind it.
  bool of();
  // "and", "&", "et", "y".
  bool and_sign();
  bool word(std::string_view word);  // ignoring case
  bool character(char c);            // no blank before it
  void blanks();

  // Whether a number may begin here: "Q13/5", "13:30" and "7.2" begin none inside.
  static bool number_may_begin(std::string_view text, std::size_t at);

 private:
  char peek(std::size_t ahead = 0) const {
    return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0';
  }
  std::string_view letters() const;
  bool ordinal();
  bool part_of_day();
  bool one_of(std::span<const std::string_view> choices);

  std::string_view text_;
  std::size_t at_;
};

}  // namespace rapporteur
