#include <algorithm>

#include "extractors/extractor.hpp"
#include "extractors/records.hpp"
#include "pipeline/text/date.hpp"
#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

constexpr std::string_view kMeetingsDoc = R"md(
Which meetings were or will be held, where and when: from sentences, from headers of documents and
from tables of meetings. A meeting named again adds what it says to the first mention.

```document
The first meeting of JCA-EX will be held in Geneva on 22 March 2023 from 13:00 to 14:30 Geneva time (in colocation with the meeting of ITU-T Study Group 13 taking place from 13-24 March 2023).
Draft Agenda for the first JCA-EX meeting (Geneva, 22 March 2023)
The Example Advisory Group (EAG), at its meeting held from 24 to 28 November 2025, agreed to go on.
The meeting closed at 19:27.
```

```facts
{"body": "JCA-EX", "title": "first meeting of JCA-EX", "place": "Geneva", "from": "2023-03-22", "until": "2023-03-22", "time": "13:00 to 14:30"}
{"body": "Study Group 13", "title": "meeting of ITU-T Study Group 13", "from": "2023-03-13", "until": "2023-03-24"}
{"body": "EAG", "from": "2025-11-24", "until": "2025-11-28"}
```

```document
TABLE 1
Meetings of TSAG
|| Meetings | Place, date | Reports |
| TSAG | Geneva, 12-16 December 2022 | TSAG-R1 |
| TSAG | Geneva, 30 May - 2 June 2023 | TSAG-R2 |
Table 2 - Rapporteur meetings
|| Dates | Place/Host | RG | Event name |
| 2023-01-31 | E-Meeting | RG-IEM | TSAG RG-IEM e-meeting |
```

```facts
{"body": "TSAG", "place": "Geneva", "from": "2022-12-12", "until": "2022-12-16"}
{"body": "TSAG", "place": "Geneva", "from": "2023-05-30", "until": "2023-06-02"}
{"body": "RG-IEM", "title": "TSAG RG-IEM e-meeting", "place": "E-Meeting", "from": "2023-01-31", "until": "2023-01-31"}
```

```document
3GPP TSG-SA WG5 Meeting #165\t\tS5-261107
Porto, Portugal, 9 - 13 February 2026
The next meeting of SA5, SA5#166, is held in Sintra on 13 - 17 April 2026.
```

```facts
{"body": "3GPP TSG-SA WG5", "title": "3GPP TSG-SA WG5 Meeting #165", "place": "Porto, Portugal", "from": "2026-02-09", "until": "2026-02-13"}
{"body": "SA5", "title": "next meeting of SA5", "place": "Sintra", "from": "2026-04-13", "until": "2026-04-17"}
```
)md";

constexpr ColumnSpec kColumns[] = {
    {"date-column", true}, {"title-column"}, {"body-column"}, {"place-column"}};
constexpr int kFromText = 90;

std::string place_before(std::string_view text) {
  std::string_view place = trim(text);
  while (!place.empty() && (place.back() == ',' || place.back() == '(' || place.back() == ':')) {
    place = trim(place.substr(0, place.size() - 1));
  }
  return collapse(place);
}

class MeetingReader {
 public:
  MeetingReader(const DocumentScan& scan, const Wording& wording, Facts& facts)
      : scan_(scan),
        doc_(scan.doc()),
        wording_(wording),
        facts_(facts),
        year_(year_of(scan.doc())) {}

  void read() {
    const Patterns trigger = wording_.named("trigger");
    for (std::uint32_t i = 0; i < doc_.blocks().size(); ++i) {
      const BlockId id{i};
      const Block& block = doc_.block(id);
      if (block.kind == BlockKind::table) {
        read_table(doc_.table(block.table));
      } else if (block.kind != BlockKind::toc && scan_.found(id, trigger)) {
        if (!block.cell) read_header(id);
        read_text(id);
      }
    }
  }

 private:
  void read_text(BlockId id) {
    for (const TextRange sentence : sentences(doc_, doc_.block(id).text)) {
      // No meeting without a date.
      if (std::ranges::none_of(doc_.text(sentence), is_digit)) continue;
      TextRange left = sentence;
      while (const auto match = find_match(doc_, left, wording_.named("mention"))) {
        read_mention(id, sentence, *match);
        left.begin = std::max(match->group("rest").begin + 1, left.begin + 1);
      }
    }
  }

  void read_mention(BlockId id, TextRange sentence, const Match& match) {
    const TextRange rest = match.group("rest");
    const std::string_view text = doc_.text(rest);
    const auto assumed = year_ == 0 ? std::optional<int>() : std::optional<int>(year_);
    const std::vector<DateMention> dates = find_dates(text, assumed);
    if (dates.empty() || dates.front().begin > kFarthestDate) return;
    Meeting meeting;
    meeting.title = words_at(doc_, match.group("title"));
    meeting.body = body_of(words_at(doc_, match.group("body")));
    meeting.from = dates.front().from.iso();
    meeting.until = dates.front().to.iso();
    meeting.place = place_in(text, dates.front());
    meeting.time = matched_group(text, wording_.named("time"), "time");
    add(std::move(meeting), id, sentence, "mention", dates.front().year_inferred);
  }

  // "in Geneva on 22 March" or "Geneva, 22 March".
  std::string place_in(std::string_view text, const DateMention& date) const {
    const std::string place = matched_group(text, wording_.named("place"), "place");
    if (!place.empty()) return place;
    const std::string before = place_before(text.substr(0, date.begin));
    return matches(before, wording_.named("place-alone")) ? before : std::string();
  }

