#include "extractors/reading/people.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "extractors/reading/occasion.hpp"
#include "extractors/reading/records.hpp"
#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

constexpr std::string_view kAs = " as ";
constexpr std::string_view kAnds[] = {" and ", " & ", " et ", " y "};
constexpr int kMostTitles = 3;                   // "H.E. Prof. Dr"
constexpr std::size_t kLongestAbbreviation = 3;  // bytes, with its full stop

// The length of a word "and" that begins at `at` with the blanks around it, else 0.
std::size_t and_at(std::string_view words, std::size_t at) {
  for (const std::string_view sign : kAnds) {
    if (words.substr(at).starts_with(sign)) return sign.size();
  }
  return 0;
}

// The pieces of a list outside brackets: at semicolons, or at commas and the word "and" as well.
enum class Cut : std::uint8_t { semicolons, all };
std::vector<std::string> pieces(std::string_view words, Cut cut) {
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
    if (words[at] == ';' || (cut == Cut::all && words[at] == ',')) close(at, at + 1);
    if (cut == Cut::semicolons) continue;
    if (const std::size_t length = and_at(words, at)) close(at, at + length);
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
  if (words.size() == 4 && std::ranges::all_of(words, is_digit)) return std::string(words);
  return date_in(words);
}

// The full stop of the sentence is no part of a name; that of an initial, or of "Jr.", is.
std::string without_full_stop(std::string name) {
  const std::size_t blank = name.rfind(' ');
  const std::size_t last = name.size() - (blank == std::string::npos ? 0 : blank + 1);
  if (name.ends_with('.') && last > kLongestAbbreviation) name.pop_back();
  return name;
}

}  // namespace

PeopleReader::PeopleReader(const Profile& profile, std::string_view language)
    : profile_(profile),
      wording_(profile.wording_of("appointments")),
      title_(fmt::format("title-{}", language)) {}

bool PeopleReader::is_person(const std::string& words) const {
  return matches(words, wording_.named("person")) && !matches(words, wording_.named("no-person")) &&
         profile_.organizations.find(words) == nullptr;
}

std::vector<Person> PeopleReader::list(std::string_view words, bool several) const {
  std::vector<Person> out;
  if (matches(collapse(words), wording_.named("nobody"))) return out;
  for (const std::string& each : pieces(words, Cut::semicolons)) {
    std::vector<Person> found = group(each, several);
    std::ranges::move(found, std::back_inserter(out));
  }
  return out;
}

std::vector<Person> PeopleReader::group(std::string_view words, bool several) const {
  std::vector<Person> out;
  const std::vector<std::string> all = pieces(words, Cut::all);
  if (all.empty()) return out;
  const bool joined = all.size() == 2 && words.find(',') == std::string_view::npos;
  const bool names =
      (several || joined) && std::ranges::all_of(all, [&](auto& each) { return is_person(each); });
  if (!names && !has_bracket_at_end(all.front())) {
    const std::size_t comma = std::min(words.find(','), words.size());
    Person only = person(collapse(words.substr(0, comma)));
    if (comma < words.size()) give_affiliation(only, collapse(words.substr(comma + 1)));
    if (!only.name.empty()) out.push_back(std::move(only));
    return out;
  }
  for (const std::string& piece : all) {
    Person next = person(piece);
    if (!next.name.empty()) out.push_back(std::move(next));
  }
  return out;
}

std::vector<std::string> PeopleReader::names_as_written(std::string_view words,
                                                        bool several) const {
  std::string plain(words);
  for (const Pattern& pattern : wording_.named("address")) {
    re2::RE2::GlobalReplace(&plain, pattern.expression.in(plain), "");
  }
  std::vector<std::string> all = pieces(plain, Cut::all);
  const bool bracketed = std::ranges::all_of(all, has_bracket_at_end);
  const bool names =
      several && std::ranges::all_of(all, [&](auto& each) { return is_person(each); });
  if (bracketed || names) return all;
  all = pieces(plain, Cut::semicolons);
  for (std::string& each : all) {
    while (each.ends_with(',') || each.ends_with(' ')) each.pop_back();
  }
  return all;
}

std::vector<std::pair<std::string, Office>> PeopleReader::parts(std::string_view words) const {
  std::vector<std::pair<std::string, Office>> out;
  while (!words.empty()) {
    const std::size_t as = words.find(kAs);
    if (as == std::string_view::npos) break;
    const std::string_view rest = words.substr(as + kAs.size());
    re2::StringPiece between;
    std::size_t end = rest.size();
    std::size_t next = rest.size();
    for (const Pattern& pattern : wording_.named("next-person")) {
      const re2::RE2& expression = pattern.expression.in(rest);
      if (!expression.Match(rest, 0, rest.size(), re2::RE2::UNANCHORED, &between, 1)) {
        continue;
      }
      end = static_cast<std::size_t>(between.data() - rest.data());
      next = rest.find("and ", end) + 4;
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
  return abbreviation.empty() ? short_name(words, profile_.wording_of("meetings")) : abbreviation;
}

std::string PeopleReader::without_title(std::string name) const {
  for (int i = 0; i < kMostTitles; ++i) {
    std::string rest = matched_group(name, wording_.named("title"), "name");
    if (rest.empty()) rest = matched_group(name, wording_.named(title_), "name");
    if (rest.empty()) break;
    name = std::move(rest);
  }
  return name;
}

Person PeopleReader::person(const std::string& words) const {
  Person out;
  const Capture person = capture(words, wording_.named("person"));
  out.name = without_full_stop(without_title(person.words("person")));
  if (out.name.empty() || matches(out.name, wording_.named("no-person"))) return {};
  Tenure held = tenure(words);
  out.from = std::move(held.from);
  out.until = std::move(held.until);
  const std::string affiliation = person.words("affiliation");
  const std::string without = matched_group(affiliation, wording_.named("tenure"), "before");
  give_affiliation(out, without.empty() ? affiliation : without);
  return out;
}

Tenure PeopleReader::tenure(const std::string& words) const {
  const Capture tenure = capture(words, wording_.named("tenure"));
  return {month_or_date(tenure.words("from")), month_or_date(tenure.words("until"))};
}

// The country stands last: "NICT, Japan"; a Member State is both.
void PeopleReader::give_affiliation(Person& person, const std::string& words) const {
  if (words.empty() || matches(words, wording_.named("is-office"))) return;
  const auto is_country = [&](const std::string& name) {
    const Organization* found = profile_.organizations.find(name);
    if (found == nullptr) {
      // "Kingdom of Exland", "Exland (Kingdom of)"
      const Capture state = capture(name, wording_.named("state"));
      found = profile_.organizations.find(state ? state.words("name") : std::string());
    }
    return found != nullptr && found->kind == PartyKind::country;
  };
  person.affiliation = words;
  if (is_country(words)) person.country = words;
  const std::size_t comma = words.rfind(',');
  if (comma == std::string::npos) return;
  const std::string last = collapse(std::string_view(words).substr(comma + 1));
  if (!is_country(last)) return;
  person.country = last;
  person.affiliation = collapse(std::string_view(words).substr(0, comma));
}

Office PeopleReader::office(const std::string& words) const {
  const Capture office = capture(words, wording_.named("office"));
  const std::size_t comma = words.find(',');
  if (!office && comma != std::string::npos) return this->office(words.substr(0, comma));
  Office out{office.words("office"), office.words("body"), month_or_date(office.words("from")),
             month_or_date(office.words("until"))};
  if (out.name.empty()) out.name = words;
  out.body = body_of(out.body);
  return out;
}

}  // namespace rapporteur
