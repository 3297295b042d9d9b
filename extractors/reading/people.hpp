#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "extractors/reading/match.hpp"
#include "pipeline/profile/profile.hpp"

namespace rapporteur {

struct Person {
  std::string name;  // without a form of address
  std::string affiliation;
  std::string country;  // that of the affiliation; "" where the profile knows none in it
  std::string from;
  std::string until;
};

struct Office {
  std::string name;
  std::string body;
  std::string from;
  std::string until;
};

// When an office is held; ISO 8601.
struct Tenure {
  std::string from;
  std::string until;
};

// Reads lists of people as documents write them, with the patterns of [extract.appointments].
class PeopleReader {
 public:
  // `language` is that of the document: what is a form of address in one is an initial in another.
  PeopleReader(const Profile& profile, std::string_view language);

  // "Ada First (NEC, Japan), Bob Second (Kestria)" or one "Ada First, Example Ltd, Kestria".
  // `several`: the words before say that more than one follows, so that "Ada First, Bob Second" are
  // two.
  std::vector<Person> list(std::string_view words, bool several = false) const;
  // The people of a list in the words they are written with, without addresses:
  // "J. Doe (Alba), R. Roe (Bretta)" -> two. `several` as above.
  std::vector<std::string> names_as_written(std::string_view words, bool several) const;
  // "A as Chair and B as Vice-chair of the group" -> {"A", Chair}, {"B", Vice-chair of the group}.
  std::vector<std::pair<std::string, Office>> parts(std::string_view words) const;
  // "the Chair of WP1/13 until 2026" with its body and its end.
  Office office(const std::string& words) const;
  // "from 03/2022 to 12/2023", "2022-2024"
  Tenure tenure(const std::string& words) const;
  // "Focus Group on examples (FG-EX)" -> "FG-EX", "Study Group 13" -> "SG13"; anything else as it
  // is.
  std::string body_of(const std::string& words) const;
  // Whether the words are the name of a person and of nobody else.
  bool is_person(const std::string& words) const;

 private:
  std::vector<Person> group(std::string_view words, bool several) const;
  Person person(const std::string& words) const;
  void give_affiliation(Person& person, const std::string& words) const;
  std::string without_title(std::string name) const;

  const Profile& profile_;
  const Wording& wording_;
  std::string title_;  // the name of the patterns for forms of address in the document's language
};

}  // namespace rapporteur
