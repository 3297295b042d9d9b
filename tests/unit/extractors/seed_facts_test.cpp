#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <vector>

#include "extractors/extractor.hpp"
#include "parsers/reader.hpp"
#include "pipeline/base/files.hpp"
#include "pipeline/normalise/normalise.hpp"
#include "pipeline/profile/profile.hpp"
#include "pipeline/text/fold.hpp"
#include "pipeline/text/words.hpp"
#include "tests/support/folders.hpp"

// The facts of the five seed documents against their answer key, which is read at run time from
// beside the checkout. Each kind is checked both ways: nothing missing, nothing invented.

namespace rapporteur {
namespace {

const std::filesystem::path kShared = source_folder() / "../shared";

bool skipped() {
  if (std::filesystem::exists(kShared / "answers/SEED-FACTS.md")) return false;
  WARN("skipped: no ../shared");
  return true;
}

std::string bytes_of(const std::filesystem::path& file) {
  Result<std::string> bytes = read_file(file, Limits().file_bytes);
  REQUIRE(bytes);
  return std::move(*bytes);
}

struct Located {
  FactValue value;
  Place place;
};

std::vector<Located> facts_of(std::string_view number) {
  const Result<Profile> profile = ProfileSource().load("itu-t");
  REQUIRE(profile);
  for (const auto& entry : std::filesystem::directory_iterator(kShared / "seeds")) {
    const std::string name = entry.path().filename().string();
    if (!name.starts_with(number)) continue;
    Result<Draft> draft = read_document(bytes_of(entry.path()), name);
    REQUIRE(draft);
    const Document doc = normalise(std::move(*draft), *profile);
    std::vector<Located> out;
    for (const Fact& fact : extract(doc, *profile)) {
      out.push_back({fact.value, locate(doc, fact.block, fact.where)});
    }
    return out;
  }
  FAIL("no seed " << number);
  return {};
}

template <class T>
std::vector<std::pair<T, Place>> only(const std::vector<Located>& facts) {
  std::vector<std::pair<T, Place>> out;
  for (const Located& fact : facts) {
    if (const T* value = std::get_if<T>(&fact.value)) out.emplace_back(*value, fact.place);
  }
  return out;
}

// The part of the key about one seed.
std::string section(std::string_view number) {
  const std::string key = bytes_of(kShared / "answers/SEED-FACTS.md");
  const std::size_t begin = key.find("\n## " + std::string(number));
  REQUIRE(begin != std::string::npos);
  return key.substr(begin, key.find("\n## ", begin + 1) - begin);
}

// The paragraph of the key that begins with this bold label.
std::string paragraph(std::string_view number, std::string_view label) {
  const std::string text = section(number);
  const std::size_t begin = text.find("**" + std::string(label));
  REQUIRE(begin != std::string::npos);
  return text.substr(begin, text.find('\n', begin) - begin);
}

using Rows = std::vector<std::vector<std::string>>;

// The data rows of the Markdown table that follows this heading in the key.
Rows table_after(std::string_view number, std::string_view heading) {
  const std::string text = section(number);
  const std::size_t begin = text.find(heading);
  REQUIRE(begin != std::string::npos);
  Rows rows;
  for (const std::string_view line :
       split(std::string_view(text).substr(begin + heading.size()), '\n')) {
    if (!line.starts_with("|") && rows.size() > 2) break;
    if (!line.starts_with("|")) continue;
    std::vector<std::string> cells;
    for (const std::string_view cell : split(line.substr(1), '|')) cells.push_back(collapse(cell));
    cells.pop_back();
    rows.push_back(std::move(cells));
  }
  REQUIRE(rows.size() > 2);
  rows.erase(rows.begin(), rows.begin() + 2);
  return rows;
}

// The captioned table of the seeds with this label, header row left out.
Rows seed_table(std::string_view label) {
  for (const auto& entry : nlohmann::json::parse(bytes_of(kShared / "answers/seed-tables.json"))) {
    if (entry["label"] != label) continue;
    Rows rows = entry["rows"].get<Rows>();
    rows.erase(rows.begin(), rows.begin() + entry["header_rows"].get<int>());
    return rows;
  }
  FAIL("no table " << label);
  return {};
}

std::string folded(std::string_view text) {
  std::string out;
  append_folded(text, out);
  return collapse(out);
}

// The whole numbers in a text: "449, 519" -> {449, 519}.
std::vector<std::uint32_t> numbers_in(std::string_view text) {
  std::vector<std::uint32_t> out;
  bool inside = false;
  for (const char c : text) {
    if (!is_digit(c)) {
      inside = false;
      continue;
    }
    if (!inside) out.push_back(0);
    inside = true;
    out.back() = out.back() * 10 + static_cast<std::uint32_t>(c - '0');
  }
  return out;
}

// "… Deadlines (2). …" -> 2
std::size_t count_in_label(std::string_view paragraph) {
  const std::size_t open = paragraph.find('(');
  REQUIRE(open != std::string_view::npos);
  return numbers_in(paragraph.substr(open, 6)).at(0);
}

}  // namespace

TEST_CASE("the agenda of the circular is read as the key has it") {
  if (skipped()) return;
  const std::string key = paragraph("001", "Agenda (");
  const auto items = only<AgendaItem>(facts_of("001"));
  CHECK(items.size() == count_in_label(key));
  const std::string list = key.substr(key.find("** ") + 3);
  std::size_t at = 0;
  for (const std::string_view entry : split(list, ';')) {
    const std::vector<std::string_view> expected = words(entry);
    REQUIRE(at < items.size());
    CHECK(items[at].first.number == expected.at(0));
    // The key shortens titles; their first words are those of the text.
    std::string first(expected.at(1));
    while (first.ends_with('.')) first.pop_back();
    CHECK(items[at].first.title.starts_with(first));
    CHECK(items[at].second.quote.find(items[at].first.title) != std::string::npos);
    ++at;
  }
  for (const char* other : {"000", "002", "003", "004"}) {
    CHECK(only<AgendaItem>(facts_of(other)).empty());
  }
}

TEST_CASE("deadlines and appointments of the circular are those of the key") {
  if (skipped()) return;
  const std::vector<Located> facts = facts_of("001");
  const std::string deadlines = paragraph("001", "Deadlines (");
  const auto found = only<Deadline>(facts);
  CHECK(found.size() == count_in_label(deadlines));
  for (const auto& [deadline, place] : found) {
    CHECK(deadlines.find(deadline.date) != std::string::npos);
    CHECK_FALSE(deadline.what.empty());
  }
  const std::string appointments = paragraph("001", "Appointments (");
  const auto people = only<Appointment>(facts);
  CHECK(people.size() == count_in_label(appointments));
  for (const auto& [appointment, place] : people) {
    CAPTURE(appointment.person);
    CHECK(appointments.find(appointment.person) != std::string::npos);
    CHECK(appointments.find(appointment.body) != std::string::npos);
  }
}

TEST_CASE("the position table and the positions in running text are those of the key") {
  if (skipped()) return;
  const auto found = only<Position>(facts_of("002"));
  const Rows key = table_after("002", "**Table 1");
  std::map<std::string, Position> outside;
  std::map<std::uint32_t, Position> inside;
  for (const auto& [position, place] : found) {
    if (position.table == 0) {
      outside.emplace(position.party, position);
    } else {
      inside.emplace(position.row, position);
    }
  }
  CHECK(inside.size() == key.size());
  for (const std::vector<std::string>& row : key) {
    CAPTURE(row[1]);
    const Position& position = inside[numbers_in(row[0]).at(0)];
    CHECK(row[1].find(position.party) == 0);
    CHECK(row[1].find(position.office) != std::string::npos);
    CHECK(position.consulted == row[2]);
    CHECK(position.comment == collapse(row[3]));
    CHECK(position.as_written == row[4]);
    CHECK_FALSE(position.question.empty());
  }
  const std::string tally = section("002").substr(section("002").find("Tally: "));
  std::map<Stance, std::size_t> counts;
  for (const auto& [row, position] : inside) ++counts[position.stance];
  const auto told = [&](std::string_view word) {
    return numbers_in(tally.substr(tally.find(word), word.size() + 4)).at(0);
  };
  CHECK(counts[Stance::object] == told("Object "));
  CHECK(counts[Stance::support] == told("Support "));
  CHECK(counts[Stance::abstain] == told("abstain "));
  CHECK(counts[Stance::none] == told("N/A "));

  const std::string text = paragraph("002", "Positions outside the table.");
  REQUIRE(outside.size() == 2);
  for (const auto& [party, position] : outside) CHECK(text.find(party + ": ") != std::string::npos);
  const auto changed = std::ranges::find_if(
      outside, [](const auto& entry) { return entry.second.stance == Stance::object; });
  REQUIRE(changed != outside.end());
  CHECK(changed->second.earlier == "support");
  for (const char* other : {"000", "001", "003", "004"}) {
    CHECK(only<Position>(facts_of(other)).empty());
  }
}

TEST_CASE("the decisions of the seeds are those of the key") {
  if (skipped()) return;
  CHECK(only<Decision>(facts_of("000")).empty());
  CHECK(only<Decision>(facts_of("001")).size() == count_in_label(paragraph("001", "Decisions (")));
  CHECK(only<Decision>(facts_of("003")).size() ==
        count_in_label(paragraph("003", "Decisions reported (")));
  // "(1) … (2) … (3) …"
  const std::string outcomes = paragraph("002", "Decisions and outcomes.");
  const std::size_t last = outcomes.rfind(") ") - 1;
  CHECK(only<Decision>(facts_of("002")).size() == numbers_in(outcomes.substr(last, 1)).at(0));

  const auto found = only<Decision>(facts_of("004"));
  std::set<std::uint32_t> lines;
  for (const auto& [decision, place] : found) lines.insert(place.line);
  std::set<std::uint32_t> allowed;
  for (const std::vector<std::string>& row : table_after("004", "### Decisions (")) {
    CAPTURE(row[1], row[3]);
    const std::vector<std::uint32_t> told = numbers_in(row[1]);
    allowed.insert(told.begin(), told.end());
    CHECK(std::ranges::any_of(told, [&](std::uint32_t line) { return lines.contains(line); }));
  }
  // The key tells two establishments and the notings as history, outside its table.
  for (const auto& [decision, place] : found) {
    const bool history = !decision.date.empty() && decision.date < "2022";
    if (decision.verb == "noted" || history) continue;
    CAPTURE(place.line, place.quote);
    CHECK(allowed.contains(place.line));
  }
}

TEST_CASE("the roadmap entries of the assembly report are the rows of its tables") {
  if (skipped()) return;
  const auto found = only<RoadmapEntry>(facts_of("004"));
  std::size_t at = 0;
  const std::map<std::string, std::vector<std::size_t>> columns = {
      // number, date, status, title
      {"TABLE 8", {0, 1, 2, 4}},
      {"TABLE 10", {0, 2, 2, 3}},
      {"TABLE 12", {0, 1, 2, 3}},
      {"TABLE 15", {0, 1, 2, 3}},
  };
  for (const char* label : {"TABLE 8", "TABLE 10", "TABLE 12", "TABLE 15"}) {
    const std::vector<std::size_t>& column = columns.at(label);
    for (const std::vector<std::string>& row : seed_table(label)) {
      REQUIRE(at < found.size());
      const RoadmapEntry& entry = found[at++].first;
      CHECK(folded(row[column[0]]).starts_with(entry.number));
      CHECK(entry.body == "ITU-T");
      CHECK(entry.date == folded(row[column[1]]));
      CHECK(entry.title == folded(row[column[3]]));
      if (column[1] != column[2]) {
        CHECK(entry.status_as_written == folded(row[column[2]]));
      } else {
        CHECK(entry.status == "deleted");
      }
    }
  }
  // The draft Questions: number, title, and as status where each comes from.
  for (const std::vector<std::string>& row : seed_table("Table 2.1")) {
    REQUIRE(at < found.size());
    const RoadmapEntry& entry = found[at++].first;
    CHECK(entry.number == folded(row[0]));
    CHECK(entry.title == folded(row[1]));
    CHECK(entry.status == "proposed");
    CHECK(entry.status_as_written == folded(row[2]));
  }
  CHECK(at == found.size());
  for (const char* other : {"000", "001", "002", "003"}) {
    CHECK(only<RoadmapEntry>(facts_of(other)).empty());
  }
}

TEST_CASE("the role holders and meetings of the assembly report are complete") {
  if (skipped()) return;
  const std::vector<Located> facts = facts_of("004");
  const std::string key = section("004");
  const std::size_t heading = key.find("### Appointments and role holders (");
  REQUIRE(heading != std::string::npos);
  CHECK(only<Appointment>(facts).size() == count_in_label(key.substr(heading, 60)));
  const auto meetings = only<Meeting>(facts);
  CHECK(meetings.size() == seed_table("TABLE 1").size() + seed_table("TABLE 2").size());
  std::set<std::pair<std::string, std::string>> dates;
  for (const auto& [meeting, place] : meetings) dates.emplace(meeting.from, meeting.body);
  for (const std::vector<std::string>& row : seed_table("TABLE 2")) {
    CAPTURE(row[0], row[2]);
    CHECK(dates.contains({row[0], row[2]}));
  }
}

TEST_CASE(
    "the meetings of the circular and the events of the document on a workshop are complete") {
  if (skipped()) return;
  const std::string key = paragraph("001", "Meeting.");
  const auto found = only<Meeting>(facts_of("001"));
  // The meeting itself, the one it is held within, and the one that decided to hold it.
  const auto own = std::ranges::find_if(found, [](const auto& each) {
    return !each.first.time.empty() && each.first.from == each.first.until;
  });
  REQUIRE(own != found.end());
  CHECK(key.find("First meeting of " + own->first.body) != std::string::npos);
  CHECK(key.find(own->first.place) != std::string::npos);
  const std::string day = std::to_string(numbers_in(own->first.from).at(2));
  CHECK(key.find(day + " March " + own->first.from.substr(0, 4)) != std::string::npos);
  for (const std::uint32_t time : numbers_in(own->first.time)) {
    CHECK(key.find(std::to_string(time)) != std::string::npos);
  }
  CHECK(found.size() == 3);

  // "TSAG December 2018: … . ITU Workshop on QIT: early June 2019, … . CJK CTO meeting: July 2019,
  // …"
  const std::string events = paragraph("003", "Events.");
  const auto told = only<Meeting>(facts_of("003"));
  CHECK(told.size() == 3);
  for (const auto& [meeting, place] : told) {
    CAPTURE(meeting.title, meeting.from);
    CHECK(events.find(meeting.body) != std::string::npos);
    CHECK(events.find(meeting.from.substr(0, 4)) != std::string::npos);
  }
  CHECK(only<Meeting>(facts_of("000")).empty());
}

TEST_CASE("nothing is read from the seeds that the key does not have") {
  if (skipped()) return;
  for (const char* number : {"000", "001", "002", "003", "004"}) {
    CAPTURE(number);
    const std::vector<Located> facts = facts_of(number);
    CHECK(only<Action>(facts).empty());
    CHECK(only<Liaison>(facts).empty());
    CHECK(only<WorkItem>(facts).empty());
    CHECK(only<Vote>(facts).empty());
    CHECK(only<Reference>(facts).empty());
    CHECK(only<Term>(facts).empty());
    if (std::string_view(number) != "001") CHECK(only<Deadline>(facts).empty());
    const bool has_people = std::string_view(number) == "001" || std::string_view(number) == "004";
    if (!has_people) CHECK(only<Appointment>(facts).empty());
  }
}

TEST_CASE("every fact of the seeds quotes words of the document") {
  if (skipped()) return;
  for (const char* number : {"000", "001", "002", "003", "004"}) {
    for (const Located& fact : facts_of(number)) {
      CAPTURE(number, type_of(fact.value));
      CHECK_FALSE(fact.place.quote.empty());
      CHECK(fact.place.line > 0);
    }
  }
}

}  // namespace rapporteur
