#pragma once

#include "emitters/roadmap/roadmap_records.hpp"
#include "emitters/view/view.hpp"
#include "emitters/view/view_items.hpp"

namespace rapporteur {

// Groupings that several reports show. Each takes items of the view (emitters/view/view_items.hpp)
// and gives part of the view; docs/templates.md says what is in them.

// `meeting`: what a reader of the whole folder asks first. What several documents say in the same
// words stands once, with all places. Takes the whole view so far.
Shown meeting_summary(const Shown& view, const ReportWords& words);

// `position_matrices`: parties as rows, questions as columns, a few questions at a time. What
// several documents say on the same question stands in one column. Takes `position_groups`.
Shown position_matrices(const Shown& position_groups, const Labels& labels);

// Every question with the parties behind each stance, the most divided first; the same columns.
Shown position_questions(const Shown& position_groups, const Labels& labels);

// `liaison_groups`: by direction; for action first, then by deadline.
Shown liaison_groups(const Shown& liaisons, const Labels& labels);

// `liaison_summary`: threads, what asks for action, what is unanswered, and one list a body. A
// statement answers the one whose number it names; statements of one number are one statement.
Shown liaison_summary(const Shown& liaisons, const ReportWords& words);

// `agendas`: every agenda with, at its items, the documents that the item or their own cover names,
// and the decisions at it. A decision stands at the item that it names of the agenda in its own
// document, or of the only agenda there is. `documents` get `item_text`, the items they stand
// under.
void add_agendas(Shown& view);

// `roadmap_groups`: records by body and group.
Shown roadmap_groups(const std::vector<RoadmapRecord>& records, const ItemViews& items);

// `register_rows`, `register_chains`, `register_issues`: the documents of the folder, their
// revisions, and where they do not agree.
void add_register(const Register& documents, const ItemViews& items, Shown& view);

// What the register says of a document, as members of its view.
void add_register_row(const RegisterRow& row, Shown& document);

// `roadmap`: the records as rows of the columns that any of them fills, the views on them, what
// changed, conflicts, gaps, overlaps and pictures.
Shown roadmap_view(const Results& results, const std::vector<RoadmapRecord>& records,
                   const Labels& labels);

}  // namespace rapporteur