  std::string body_of(const std::string& words) const {
    const std::string abbreviation =
        matched_group(words, wording_.named("abbreviation"), "abbreviation");
    if (!abbreviation.empty()) return abbreviation;
    const std::string body = matched_group(words, wording_.named("body"), "body");
    return body.empty() ? words : body;
  }

  // The head of a document: the meeting on one line, place and date on the next.
  void read_header(BlockId id) {
    const auto match =
        find_match(doc_, trimmed(doc_, doc_.block(id).text), wording_.named("header"));
    const BlockId next{id.index + 1};
    if (!match || next.index >= doc_.blocks().size()) return;
    const std::string_view text = doc_.text(next);
    const std::vector<DateMention> dates = find_dates(text);
    if (dates.empty() || doc_.block(next).cell) return;
    Meeting meeting;
    meeting.title = words_at(doc_, match->group("title"));
    meeting.body = words_at(doc_, match->group("body"));
    meeting.place = place_before(text.substr(0, dates.front().begin));
    meeting.from = dates.front().from.iso();
    meeting.until = dates.front().to.iso();
    add(std::move(meeting), id, {match->where.begin, doc_.block(next).text.end}, "header", false);
  }

  void read_table(const Table& table) {
    const std::optional<Records> records = Records::find(scan_, table, wording_, kColumns);
    if (!records || (!records->has("title-column") && !records->has("body-column"))) return;
    const std::string above = words_above(doc_, table);
    if (!matches(above, wording_.named("caption")) &&
        !matches(records->header_text("title-column"), wording_.named("sure-title-column"))) {
      return;
    }
    for (std::uint32_t row = records->first_row(); row < records->end_row(); ++row) {
      read_row(*records, row);
    }
  }

  void read_row(const Records& records, std::uint32_t row) {
    const std::string date = records.text(row, "date-column");
    const auto assumed = year_ == 0 ? std::optional<int>() : std::optional<int>(year_);
    const std::vector<DateMention> dates = find_dates(date, assumed);
    if (dates.empty()) return;
    Meeting meeting;
    meeting.title = records.text(row, "title-column");
    meeting.body = records.text(row, "body-column");
    if (meeting.body.empty()) {
      meeting.body = matched_group(meeting.title, wording_.named("body"), "body");
    }
    meeting.place = records.text(row, "place-column");
    if (records.column_of("place-column") == records.column_of("date-column") ||
        meeting.place.empty()) {
      meeting.place = place_before(std::string_view(date).substr(0, dates.front().begin));
    }
    meeting.from = dates.front().from.iso();
    meeting.until = dates.front().to.iso();
    add(std::move(meeting), records.block(row), records.range(row), "table",
        dates.front().year_inferred);
  }

  void add(Meeting meeting, BlockId id, TextRange where, std::string pattern, bool inferred) {
    for (Fact& fact : facts_.all()) {
      Meeting* known = std::get_if<Meeting>(&fact.value);
      if (known != nullptr && same(*known, meeting)) return complete(*known, meeting);
    }
    facts_.add(std::move(meeting), id, where, std::move(pattern), inferred ? 70 : kFromText,
               inferred ? "the year is that of the document" : "");
  }

  static bool same(const Meeting& a, const Meeting& b) {
    return a.from == b.from && a.until == b.until &&
           (a.body.empty() || b.body.empty() || a.body == b.body ||
            a.body.ends_with(" " + b.body) || b.body.ends_with(" " + a.body));
  }

  static void complete(Meeting& known, const Meeting& more) {
    for (std::string Meeting::*member :
         {&Meeting::body, &Meeting::title, &Meeting::place, &Meeting::time}) {
      if ((known.*member).empty()) known.*member = more.*member;
    }
  }

  static constexpr std::size_t kFarthestDate = 80;  // bytes after the mention of the meeting

  const DocumentScan& scan_;
  const Document& doc_;
  const Wording& wording_;
  Facts& facts_;
  int year_;
};

void extract_meetings(const DocumentScan& scan, const Wording& wording, Facts& facts) {
  MeetingReader(scan, wording, facts).read();
}

constexpr WordingKey kPatterns[] = {
    {"trigger", "a paragraph worth looking at for meetings", LookIn::blocks},
    {"mention", "a meeting and what is said of it; groups title, body and rest"},
    {"header", "the first line of a document's head; groups title and body"},
    {"place", "where a meeting is, after its mention; group place"},
    {"place-alone", "words before a date that are a place and nothing else"},
    {"time", "from when to when on the day; group time"},
    {"abbreviation", "a group's abbreviation after its name; group abbreviation"},
    {"body", "a group inside longer words; group body"},
    {"caption", "words above a table that announce meetings"},
    {"title-column", "header of the column of meetings"},
    {"sure-title-column", "header of a column of meetings that no other table has"},
    {"body-column", "header of the column of groups"},
    {"place-column", "header of the column of places"},
    {"date-column", "header of the column of dates"},
};

}  // namespace

extern const Extractor kMeetingsExtractor;
const Extractor kMeetingsExtractor = {.id = "meetings",
                                      .summary = "which meetings are held where and when",
                                      .extract = extract_meetings,
                                      .doc = kMeetingsDoc,
                                      .patterns = kPatterns};

}  // namespace rapporteur
