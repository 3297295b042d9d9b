#include "emitters/view_groups.hpp"
#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

Json row_view(const RegisterRow& row, const ItemViews& items) {
  Json json = json_of(row);
  items.add_owner(json, row.path);
  items.add_label(json, "kind");
  json["questions_text"] = join(row.questions, ", ");
  return json;
}

}  // namespace

void add_register(const Register& documents, const ItemViews& items, Json& view) {
  for (const char* list : {"register_rows", "register_chains", "register_issues"}) {
    view[list] = Json::array();
  }
  for (const RegisterRow& row : documents.rows) {
    view["register_rows"].push_back(row_view(row, items));
  }
  for (const RevisionChain& chain : documents.chains) {
    view["register_chains"].push_back(json_of(chain));
    view["register_chains"].back()["numbers_text"] = join(chain.numbers, ", ");
  }
  for (const RegisterIssue& issue : documents.issues) {
    Json json = json_of(issue);
    items.add_label(json, "kind");
    json["paths_text"] = join(issue.paths, ", ");
    view["register_issues"].push_back(std::move(json));
  }
}

}  // namespace rapporteur
