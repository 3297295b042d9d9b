#include <algorithm>

#include "extractors/extractor.hpp"
#include "extractors/people.hpp"
#include "extractors/records.hpp"
#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

constexpr std::string_view kAppointmentsDoc = R"md(
Who holds which office: by sentences that tell of an appointment, by lines "Chair: …" and by tables
of groups with their chairs or rapporteurs. A person named twice for one office is one fact.

```document
TSAG appointed Ines Sample, Example Academy of Communications (EAC), Kestria as the JCA-EX Chairman and Mr Tom Probe, Veldania as the JCA-EX vice-chairman.
Chairman: Ines Sample, Example Academy of Communications (EAC), Kestria
The meeting appointed Oriane Model (Copper Inc.) as editor of the roadmap until 2026-12-31.
TSAG appointed Ms Ada First (NEC, Japan), Mr Bob Second (Telefon AB, Sweden) and Mr Cy Third (Kestria) as representatives to the SPCG in December 2022.
```

```facts
{"person": "Ines Sample", "office": "Chairman", "body": "JCA-EX", "affiliation": "Example Academy of Communications (EAC), Kestria"}
{"person": "Tom Probe", "office": "vice-chairman", "body": "JCA-EX", "affiliation": "Veldania"}
{"person": "Oriane Model", "office": "editor of the roadmap", "affiliation": "Copper Inc.", "until": "2026-12-31"}
{"person": "Ada First", "office": "representatives", "body": "SPCG", "affiliation": "NEC, Japan"}
{"person": "Bob Second", "office": "representatives", "body": "SPCG", "affiliation": "Telefon AB, Sweden"}
{"person": "Cy Third", "office": "representatives", "body": "SPCG", "affiliation": "Kestria"}
```

```document
Table 4 - Other groups
|| Title of the group | (Co-)chair(s) | Vice-chairs |
| Focus Group on examples (FG-EX) | T. Ada Sample (USA) | Mr Luo (Noah) Zhong (Huawei, China)\nDan Model (Kestria, from 03/2022 to 01/2024) |
| Other Group (OG) | Chair: Eve Probe (A, B) (from 01/2024); Fay Test (C)\nVice-chair: Gus Case (D) | - |
```

```facts
{"person": "T. Ada Sample", "office": "chair", "body": "FG-EX", "affiliation": "USA"}
{"person": "Luo (Noah) Zhong", "office": "Vice-chair", "body": "FG-EX", "affiliation": "Huawei, China"}
{"person": "Dan Model", "office": "Vice-chair", "affiliation": "Kestria", "from": "2022-03", "until": "2024-01"}
{"person": "Eve Probe", "office": "Chair", "body": "OG", "affiliation": "A, B", "from": "2024-01"}
{"person": "Fay Test", "office": "Chair", "affiliation": "C"}
{"person": "Gus Case", "office": "Vice-chair", "affiliation": "D"}
```

```document
The group met four times chaired by Mr Ada B. SAMPLE, Kestria (Kingdom of), assisted by Vice-chairs Mr Bob TEST (Veldania, from 01/2024), Mr Cy CASE (Norland) and Dan MODEL (Sundmark).
```

```facts
{"person": "Ada B. SAMPLE", "office": "chair", "affiliation": "Kestria (Kingdom of)"}
{"person": "Bob TEST", "office": "Vice-chair", "affiliation": "Veldania", "from": "2024-01"}
{"person": "Cy CASE", "office": "Vice-chair"}
{"person": "Dan MODEL", "office": "Vice-chair"}
```
)md";

// The words for one office in the forms in which people write it, for comparing.
std::string office_key(std::string_view office) {
  std::string key = lower_ascii(office);
  for (const std::string_view ending : {"man", "woman", "person", "s"}) {
    if (key.ends_with(ending)) key.resize(key.size() - ending.size());
  }
  return key;
}

class AppointmentReader {
 public:
  AppointmentReader(const DocumentScan& scan, const Wording& wording, Facts& facts)
      : scan_(scan), doc_(scan.doc()), wording_(wording), facts_(facts), people_(wording) {}

  void read() {
    const Patterns trigger = wording_.named("trigger");
    for (std::uint32_t i = 0; i < doc_.blocks().size(); ++i) {
      const Block& block = doc_.block({i});
      if (block.kind == BlockKind::table) {
        read_table(doc_.table(block.table));
      } else if (!block.cell && scan_.found({i}, trigger)) {
        read_block(BlockId{i});
      }
    }
  }

 private:
  void read_block(BlockId id) {
    const TextRange words = trimmed(doc_, doc_.block(id).text);
    if (read_lines(id, words)) return;
    for (const TextRange sentence : sentences(doc_, words)) {
      if (const auto act = find_match(doc_, sentence, wording_.named("act"))) {
        read_act(id, sentence, *act);
      } else if (const auto chaired = find_match(doc_, sentence, wording_.named("chaired"))) {
        const std::string body = words_at(doc_, chaired->group("body"));
        read_list(id, sentence, "chair", words_at(doc_, chaired->group("chair")), body);
        read_list(id, sentence, words_at(doc_, chaired->group("office")),
                  words_at(doc_, chaired->group("others")), body);
      }
    }
  }

