#include <unordered_map>

#include "emitters/view/view_groups.hpp"
#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

Shown row_view(const RegisterRow& row, const ItemViews& items) {
  Shown::Members members;
  row.fields([&]<class T>(const char* name, const T& value) {
    if constexpr (std::is_same_v<T, Strings>) {
      members.emplace_back(name, Shown::of(value));
    } else {
      members.emplace_back(name, value);
    }
  });
  members.emplace_back("questions_text", join(row.questions, ", "));
  items.add_owner(members, row.path);
  Shown view = std::move(members);
  items.add_label(view, "kind");
  return view;
}

Shown chain_view(const RevisionChain& chain) {
  return {{"key", chain.key},
          {"numbers", Shown::of(chain.numbers)},
          {"paths", Shown::of(chain.paths)},
          {"numbers_text", join(chain.numbers, ", ")}};
}

Shown issue_view(const RegisterIssue& issue, const ItemViews& items) {
  Shown view = {{"kind", issue.kind},
                {"number", issue.number},
                {"what", issue.what},
                {"paths", Shown::of(issue.paths)},
                {"paths_text", join(issue.paths, ", ")}};
  items.add_label(view, "kind");
  return view;
}

}  // namespace

void add_register(const Register& documents, const ItemViews& items, Shown& view) {
  Shown::List rows;
  Shown::List chains;
  Shown::List issues;
  for (const RegisterRow& row : documents.rows) rows.push_back(row_view(row, items));
  for (const RevisionChain& chain : documents.chains) chains.push_back(chain_view(chain));
  for (const RegisterIssue& issue : documents.issues) issues.push_back(issue_view(issue, items));
  view.set("register_rows", std::move(rows));
  view.set("register_chains", std::move(chains));
  view.set("register_issues", std::move(issues));
}

void add_register_row(const RegisterRow& row, Shown& document) {
  document.set("key", row.key);
  document.set("source", row.source);
  document.set("meeting", row.meeting);
  document.set("revision", row.revision);
  document.set("questions_text", join(row.questions, ", "));
  document.set("item_text", row.agenda_item);
  document.set("is_replaced", !row.latest);
}

}  // namespace rapporteur
