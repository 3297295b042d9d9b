#include <algorithm>
#include <span>

#include "pipeline/normalise/document_details.hpp"
#include "pipeline/normalise/identity_parts.hpp"
#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

constexpr std::size_t kLeastDigits = 6;  // of a telephone number

bool is_placeholder(std::string_view words) {
  return words.size() > 2 && words.front() == '<' && words.back() == '>';
}

// "-" stands where there is nobody.
bool says_something(std::string_view words) {
  return !words.empty() && words != "-" && words != "–";
}

// A character of a person's name.
bool is_of_name(char c) {
  return is_alpha(c) || c == ' ' || c == '.' || c == '-' || c == '\'' || (c & 0x80) != 0;
}

bool begins_small(std::string_view word) { return 'a' <= word.front() && word.front() <= 'z'; }

bool is_country(std::string_view words, const Profile& profile) {
  const Organization* const known = profile.organizations.find(words);
  return known != nullptr && known->kind == PartyKind::country;
}

// The pieces of a value at some separators, trimmed, the placeholders of templates left out.
std::vector<std::string> pieces(std::string_view value, std::string_view separators) {
  std::vector<std::string> out;
  int depth = 0;
  std::size_t begin = 0;
  for (std::size_t at = 0; at <= value.size(); ++at) {
    if (at < value.size()) {
      if (value[at] == '(') ++depth;
      if (value[at] == ')') --depth;
      if (depth > 0 || separators.find(value[at]) == std::string_view::npos) continue;
    }
    std::string piece = collapse(value.substr(begin, at - begin));
    begin = at + 1;
    if (says_something(piece) && !is_placeholder(piece)) out.push_back(std::move(piece));
  }
  return out;
}

// Tells apart what stands after a name: organization, country, telephone, address.
void give(Contact& contact, const std::string& words, const Profile& profile) {
  if (is_address(words)) {
    contact.email = words;
  } else if (is_telephone(words)) {
    contact.telephone = words;
  } else if (is_country(words, profile)) {
    contact.country = words;
  } else {
    // "Example Co., Ltd" was divided at its comma.
    contact.organization += (contact.organization.empty() ? "" : ", ") + words;
  }
}

// "A. Person, Example Ltd, Kestria" or "A. Person (Example Ltd, Kestria)".
Contact person_of(std::string_view line, const Profile& profile) {
  Contact contact;
  const std::size_t bracket = line.find('(');
  std::string all(line);
  const std::vector<std::string> listed = pieces(line, ",");
  // "A. Person, Example Ltd, Korea (Rep. of)": this bracket is part of a name.
  const bool of_country = !listed.empty() && is_country(listed.back(), profile);
  if (bracket != std::string_view::npos && bracket > 0 && line.ends_with(')') && !of_country) {
    all = std::string(line.substr(0, bracket)) + "," +
          std::string(line.substr(bracket + 1, line.size() - bracket - 2));
  }
  for (const std::string& words : pieces(all, ",")) {
    if (contact.name.empty() && !is_address(words) && !is_telephone(words)) {
      contact.name = words;
    } else {
      give(contact, words, profile);
    }
  }
  return contact;
}

bool is_several(std::string_view line) {
  return line.find(',') != std::string_view::npos || line.ends_with(')');
}

// Lines under one another: name, organization, country, and perhaps another person after that.
std::vector<Contact> of_lines(const std::vector<std::string>& lines, const Profile& profile) {
  std::vector<Contact> out;
  for (const std::string& line : lines) {
    const bool ended = out.empty() || !out.back().country.empty();
    if (ended && !is_address(line) && !is_telephone(line)) {
      out.push_back(person_of(line, profile));
    } else if (!out.empty()) {
      give(out.back(), line, profile);
    }
  }
  return out;
}

bool is_name(const std::string& one, const Profile& profile) {
  const std::vector<std::string_view> parts = words(one);
  return 1 < parts.size() && parts.size() < 5 && std::ranges::all_of(one, is_of_name) &&
         std::ranges::none_of(parts, begins_small) && profile.organizations.find(one) == nullptr;
}

bool are_names(const std::vector<std::string>& all, const Profile& profile) {
  return std::ranges::all_of(all, [&](const std::string& one) { return is_name(one, profile); });
}