  // "Chair: …" one under the other.
  bool read_lines(BlockId id, TextRange words) {
    bool found = false;
    std::uint32_t begin = words.begin;
    for (const std::string_view line : split(doc_.text(words), '\n')) {
      const TextRange range =
          trimmed(doc_, {begin, begin + static_cast<std::uint32_t>(line.size())});
      begin += static_cast<std::uint32_t>(line.size()) + 1;
      const auto match = find_match(doc_, range, wording_.named("line"));
      if (!match) continue;
      found = true;
      read_list(id, range, words_at(doc_, match->group("office")),
                words_at(doc_, match->group("people")), "");
    }
    return found;
  }

  // "… as Chair and … as Vice-chair of the group": a body named last is that of all.
  void read_act(BlockId id, TextRange sentence, const Match& act) {
    std::vector<std::pair<std::string, Office>> parts =
        people_.parts(words_at(doc_, act.group("people")));
    for (auto part = parts.rbegin(); part != parts.rend(); ++part) {
      if (part->second.body.empty() && part != parts.rbegin()) {
        part->second.body = std::prev(part)->second.body;
      }
    }
    for (const auto& [people, office] : parts) {
      for (Person& person : people_.list(people)) {
        if (person.until.empty()) person.until = office.until;
        add(id, sentence, std::move(person), office.name, office.body, "act");
      }
    }
  }

  void read_list(BlockId id, TextRange where, const std::string& office, const std::string& people,
                 const std::string& body) {
    for (Person& person : people_.list(people)) {
      add(id, where, std::move(person), office, body, "list");
    }
  }

  void read_table(const Table& table) {
    const Grid grid(doc_, table);
    for (std::uint32_t row = 0; row < std::min(grid.rows(), kDeepestHeader); ++row) {
      const std::uint32_t body = scan_.column(table, row, wording_.named("body-column"));
      if (body == kNoColumn) continue;
      for (std::uint32_t column = 0; column < grid.columns(); ++column) {
        const std::string office =
            matched_group(grid.text(row, column), wording_.named("office-column"), "office");
        if (!office.empty() && column != body) read_column(grid, row + 1, body, column, office);
      }
    }
  }

  void read_column(const Grid& grid, std::uint32_t from, std::uint32_t body, std::uint32_t column,
                   const std::string& office) {
    for (std::uint32_t row = from; row < grid.rows(); ++row) {
      if (grid.is_band(row)) continue;
      const std::string group = people_.body_of(grid.text(row, body));
      const std::string cell = grid.raw(row, column);
      std::string current = office;
      for (const std::string_view line : split(cell, '\n')) {
        std::string words = collapse(line);
        const Capture labelled = capture(words, wording_.named("line"));
        if (const std::string label = labelled.words("office"); !label.empty()) {
          current = label;
          words = labelled.words("people");
        }
        for (Person& person : people_.list(words)) {
          add(grid.first_block(row, column), grid.row_range(row), std::move(person), current, group,
              "table");
        }
      }
    }
  }

  void add(BlockId id, TextRange where, Person person, const std::string& office,
           const std::string& body, std::string pattern) {
    Appointment fact{
        std::move(person.name), office, body, std::move(person.affiliation), std::move(person.from),
        std::move(person.until)};
    for (const Fact& other : facts_.all()) {
      const Appointment* known = std::get_if<Appointment>(&other.value);
      if (known != nullptr && same(*known, fact)) return;
    }
    facts_.add(std::move(fact), id, where, std::move(pattern));
  }

  static bool same(const Appointment& a, const Appointment& b) {
    const bool one_body = a.body.empty() || b.body.empty() || a.body == b.body;
    return a.person == b.person && one_body && office_key(a.office) == office_key(b.office);
  }

  const DocumentScan& scan_;
  const Document& doc_;
  const Wording& wording_;
  Facts& facts_;
  PeopleReader people_;
};

void extract_appointments(const DocumentScan& scan, const Wording& wording, Facts& facts) {
  AppointmentReader(scan, wording, facts).read();
}

constexpr WordingKey kPatterns[] = {
    {"trigger", "a paragraph worth looking at for offices", LookIn::blocks},
    {"act", "a sentence that appoints; group people holds who and as what"},
    {"chaired", "who was in the chair; groups body, chair, office and others"},
    {"line", "a line with an office and who holds it; groups office and people"},
    {"office", "what stands after 'as'; groups office, body and until"},
    {"next-person", "what stands between an office and the next person"},
    {"person", "one person of a list; groups person, affiliation and tenure"},
    {"title", "a form of address before a name; group name"},
    {"tenure", "when an office is held; groups before, from and until"},
    {"nobody", "what stands in a list that is empty"},
    {"abbreviation", "a group's abbreviation after its name; group abbreviation"},
    {"body-column", "header of the column of groups"},
    {"office-column", "header of a column of office holders; group office"},
};

}  // namespace

extern const Extractor kAppointmentsExtractor;
const Extractor kAppointmentsExtractor = {.id = "appointments",
                                          .summary = "who holds which office of which group",
                                          .extract = extract_appointments,
                                          .doc = kAppointmentsDoc,
                                          .patterns = kPatterns};

}  // namespace rapporteur
