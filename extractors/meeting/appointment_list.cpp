#include "extractors/meeting/appointment_list.hpp"

#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

// The words for one office in the forms in which people write it, for comparing.
std::string office_key(std::string_view office) {
  std::string key;
  for (const char c : lower_ascii(office)) {
    if (c != ' ' && c != '-') key += c;
  }
  for (const std::string_view ending : {"man", "woman", "person", "s"}) {
    if (key.ends_with(ending)) key.resize(key.size() - ending.size());
  }
  return key;
}

bool same(const Appointment& a, const Appointment& b) {
  const bool one_body = a.body.empty() || b.body.empty() || a.body == b.body;
  return a.person == b.person && one_body && office_key(a.office) == office_key(b.office);
}

}  // namespace

void AppointmentList::add(const Nomination& at, Person person, const Office& office) {
  Appointment fact{std::move(person.name),
                   office.name,
                   office.body,
                   std::move(person.affiliation),
                   std::move(person.from),
                   std::move(person.until),
                   std::move(person.country)};
  if (fact.from.empty()) fact.from = office.from;
  if (fact.until.empty()) fact.until = office.until;
  for (Fact& other : facts_.all()) {
    Appointment* known = std::get_if<Appointment>(&other.value);
    if (known == nullptr || !same(*known, fact)) continue;
    for (std::string Appointment::*const member :
         {&Appointment::body, &Appointment::affiliation, &Appointment::country, &Appointment::from,
          &Appointment::until}) {
      if ((known->*member).empty()) known->*member = fact.*member;
    }
    return;
  }
  facts_.add(std::move(fact), at.block, at.where, at.pattern, at.confidence, at.reason);
}

}  // namespace rapporteur