// "Ada First, Bob Second, Cyd Third": persons and nothing else; of two, the second may be whom the
// first is with, unless that stands behind them: "Ada First, Bob Second (Example Ltd)".
std::vector<Contact> of_names(std::string_view line, const Profile& profile, bool of_authors) {
  const std::size_t bracket = line.ends_with(')') ? line.find('(') : std::string_view::npos;
  const bool with = of_authors && bracket != std::string_view::npos;
  std::string party;
  if (with) party = collapse(line.substr(bracket + 1, line.size() - bracket - 2));
  const std::vector<std::string> names = pieces(with ? line.substr(0, bracket) : line, ",");
  if (names.size() < (with ? 2U : 3U) || !are_names(names, profile)) return {};
  std::vector<Contact> out;
  for (const std::string& one : names) out.push_back({one, party, "", "", "", ""});
  return out;
}

std::vector<Contact> people_of(const CoverField& field, const Profile& profile) {
  std::vector<std::string> lines = pieces(field.value, "\n;");
  // "Ada First (Example Ltd), Bob Second (Other Lab)"
  const std::vector<std::string> listed = pieces(field.value, "\n;,");
  const auto in_brackets = [](const std::string& one) { return one.ends_with(')'); };
  if (listed.size() > 1 && std::ranges::all_of(listed, in_brackets)) lines = listed;
  if (lines.size() == 1) {
    std::vector<Contact> named = of_names(lines.front(), profile, field.name == "author");
    if (!named.empty()) return named;
  }
  if (!std::ranges::all_of(lines, is_several)) return of_lines(lines, profile);
  std::vector<Contact> out;
  for (const std::string& line : lines) out.push_back(person_of(line, profile));
  return out;
}

// What a cover says beside the names of some people, in order.
struct Details {
  std::vector<std::string> telephones;
  std::vector<std::string> faxes;
  std::vector<std::string> addresses;

  void add(const CoverField& field) {
    std::vector<std::string>* const all = of(field.name);
    if (all == nullptr) return;
    for (std::string& value : pieces(field.value, "\n;")) all->push_back(std::move(value));
  }

 private:
  std::vector<std::string>* of(std::string_view field) {
    if (field == "tel") return &telephones;
    if (field == "fax") return &faxes;
    return field == "email" ? &addresses : nullptr;
  }
};

// Each of as many people as values gets one; otherwise all are of the last one without any.
void spread(std::span<Contact> people, std::string Contact::*detail,
            const std::vector<std::string>& values) {
  if (values.size() == people.size()) {
    for (std::size_t i = 0; i < people.size(); ++i) {
      if ((people[i].*detail).empty()) people[i].*detail = values[i];
    }
    return;
  }
  for (std::size_t i = people.size(); i > 0 && !values.empty(); --i) {
    if (!(people[i - 1].*detail).empty()) continue;
    people[i - 1].*detail = join(values, "; ");
    return;
  }
}

void give_details(std::span<Contact> people, const Details& details) {
  spread(people, &Contact::telephone, details.telephones);
  spread(people, &Contact::fax, details.faxes);
  spread(people, &Contact::email, details.addresses);
}

}  // namespace

bool is_address(std::string_view words) {
  const std::size_t at = words.find('@');
  return at != std::string_view::npos && at > 0 && words.find(' ') == std::string_view::npos &&
         words.find('.', at) != std::string_view::npos;
}

bool is_telephone(std::string_view words) {
  const auto digits = static_cast<std::size_t>(std::ranges::count_if(words, is_digit));
  return digits >= kLeastDigits && std::ranges::none_of(words, is_alpha);
}

std::vector<Contact> contacts_of(const Document& doc, const Profile& profile) {
  std::vector<Contact> contacts;
  std::size_t first = 0;  // of those that the last contact field names
  Details details;        // that stand behind it
  for (const CoverField& field : doc.identity().cover) {
    const bool names_people = field.name == "contact" || field.name == "author";
    if (!names_people || field.value.empty()) {
      details.add(field);
      continue;
    }
    std::vector<Contact> people = people_of(field, profile);
    if (people.empty()) continue;
    give_details(std::span(contacts).subspan(first), details);
    details = {};
    first = contacts.size();
    std::ranges::move(people, std::back_inserter(contacts));
  }
  give_details(std::span(contacts).subspan(first), details);
  return contacts.empty() ? listed_authors(doc, profile) : contacts;
}

}  // namespace rapporteur
