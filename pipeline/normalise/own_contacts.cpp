#include <algorithm>

#include "pipeline/normalise/document_details.hpp"
#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

constexpr std::size_t kLeastDigits = 6;  // of a telephone number

bool is_placeholder(std::string_view words) {
  return words.size() > 2 && words.front() == '<' && words.back() == '>';
}

bool is_address(std::string_view words) {
  const std::size_t at = words.find('@');
  return at != std::string_view::npos && at > 0 && words.find(' ') == std::string_view::npos &&
         words.find('.', at) != std::string_view::npos;
}

bool is_telephone(std::string_view words) {
  const auto digits = static_cast<std::size_t>(std::ranges::count_if(words, is_digit));
  return digits >= kLeastDigits && std::ranges::none_of(words, is_alpha);
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
    if (!piece.empty() && !is_placeholder(piece)) out.push_back(std::move(piece));
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
  if (bracket != std::string_view::npos && bracket > 0 && line.ends_with(')')) {
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

// "Ada First, Bob Second, Cyd Third": names of persons and nothing else.
bool are_names(const std::vector<std::string>& all, const Profile& profile) {
  return all.size() > 2 && std::ranges::all_of(all, [&](const std::string& one) {
           const std::vector<std::string_view> parts = words(one);
           return 1 < parts.size() && parts.size() < 5 && std::ranges::all_of(one, is_of_name) &&
                  std::ranges::none_of(parts, begins_small) &&
                  profile.organizations.find(one) == nullptr;
         });
}

std::vector<Contact> people_of(std::string_view value, const Profile& profile) {
  const std::vector<std::string> lines = pieces(value, "\n;");
  if (lines.size() == 1) {
    const std::vector<std::string> names = pieces(lines.front(), ",");
    if (are_names(names, profile)) {
      std::vector<Contact> out;
      for (const std::string& one : names) out.push_back({one, "", "", "", "", ""});
      return out;
    }
  }
  if (!std::ranges::all_of(lines, is_several)) return of_lines(lines, profile);
  std::vector<Contact> out;
  for (const std::string& line : lines) out.push_back(person_of(line, profile));
  return out;
}

std::string* detail_of(Contact& contact, std::string_view field) {
  if (field == "tel") return &contact.telephone;
  if (field == "fax") return &contact.fax;
  if (field == "email") return &contact.email;
  return nullptr;
}

// Spreads the lines of a telephone or address field over the people named before it.
void add_detail(std::vector<Contact>& contacts, std::size_t first, const CoverField& field) {
  const std::vector<std::string> values = pieces(field.value, "\n;");
  const std::size_t people = contacts.size() - first;
  if (values.size() == people) {
    for (std::size_t i = 0; i < people; ++i) {
      std::string* const detail = detail_of(contacts[first + i], field.name);
      if (detail->empty()) *detail = values[i];
    }
    return;
  }
  for (std::size_t i = contacts.size(); i > first && !values.empty(); --i) {
    std::string* const detail = detail_of(contacts[i - 1], field.name);
    if (!detail->empty()) continue;
    *detail = join(values, "; ");
    return;
  }
}

}  // namespace

std::vector<Contact> contacts_of(const Document& doc, const Profile& profile) {
  std::vector<Contact> contacts;
  std::size_t first = 0;  // of those that the last contact field names
  for (const CoverField& field : doc.identity().cover) {
    const bool names_people = field.name == "contact" || field.name == "author";
    if (names_people && !field.value.empty()) {
      std::vector<Contact> people = people_of(field.value, profile);
      if (people.empty()) continue;
      first = contacts.size();
      std::ranges::move(people, std::back_inserter(contacts));
    } else if (Contact probe; first < contacts.size() && detail_of(probe, field.name) != nullptr) {
      add_detail(contacts, first, field);
    }
  }
  return contacts;
}

}  // namespace rapporteur
