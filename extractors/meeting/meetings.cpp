#include "extractors/extractor.hpp"
#include "extractors/meeting/meeting_reader.hpp"

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
{"body": "SG13", "title": "meeting of ITU-T Study Group 13", "from": "2023-03-13", "until": "2023-03-24"}
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
| Example Group | Geneva, 5 October 2026 |
| Source: | Chair, JCA-EX |
| Title: | Draft report of the second meeting of JCA-EX |

# 1 Opening
The meeting of SG5 planned for 3 May 2026 was cancelled.
# 2 Future meetings
The third meeting will be held on 7 March 2027 in Porto, collocated with SG13.
Study Group 17 met in Lyon from 2 to 6 March 2026 under the chairmanship of Mr Probe.
Q2/17 interim Rapporteur group meeting, Seoul, 6-8 December 2026
ISG EAN#39, 20-22 September 2026, Sintra.
```

```facts
{"body": "JCA-EX", "title": "second meeting of JCA-EX", "place": "Geneva", "from": "2026-10-05", "until": "2026-10-05"}
{"body": "JCA-EX", "title": "third meeting", "place": "Porto", "from": "2027-03-07"}
{"body": "SG17", "place": "Lyon", "from": "2026-03-02", "until": "2026-03-06"}
{"body": "Q2/17", "title": "Q2/17 interim Rapporteur group meeting", "place": "Seoul", "from": "2026-12-06", "until": "2026-12-08"}
{"body": "ISG EAN", "title": "ISG EAN#39", "place": "Sintra", "from": "2026-09-20", "until": "2026-09-22"}
```

```document
Energy Commission
Working Party on Noise
183rd session
Geneva, 9-11 March 2026
1. The Working Party on Noise held its 183rd session from 9 to 11 March 2026, chaired by Mr. Case.
La prochaine réunion de la Commission d'études 13 se tiendra à Genève du 5 au 9 octobre 2026.
```

```facts
{"body": "Working Party on Noise", "title": "183rd session", "place": "Geneva", "from": "2026-03-09", "until": "2026-03-11"}
{"body": "CE13", "title": "prochaine réunion de la Commission d'études 13", "place": "Genève", "from": "2026-10-05", "until": "2026-10-09"}
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

constexpr WordingKey kLists[] = {
    {"letters", "kinds of documents whose own date is not that of a meeting"},
    {"short-names", "names of groups in full, each followed by its short form"},
};

constexpr WordingKey kPatterns[] = {
    {"trigger", "a paragraph worth looking at for meetings", LookIn::blocks},
    {"mention",
     "a meeting and what is said of it; groups title, body, own (instead of a body) and rest"},
    {"not", "a sentence that tells of no meeting that is held"},
    {"unnamed-body", "words for a group that do not name it"},
    {"no-body", "words before 'meeting' that are the name of no group"},
    {"own", "a title that names the meeting of the document; groups title and body"},
    {"header", "the first line of a document's head; groups title, body and place"},
    {"group-line", "the name of a group, alone on its line"},
    {"heading", "title of a clause that lists meetings"},
    {"announces-of", "a sentence above a list that says whose meetings these are; group body"},
    {"numbered", "a line with a meeting by its number; groups title, body and rest",
     LookIn::blocks},
    {"listed", "a line below such a heading; groups title, body and rest"},
    {"place", "where a meeting is, after its mention; group place"},
    {"place-alone", "words beside a date that are a place and nothing else"},
    {"no-place", "words that can be no place"},
    {"time", "from when to when on the day; group time"},
    {"abbreviation", "a group's abbreviation after its name; group abbreviation"},
    {"body", "a group inside longer words; group body"},
    {"caption", "words above a table that announce meetings"},
    {"title-column", "header of the column of meetings"},
    {"topic-column", "header of the column of what they are on"},
    {"sure-title-column", "header of a column of meetings that no other table has"},
    {"body-column", "header of the column of groups"},
    {"question-column", "header of the column of Questions, whose meetings these are"},
    {"place-column", "header of the column of places"},
    {"date-column", "header of the column of dates, or of first days"},
    {"country-column", "header of the column of countries"},
    {"until-column", "header of the column of last days"},
};

}  // namespace

extern const Extractor kMeetingsExtractor;
const Extractor kMeetingsExtractor = {.id = "meetings",
                                      .summary = "which meetings are held where and when",
                                      .extract = read_meetings,
                                      .doc = kMeetingsDoc,
                                      .lists = kLists,
                                      .patterns = kPatterns};

}  // namespace rapporteur
