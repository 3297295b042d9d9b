#include "extractors/people.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "extractors/records.hpp"
#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

constexpr std::string_view kAs = " as ";

// The pieces of a list outside brackets: at commas, semicolons and the word "and".
std::vector<std::string> pieces(std::string_view words) {
  std::vector<std::string> out;
  int depth = 0;
  std::size_t begin = 0;
  const auto close = [&](std::size_t end, std::size_t next) {
    if (std::string piece = collapse(words.substr(begin, end - begin)); !piece.empty()) {
      out.push_back(std::move(piece));
    }
    begin = next;
  };
  for (std::size_t at = 0; at < words.size(); ++at) {
    if (words[at] == '(') ++depth;
    if (words[at] == ')') --depth;
    if (depth > 0) continue;
    if (words[at] == ',' || words[at] == ';') close(at, at + 1);
    if (words.substr(at).starts_with(" and ")) close(at, at + 5);
  }
  close(words.size(), words.size());
  return out;
}

bool has_bracket_at_end(std::string_view words) { return words.ends_with(')'); }

// "2022/03" and "03/2022" -> "2022-03"; other dates through the reader of dates.
std::string month_or_date(std::string_view words) {
  const std::size_t slash = words.find('/');
  if (slash != std::string_view::npos && words.size() == 7) {
    const std::string_view left = words.substr(0, slash);
    const std::string_view right = words.substr(slash + 1);
    return left.size() == 4 ? fmt::format("{}-{}", left, right) : fmt::format("{}-{}", right, left);
  }
  return date_in(words);
}

}  // namespace

std::vector<Person> PeopleReader::list(std::string_view words) const {
  std::vector<Person> out;
  const std::vector<std::string> all = pieces(words);
  if (all.empty() || matches(collapse(words), wording_.named("nobody"))) return out;
  if (!has_bracket_at_end(all.front())) {
    const std::size_t comma = std::min(words.find(','), words.size());
    Person only = person(collapse(words.substr(0, comma)));
    only.affiliation = collapse(words.substr(std::min(comma + 1, words.size())));
    if (!only.name.empty()) out.push_back(std::move(only));
    return out;
  }
  for (const std::string& piece : all) {
    Person next = person(piece);
    if (!next.name.empty()) out.push_back(std::move(next));
  }
  return out;
}

std::vector<std::pair<std::string, Office>> PeopleReader::parts(std::string_view words) const {
  std::vector<std::pair<std::string, Office>> out;
  while (!words.empty()) {
    const std::size_t as = words.find(kAs);
    if (as == std::string_view::npos) break;
    std::string_view rest = words.substr(as + kAs.size());
    re2::StringPiece between;
    std::size_t end = rest.size();
    std::size_t next = rest.size();
    for (const Pattern& pattern : wording_.named("next-person")) {
      if (!pattern.expression->Match(rest, 0, rest.size(), re2::RE2::UNANCHORED, &between, 1)) {
        continue;
      }
      end = static_cast<std::size_t>(between.data() - rest.data());
      next = end + kAs.size() + 1;  // " and "
      break;
    }
    out.emplace_back(collapse(words.substr(0, as)), office(collapse(rest.substr(0, end))));
    words = rest.substr(std::min(next, rest.size()));
  }
  return out;
}

std::string PeopleReader::body_of(const std::string& words) const {
  const std::string abbreviation =
      matched_group(words, wording_.named("abbreviation"), "abbreviation");
  return abbreviation.empty() ? words : abbreviation;
}

Person PeopleReader::person(const std::string& words) const {
  Person out;
  const Capture person = capture(words, wording_.named("person"));
  out.name = person.words("person");
  if (out.name.empty()) return out;
  out.affiliation = person.words("affiliation");
  const std::string title = matched_group(out.name, wording_.named("title"), "name");
  if (!title.empty()) out.name = title;
  const Patterns patterns = wording_.named("tenure");
  const Capture tenure = capture(words, patterns);
  out.from = month_or_date(tenure.words("from"));
  out.until = month_or_date(tenure.words("until"));
  const std::string without = matched_group(out.affiliation, patterns, "before");
  if (!without.empty()) out.affiliation = without;
  return out;
}

Office PeopleReader::office(const std::string& words) const {
  const Capture office = capture(words, wording_.named("office"));
  Office out{office.words("office"), office.words("body"), date_in(office.words("until"))};
  if (out.name.empty()) out.name = words;
  out.body = body_of(out.body);
  return out;
}

}  // namespace rapporteur
