#include <algorithm>

#include "extractors/extractor.hpp"
#include "extractors/meeting/appointment_list.hpp"
#include "extractors/reading/occasion.hpp"
#include "extractors/reading/records.hpp"
#include "extractors/reading/relative_date.hpp"
#include "pipeline/text/language.hpp"
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
{"person": "Ada First", "office": "representatives", "body": "SPCG", "affiliation": "NEC", "country": "Japan"}
{"person": "Bob Second", "office": "representatives", "body": "SPCG", "affiliation": "Telefon AB", "country": "Sweden"}
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
{"person": "Luo (Noah) Zhong", "office": "Vice-chair", "body": "FG-EX", "affiliation": "Huawei", "country": "China"}
{"person": "Dan Model", "office": "Vice-chair", "affiliation": "Kestria", "from": "2022-03", "until": "2024-01"}
{"person": "Eve Probe", "office": "Chair", "body": "OG", "affiliation": "A, B", "from": "2024-01"}
{"person": "Fay Test", "office": "Chair", "affiliation": "C"}
{"person": "Gus Case", "office": "Vice-chair", "affiliation": "D"}
```

```document
The meeting confirmed the appointment of Dr. J. K. Sample (ETRI, Korea (Republic of)) as co-Rapporteur for Question 7/11.
Ms Mona Essai (Orange, France) was re-elected as Vice-chair of WP2/11 for the period 2025-2028.
Mr Ole Probe has stepped down as editor of Q.3999 on 1 April 2023.
Mr Chen Test (ZTE, China) replaces Ms Wu Case (ZTE, China) as Associate Rapporteur of Q2/11, with effect from 1 May 2023.
SG11 elected Mr A. Model (Kestria) Chair until the end of 2026, replacing Ms Fay Test.
Co-Chairs: Ada First, Bob Second
If Ms Ada First is elected as Chair, she will resign as editor.
The Chair shall be elected by the members.
```

```facts
{"person": "J. K. Sample", "office": "co-Rapporteur", "body": "Q7/11", "affiliation": "ETRI", "country": "Korea (Republic of)"}
{"person": "Mona Essai", "office": "Vice-chair", "body": "WP2/11", "from": "2025", "until": "2028"}
{"person": "Ole Probe", "office": "editor of Q.3999", "until": "2023-04-01"}
{"person": "Chen Test", "office": "Associate Rapporteur", "body": "Q2/11", "from": "2023-05-01"}
{"person": "Wu Case", "office": "Associate Rapporteur", "body": "Q2/11", "affiliation": "ZTE", "until": "2023-05-01"}
{"person": "A. Model", "office": "Chair", "body": "SG11", "until": "2026"}
{"person": "Fay Test", "office": "Chair", "body": "SG11"}
{"person": "Ada First", "office": "Co-Chair"}
{"person": "Bob Second", "office": "Co-Chair"}
```

```document
|| Name | Role | Country | Term of office |
| Ms Ritu Model | Chair | India | 2022-2024 |
| Mr Ivan Probe | Vice-Chair, WP1/13 | Kestria | until 2026 |
| Mr Joe Case | Delegate | Canada | |
```

```facts
{"person": "Ritu Model", "office": "Chair", "country": "India", "from": "2022", "until": "2024"}
{"person": "Ivan Probe", "office": "Vice-Chair", "body": "WP1/13", "affiliation": "Kestria", "until": "2026"}
```

```document
Le GT 1 a nommé M. Jean Cas (France) rapporteur pour la Question 3/13, et la réunion s'est félicitée de ce choix dans le cadre de ses travaux.
Mme Ada Modèle (Suisse) a été élue présidente de la CE 13.
```

```facts
{"person": "Jean Cas", "office": "rapporteur", "body": "Q3/13"}
{"person": "Ada Modèle", "office": "présidente", "body": "CE 13"}
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

// What a sentence says, while it is being read.
struct Statement {
  Nomination at;
  TextRange area;  // without the term and the predecessor that were cut off its end
  Tenure term;
  std::string predecessor;  // whom the people named replace
};

class AppointmentReader {
 public:
  AppointmentReader(const DocumentScan& scan, const Wording& wording, Facts& facts)
      : scan_(scan),
        doc_(scan.doc()),
        wording_(wording),
        people_(scan.profile(), language_of(scan.doc().text())),
        list_(facts) {}

