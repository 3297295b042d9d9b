#include "extractors/reading/initials.hpp"

#include <algorithm>

#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

constexpr std::size_t kFewestLetters = 2;
constexpr std::size_t kMostLetters = 4;
constexpr int kFewestPeople = 3;

bool are_capitals(std::string_view word) {
  return word.size() >= kFewestLetters && word.size() <= kMostLetters &&
         std::ranges::all_of(word, is_upper);
}

// What stands in the brackets at the end of "Ada First (AF)", when it is the capitals of the words.
std::string_view initials_in(std::string_view line) {
  const std::size_t open = line.find('(');
  if (open == line.npos || !line.ends_with(')')) return {};
  const std::string_view inside = line.substr(open + 1, line.size() - open - 2);
  if (!are_capitals(inside)) return {};
  std::string first;
  for (const std::string_view word : words(line.substr(0, open))) {
    if (is_upper(word.front())) first += word.front();
  }
  return first == inside ? inside : std::string_view();
}

}  // namespace

std::string name_with_initials(const Document& doc, std::string_view initials) {
  if (!are_capitals(initials)) return {};
  int people = 0;
  std::string name;
  for (BlockId id{0}; id.index < doc.blocks().size(); ++id.index) {
    const std::string_view line = trim(doc.text(id));
    const std::string_view own = initials_in(line);
    if (own.empty()) continue;
    ++people;
    if (own == initials) name = trim(line.substr(0, line.find('(')));
  }
  return people >= kFewestPeople ? name : std::string();
}

}  // namespace rapporteur
