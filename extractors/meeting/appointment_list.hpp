#pragma once

#include <string>

#include "extractors/extractor.hpp"
#include "extractors/reading/people.hpp"

namespace rapporteur {

// Where a person was named for an office.
struct Nomination {
  BlockId block;
  TextRange where;
  std::string pattern;
  int confidence = 100;
  std::string reason;
};

// The offices of a document, each person once for one office: what is said again adds to it.
class AppointmentList {
 public:
  explicit AppointmentList(Facts& facts) : facts_(facts) {}
  void add(const Nomination& at, Person person, const Office& office);

 private:
  Facts& facts_;
};

// From tables of groups with their office holders, and of people with their offices.
void read_appointment_table(const DocumentScan& scan, const Table& table, const Wording& wording,
                            const PeopleReader& people, AppointmentList& list);

// All appointments of a document: sentences, lines, lists and tables.
void read_appointments(const DocumentScan& scan, const Wording& wording, Facts& facts);

}  // namespace rapporteur
