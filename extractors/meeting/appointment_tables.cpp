#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "extractors/meeting/appointment_list.hpp"
#include "extractors/reading/records.hpp"
#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

constexpr ColumnSpec kPeople[] = {
    {"person-column", true}, {"role-column", true}, {"affiliation-column"},
    {"country-column"},      {"of-column"},         {"term-column"},
    {"family-name-column"},  {"from-column"},       {"until-column"}};

class TableReader {
 public:
  TableReader(const DocumentScan& scan, const Table& table, const Wording& wording,
              const PeopleReader& people, AppointmentList& list)
      : scan_(scan), grid_(scan.doc(), table), wording_(wording), people_(people), list_(list) {}

  // A row for each group, a column for each office.
  bool read_groups() {
    for (std::uint32_t row = 0; row < std::min(grid_.rows(), kDeepestHeader); ++row) {
      const std::uint32_t body = scan_.column(grid_.table(), row, wording_.named("body-column"));
      if (body == kNoColumn) continue;
      bool found = false;
      for (std::uint32_t column = 0; column < grid_.columns(); ++column) {
        if (column == body) continue;
        const std::string words = grid_.text(row, column);
        const Capture header = capture(words, wording_.named("office-column"));
        if (!header) continue;
        found = true;
        several_ = !header.words("plural").empty();
        read_column(row + 1, body, column, header.words("office"));
      }
      if (found) return true;
    }
    return false;
  }

  // A row for each person, with the office in a column.
  void read_people(const Records& records) {
    for (std::uint32_t row = records.first_row(); row < records.end_row(); ++row) {
      const std::string role = records.text(row, "role-column");
      if (!matches(role, wording_.named("is-office"))) continue;
      Office office = people_.office(role);
      if (office.body.empty()) office.body = people_.body_of(records.text(row, "of-column"));
      std::string words = person_in(records, row);
      for (const std::string_view column : {"affiliation-column", "country-column"}) {
        const std::string more = records.text(row, column);
        if (!more.empty()) words += ", " + more;
      }
      give_tenure(records, row, office);
      for (Person& person : people_.list(words)) {
        list_.add({records.block(row), records.range(row), "people-table", 100, ""},
                  std::move(person), office);
      }
    }
  }

  // "Chairman: | Ada First | Alba", a row for each office and no header.
  void read_labelled() {
    std::vector<std::uint32_t> rows;
    for (std::uint32_t row = 0; row < grid_.rows() && grid_.columns() > 1; ++row) {
      const bool office = matches(grid_.text(row, 0), wording_.named("office-label"));
      if (office && people_.is_person(grid_.text(row, 1))) rows.push_back(row);
    }
    if (rows.size() < 2) return;
    for (const std::uint32_t row : rows) {
      const std::string office =
          matched_group(grid_.text(row, 0), wording_.named("office-label"), "office");
      std::string words = grid_.text(row, 1);
      const std::string more = grid_.columns() > 2 ? grid_.text(row, 2) : std::string();
      if (!more.empty()) words += ", " + more;
      for (Person& person : people_.list(words)) {
        list_.add({grid_.first_block(row, 0), grid_.row_range(row), "labelled-table", 100, ""},
                  std::move(person), {office, {}, {}, {}});
      }
    }
  }

 private:
  // A name in one cell, or its parts in two.
  static std::string person_in(const Records& records, std::uint32_t row) {
    const std::string name = records.text(row, "person-column");
    const std::string family = records.text(row, "family-name-column");
    const bool apart =
        records.column_of("family-name-column") != records.column_of("person-column");
    return family.empty() || !apart ? name : name + " " + family;
  }

  // "2022-2024" in one column, or a column for each end.
  void give_tenure(const Records& records, std::uint32_t row, Office& office) const {
    const Tenure tenure = people_.tenure(records.text(row, "term-column"));
    office.from = tenure.from;
    office.until = tenure.until;
    if (office.from.empty()) office.from = people_.tenure(records.text(row, "from-column")).from;
    const Tenure end = people_.tenure(records.text(row, "until-column"));
    if (office.until.empty()) office.until = end.until.empty() ? end.from : end.until;
  }

  void read_column(std::uint32_t from, std::uint32_t body, std::uint32_t column,
                   const std::string& office) {
    for (std::uint32_t row = from; row < grid_.rows(); ++row) {
      if (!grid_.is_band(row)) read_cell(row, column, office_of(grid_.text(row, body), office));
    }
  }

  // The office of the column, of the group that the row is of; a row may be of another office.
  Office office_of(const std::string& row_words, const std::string& office) const {
    const Capture own = capture(row_words, wording_.named("office-row"));
    if (own) return {own.words("office"), people_.body_of(own.words("body")), {}, {}};
    return {office, people_.body_of(row_words), {}, {}};
  }

  void read_cell(std::uint32_t row, std::uint32_t column, Office office) {
    std::optional<Person> named;  // alone on its line; the next one may say of whom
    const std::string cell = grid_.raw(row, column);
    for (const std::string_view line : split(cell, '\n')) {
      std::string words = collapse(without_marker(line));
      // "Chair: …" inside a cell changes the office for the lines below it.
      if (const Capture labelled = capture(words, wording_.named("line"))) {
        add(row, column, named, office);
        office.name = labelled.words("office");
        words = labelled.words("people");
      }
      std::vector<Person> people = people_.list(words, several_);
      if (people.empty() && named && matches(words, wording_.named("affiliation-line"))) {
        named->affiliation = words;
      }
      add(row, column, named, office);
      if (people.size() == 1 && people.front().affiliation.empty()) {
        named = std::move(people.front());
        continue;
      }
      for (Person& person : people) add(row, column, std::move(person), office);
    }
    add(row, column, named, office);
  }

  void add(std::uint32_t row, std::uint32_t column, std::optional<Person>& person,
           const Office& office) {
    if (person) add(row, column, *std::exchange(person, std::nullopt), office);
  }
  void add(std::uint32_t row, std::uint32_t column, Person&& person, const Office& office) {
    list_.add({grid_.first_block(row, column), grid_.row_range(row), "table", 100, ""},
              std::move(person), office);
  }

  const DocumentScan& scan_;
  Grid grid_;
  const Wording& wording_;
  const PeopleReader& people_;
  AppointmentList& list_;
  bool several_ = false;  // the column's header speaks of more than one
};

}  // namespace

void read_appointment_table(const DocumentScan& scan, const Table& table, const Wording& wording,
                            const PeopleReader& people, AppointmentList& list) {
  TableReader reader(scan, table, wording, people, list);
  if (reader.read_groups()) return;
  if (const auto records = Records::find(scan, table, wording, kPeople)) {
    return reader.read_people(*records);
  }
  reader.read_labelled();
}

}  // namespace rapporteur