  void read() {
    const Patterns trigger = wording_.named("trigger");
    for (std::uint32_t i = 0; i < doc_.blocks().size(); ++i) {
      const Block& block = doc_.block({i});
      if (block.kind == BlockKind::table) {
        read_appointment_table(scan_, doc_.table(block.table), wording_, people_, list_);
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
      if (!matches(doc_.text(sentence), wording_.named("not"))) read_sentence(id, sentence);
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
      const Office office{
          words_of(*match, "office"), people_.body_of(words_of(*match, "body")), {}, {}};
      for (Person& person : people_.list(words_of(*match, "people"), match->has("plural"))) {
        list_.add({id, range, "line", 100, ""}, std::move(person), office);
      }
    }
    return found;
  }

  void read_sentence(BlockId id, TextRange sentence) {
    TextRange first = sentence;
    TextRange left{sentence.end, sentence.end};
    if (const auto second = find_match(doc_, sentence, wording_.named("second-act"))) {
      first.end = second->where.begin;
      left = second->group("rest");
    }
    read_act_of(id, sentence, first);
    if (!left.empty()) read_act_of(id, sentence, left);
  }

  void read_act_of(BlockId id, TextRange sentence, TextRange area) {
    Statement said{{id, sentence, "", 100, ""}, area, {}, {}};
    cut(said.area, "votes");
    if (const auto old = cut(said.area, "predecessor")) said.predecessor = words_of(*old, "people");
    if (const auto term = cut(said.area, "term")) give_term(*term, said);
    using Shape = void (AppointmentReader::*)(Statement&, const Match&);
    static constexpr std::pair<std::string_view, Shape> kShapes[] = {
        {"replaced", &AppointmentReader::read_replaced},
        {"left", &AppointmentReader::read_left},
        {"act", &AppointmentReader::read_act},
        {"named", &AppointmentReader::read_named},
        {"chaired", &AppointmentReader::read_chaired}};
    for (const auto& [name, read] : kShapes) {
      const auto match = find_match(doc_, said.area, wording_.named(name));
      if (!match) continue;
      said.at.pattern = name;
      return (this->*read)(said, *match);
    }
  }

  // What the first of these patterns finds, which then is no longer part of `area`.
  std::optional<Match> cut(TextRange& area, std::string_view name) const {
    auto match = find_match(doc_, area, wording_.named(name));
    if (match) area.end = match->where.begin;
    return match;
  }

  void give_term(const Match& match, Statement& said) const {
    said.term = people_.tenure(words_of(match, "dates"));
    const std::string years = lower_ascii(words_of(match, "years"));
    if (years.empty()) return;
    // "for a term of two years": it begins at the meeting.
    const std::string from = occasion_of(doc_, scan_.profile()).until;
    const int count = number_in(years, wording_.list("numbers"));
    if (from.empty() || count <= 0) return;
    said.term.from = from;
    said.term.until = shifted(from, count, 0, 0);
    infer(said, "the term is counted from the meeting");
  }

  // "… as Chair and … as Vice-chair of the group": a body named last is that of all.
  void read_act(Statement& said, const Match& match) {
    read_parts(said, match, words_of(match, "people"));
  }

  void read_parts(const Statement& said, const Match& match, const std::string& words) {
    std::vector<std::pair<std::string, Office>> parts = people_.parts(words);
    for (auto part = parts.rbegin(); part != parts.rend(); ++part) {
      if (part->second.body.empty() && part != parts.rbegin()) {
        part->second.body = std::prev(part)->second.body;
      }
    }
    for (auto& [people, office] : parts) {
      if (office.body.empty()) office.body = elector(match, office);
      add(said, people_.list(people, true), office);
    }
  }

  // "… was elected Chair of the group", "elected … Chair of the group"
  void read_named(Statement& said, const Match& match) {
    // "elected A (X) Chair and B (Y) Vice-chair"
    std::string office_words = words_of(match, "office");
    const std::size_t as = office_words.size();
    for (const Pattern& pattern : wording_.named("then-office")) {
      re2::RE2::GlobalReplace(&office_words, *pattern.expression, ") as \\1");
    }
    if (office_words.size() != as) {
      return read_parts(said, match, words_of(match, "people") + " as " + office_words);
    }
    Office office = people_.office(office_words);
    if (office.body.empty()) office.body = elector(match, office);
    add(said, people_.list(words_of(match, "people"), true), office);
  }

  // A group elects its own chair.
  std::string elector(const Match& match, const Office& office) const {
    return matches(office.name, wording_.named("own-office"))
               ? people_.body_of(words_of(match, "by"))
               : std::string();
  }

  void read_left(Statement& said, const Match& match) {
    Office office = people_.office(words_of(match, "office"));
    for (const std::string* told : {&said.term.until, &said.term.from}) {
      if (office.until.empty()) office.until = *told;
    }
    if (office.until.empty()) office.until = date_in(words_of(match, "when"));
    end(said, words_of(match, "people"), office);
  }

  void read_replaced(Statement& said, const Match& match) {
    said.predecessor = words_of(match, "old");
    add(said, people_.list(words_of(match, "new"), true),
        people_.office(words_of(match, "office")));
  }

  void read_chaired(Statement& said, const Match& match) {
    const std::string body = people_.body_of(words_of(match, "body"));
    add(said, people_.list(words_of(match, "chair")), {"chair", body, {}, {}});
    add(said, people_.list(words_of(match, "others"), true),
        {words_of(match, "office"), body, {}, {}});
  }

  void add(const Statement& said, std::vector<Person> people, Office office) {
    if (!matches(office.name, wording_.named("is-office"))) return;
    if (office.from.empty()) office.from = said.term.from;
    if (office.until.empty()) office.until = said.term.until;
    for (Person& person : people) list_.add(said.at, std::move(person), office);
    if (said.predecessor.empty() || people.empty()) return;
    end(said, said.predecessor, {office.name, office.body, {}, office.from});
  }

  // An office that ends: when the next one begins, else with the meeting.
  void end(Statement said, const std::string& people, Office office) {
    if (!matches(office.name, wording_.named("is-office"))) return;
    if (office.until.empty()) {
      office.until = occasion_of(doc_, scan_.profile()).until;
      if (!office.until.empty()) infer(said, "the office is taken to end with the meeting");
    }
    for (Person& person : people_.list(people, true)) {
      list_.add(said.at, std::move(person), office);
    }
  }

  static void infer(Statement& said, std::string reason) {
    said.at.confidence = kInferred;
    said.at.reason = std::move(reason);
  }

  std::string words_of(const Match& match, const std::string& group) const {
    return words_at(doc_, match.group(group));
  }

  static constexpr int kInferred = 80;

  const DocumentScan& scan_;
  const Document& doc_;
  const Wording& wording_;
  PeopleReader people_;
  AppointmentList list_;
};

void extract_appointments(const DocumentScan& scan, const Wording& wording, Facts& facts) {
  AppointmentReader(scan, wording, facts).read();
}

constexpr WordingKey kLists[] = {{"numbers", "numbers in words, from none on"}};

constexpr WordingKey kPatterns[] = {
    {"trigger", "a paragraph worth looking at for offices", LookIn::blocks},
    {"not", "a sentence that appoints nobody: rules, conditions, questions"},
    {"predecessor", "the end of a sentence that tells who is replaced; group people"},
    {"term", "how long an office is held; groups dates and years"},
    {"votes", "the end of a sentence that counts the votes"},
    {"second-act", "a second appointment in one sentence; group rest"},
    {"then-office", "an office behind the bracket of a person; group office"},
    {"replaced", "a sentence in which one takes over from another; groups new, old and office"},
    {"left", "a sentence in which somebody leaves an office; groups people, office and when"},
    {"named", "a sentence with one office behind its people; groups people, office and by"},
    {"act", "a sentence that appoints; groups people (who and as what) and by"},
    {"chaired", "who was in the chair; groups body, chair, office and others"},
    {"line", "a line with an office and who holds it; groups office, plural, body and people"},
    {"is-office", "words that name an office"},
    {"own-office", "an office that a group fills for itself"},
    {"office", "what stands after 'as'; groups office, body, from and until"},
    {"next-person", "what stands between an office and the next person"},
    {"person", "one person of a list; groups person, affiliation and tenure"},
    {"no-person", "what begins like a name and is another thing"},
    {"state", "a country with its form of government; group name"},
    {"title", "a form of address before a name; group name"},
    {"title-fr", "the same in texts in French only; group name"},
    {"tenure", "when an office is held; groups before, from and until"},
    {"address", "an e-mail address or a telephone number of a person"},
    {"nobody", "what stands in a list that is empty"},
    {"abbreviation", "a group's abbreviation after its name; group abbreviation"},
    {"body-column", "header of the column of groups"},
    {"office-column", "header of a column of office holders; groups office and plural"},
    {"person-column", "header of the column of people, where each has an office"},
    {"role-column", "header of the column of offices"},
    {"affiliation-column", "header of the column of organizations"},
    {"country-column", "header of the column of countries"},
    {"of-column", "header of the column of groups, where each row is a person"},
    {"term-column", "header of the column of terms of office"},
};

}  // namespace

extern const Extractor kAppointmentsExtractor;
const Extractor kAppointmentsExtractor = {.id = "appointments",
                                          .summary = "who holds which office of which group",
                                          .extract = extract_appointments,
                                          .doc = kAppointmentsDoc,
                                          .lists = kLists,
                                          .patterns = kPatterns};

}  // namespace rapporteur
