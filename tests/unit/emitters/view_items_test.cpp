#include "emitters/view/view_items.hpp"

#include <catch2/catch.hpp>

namespace rapporteur {
namespace {

// The counts of a vote as reports write them.
std::string counts_of(const Vote& vote) {
  Results results;
  results.documents.push_back({});
  results.documents[0].path = "a.docx";
  results.facts.push_back({vote, "a.docx", {}, "", 100, ""});
  const Labels labels;
  const ItemViews views(results, labels);
  const Shown& shown = views.fact(results.facts[0]);
  return shown.text("in_favour_text") + "/" + shown.text("against_text") + "/" +
         shown.text("abstained_text");
}

}  // namespace

TEST_CASE("unanimous consent is shown without counts") {
  Vote vote;
  vote.result = "unanimous";
  CHECK(counts_of(vote) == "//");
  vote.in_favour = 12;
  CHECK(counts_of(vote) == "12/0/0");
}

}  // namespace rapporteur
