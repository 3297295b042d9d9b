#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "extractors/match.hpp"

namespace rapporteur {

struct Person {
  std::string name;  // without a form of address
  std::string affiliation;
  std::string from;
  std::string until;
};

struct Office {
  std::string name;
  std::string body;
  std::string until;
};

// Reads lists of people as documents write them, with the patterns of [extract.appointments].
class PeopleReader {
 public:
  explicit PeopleReader(const Wording& wording) : wording_(wording) {}

  // "Ada First (NEC, Japan), Bob Second (Kestria)" or one "Ada First, Example Ltd, Kestria".
  std::vector<Person> list(std::string_view words) const;
  // "A as Chair and B as Vice-chair of the group" -> {"A", Chair}, {"B", Vice-chair of the group}.
  std::vector<std::pair<std::string, Office>> parts(std::string_view words) const;
  // "Focus Group on examples (FG-EX)" -> "FG-EX"; anything else as it is.
  std::string body_of(const std::string& words) const;

 private:
  Person person(const std::string& words) const;
  Office office(const std::string& words) const;

  const Wording& wording_;
};

}  // namespace rapporteur
