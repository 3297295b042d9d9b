#include "extractors/extractor.hpp"
#include "extractors/meeting/agenda_lines.hpp"

namespace rapporteur {
namespace {

constexpr std::string_view kAgendaDoc = R"md(
The items of an agenda: number, title, time, presenter. They are read from the numbered lines under
a heading that says "agenda", and from tables whose header names an item number and a subject.
A report whose headings happen to follow an agenda has no agenda of its own.

```document
# Annex B
Draft agenda for the first meeting
(Geneva, 22 March 2030)
1. Opening of the meeting
2. Approval of the agenda
2.1 Time plan
3. Closure
___
4. Not an item any more
```

```facts
{"number": "1", "title": "Opening of the meeting", "evidence": "1. Opening of the meeting"}
{"number": "2", "title": "Approval of the agenda"}
{"number": "2.1", "title": "Time plan"}
{"number": "3", "title": "Closure"}
```

Automatic numbers count like typed ones; remarks may stand between the items.

```document
# Provisional agenda
= 1. = - Adoption of the agenda.
The Chair will present the agenda.
= 2. = - Elections.
# Annotations
= 1. = - A remark
```

```facts
{"number": "1", "title": "Adoption of the agenda"}
{"number": "2", "title": "Elections"}
```

In a table the first paragraph of the subject is the title.

```document
Table 1 - Draft agenda
|| No. | Agenda item | Presenter | Time |
| 1 | Opening | | 09:30 |
| 2 | Work items\nOnly new ones | Ms Example | |
| 4 | Closing | | |
```

```facts
{"number": "1", "title": "Opening", "time": "09:30"}
{"number": "2", "title": "Work items", "presenter": "Ms Example"}
{"number": "4", "title": "Closing", "time": ""}
```

```document
A meeting is announced together with:
- the draft agenda
- the place
- the deadline
# Approval of the agenda
1. Nothing was changed.
2. The agenda was approved.
```

```facts
```
)md";

void extract_agenda(const DocumentScan& scan, const Wording& wording, Facts& facts) {
  if (!extract_agenda_tables(scan, wording, facts)) extract_agenda_list(scan, wording, facts);
}

constexpr WordingKey kLists[] = {{"kinds", "kinds of documents that are agendas"}};

constexpr WordingKey kPatterns[] = {
    {"trigger", "a paragraph that can hold such a line", LookIn::blocks},
    {"heading", "a line that announces the agenda's items"},
    {"end", "a line that ends the list of items"},
    {"agenda-number-column", "header of a column of item numbers that no other table has"},
    {"agenda-title-column", "header of a column of subjects that no other table has"},
    {"number-column", "header of a column of numbers, in a table announced as an agenda"},
    {"title-column", "header of the column of subjects"},
    {"presenter-column", "header of the column of people who present"},
    {"time-column", "header of the column of times"},
};

}  // namespace

extern const Extractor kAgendaExtractor;
const Extractor kAgendaExtractor = {.id = "agenda",
                                    .summary = "agenda items with number, title and presenter",
                                    .extract = extract_agenda,
                                    .doc = kAgendaDoc,
                                    .lists = kLists,
                                    .patterns = kPatterns};

}  // namespace rapporteur
