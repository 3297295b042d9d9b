#include "extractors/meeting/action_list.hpp"

namespace rapporteur {
namespace {

constexpr std::string_view kActionsDoc = R"md(
Who is to do what by when: from lists of actions and from lines that begin with "ACTION".

```document
Table 2 - List of actions
|| No. | Action | Responsible | Due | Status |
| AP1 | Send the text | TSB | 2026-03-27 | open |
| AP2 | Set up a list | | 3 April 2026 | done |
ACTION: Ines Example to send the draft to the secretariat by 20 February 2026.
Action: the secretariat will check the list.
The action was successful.
```

```facts
{"reference": "AP1", "what": "Send the text", "owner": "TSB", "due": "2026-03-27", "status": "open"}
{"reference": "AP2", "what": "Set up a list", "owner": "", "due": "2026-04-03", "status": "done"}
{"what": "send the draft to the secretariat", "owner": "Ines Example", "due": "2026-02-20"}
{"what": "check the list", "owner": "the secretariat", "due": ""}
```

```document
# Action items
AP37-1: R. Probe to contact SG13 on terms - closed.
Action 2: Secretariat – publish the list on the page (due 30 November 2026).
- Ada First and the editors to revise the text by the next meeting
# Reports
The meeting thanked the editor. The secretariat was requested to circulate the list within two weeks after the meeting.
SG13 asked Mr Case (Alba) to explain the figures.
The Chair asked delegates to comment.
# Next meeting
The next meeting of SG13 will be held in Geneva, 6-10 July 2026.
```

```facts
{"reference": "AP37-1", "owner": "R. Probe", "what": "contact SG13 on terms", "status": "closed", "due": ""}
{"reference": "2", "owner": "Secretariat", "what": "publish the list on the page", "due": "2026-11-30"}
{"owner": "Ada First and the editors", "what": "revise the text", "due": "the next meeting"}
{"owner": "The secretariat", "what": "circulate the list", "due": "two weeks after the meeting"}
```

A date that is told relative to the meeting of the document, or to the next one, is worked out.

```document
| Example Group | Geneva, 9-20 March 2026 |
| Title: | Report of the third meeting of Study Group 13 |

# 1 Actions
TSB was asked to publish the list within two weeks after the meeting.
Action 3: Rapporteur to send the text by the next meeting.
A41-1: Editor to send the draft by 1 June 2026.
# 2 Next meeting
The next meeting of Study Group 13 will be held in Geneva, 6-17 July 2026.
```

```facts
{"owner": "TSB", "what": "publish the list", "due": "2026-04-03"}
{"owner": "Rapporteur", "what": "send the text", "due": "2026-07-06", "reference": "3"}
{"owner": "Editor", "what": "send the draft", "due": "2026-06-01", "reference": "A41-1"}
```

```document
Table 3 - Open action points
|| Action point | Description | Assigned to | Due | Status |
| AP7-1 | Collect the figures | Editor | next meeting | open |
Table 4 - Outstanding actions
|| Ref | Description | Owner |
| A12 | Check the annex | TSB |
```

```facts
{"reference": "AP7-1", "what": "Collect the figures", "owner": "Editor", "due": "next meeting", "status": "open"}
{"reference": "A12", "what": "Check the annex", "owner": "TSB"}
```
)md";

constexpr WordingKey kLists[] = {{"no-requests", "kinds of documents that ask their readers"}};

constexpr WordingKey kPatterns[] = {
    {"what-column", "header of the column of actions"},
    {"description-column", "header of the column that says what an action is"},
    {"owner-column", "header of the column of those who act"},
    {"due-column", "header of the column of due dates"},
    {"status-column", "header of the column of states"},
    {"number-column", "header of the column of the actions' own numbers"},
    {"caption", "words above a table that announce actions"},
    {"reference", "the number of an action and nothing else"},
    {"action-reference", "a number by which an action is told from what else a table lists"},
    {"number-of-actions-column", "header of the column of numbers that only actions have"},
    {"inner-line", "a paragraph that gives an action behind other sentences", LookIn::blocks},
    {"line", "a line that gives an action; groups reference, owner and what", LookIn::blocks},
    {"is-owner", "words that name who may act, and nothing else"},
    {"owner-and-task", "a cell that names both; groups owner and what"},
    {"no-owner", "what stands in the place of an owner and is none"},
    {"heading", "title of a clause that lists actions"},
    {"listed", "a line below such a heading; groups reference, owner and what"},
    {"owner-heading", "such a title that says whose actions these are; group owner"},
    {"task", "a line below it that names nobody; groups reference and what"},
    {"trigger", "a paragraph worth looking at for requests", LookIn::blocks},
    {"request", "a sentence that gives somebody a task; groups owner and what"},
    {"request-list", "a line that asks somebody for what the list below names; group owner"},
    {"asked", "an item of such a list; group what"},
    {"second-task", "what the same sentence gives somebody else; groups owner and what"},
    {"status-line", "a line below an action that tells its state; group status"},
    {"no-task", "what is asked for and done on the spot"},
    {"status", "the end of an action that tells its state; group status"},
    {"due", "the end of an action that tells when it is due; group due"},
};

}  // namespace

extern const Extractor kActionsExtractor;
const Extractor kActionsExtractor = {.id = "actions",
                                     .summary = "who is to do what by when",
                                     .extract = read_actions,
                                     .doc = kActionsDoc,
                                     .lists = kLists,
                                     .patterns = kPatterns};

}  // namespace rapporteur
