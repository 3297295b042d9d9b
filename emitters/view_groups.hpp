#pragma once

#include "emitters/results_json.hpp"
#include "emitters/roadmap_records.hpp"
#include "emitters/view.hpp"
#include "emitters/view_items.hpp"

namespace rapporteur {

// Groupings that several reports show. Each takes items of the view (emitters/view_items.hpp) and
// gives part of the view; docs/templates.md says what is in them.

// `position_matrices`: parties as rows, questions as columns, a few questions at a time. What
// several documents say on the same question stands in one column. Takes `position_groups`.
Json position_matrices(const Json& position_groups, const Labels& labels);

// `liaison_summary`: threads, what asks for action, what is unanswered, and one list a body. A
// statement answers the one whose number it names; statements of one number are one statement.
Json liaison_summary(const Json& liaisons);

// `agendas`: every agenda with, at its items, the documents that the item or their own cover names,
// and what they hold; and what no item names. A decision stands at the item that it names of the
// agenda in its own document, or of the only agenda there is. Takes `documents`.
Json agenda_groups(const Json& documents);

// `register_rows`, `register_chains`, `register_issues`: the documents of the folder, their
// revisions, and where they do not agree.
void add_register(const Register& documents, const ItemViews& items, Json& view);

// `roadmap`: the records as rows of the columns that any of them fills, the views on them, what
// changed, conflicts, gaps, overlaps and pictures.
Json roadmap_view(const Results& results, const std::vector<RoadmapRecord>& records,
                  const Labels& labels);

}  // namespace rapporteur
