#include <rapidcheck.h>

#include <catch2/catch.hpp>

#include "pipeline/model/builder.hpp"
#include "pipeline/normalise/normalise.hpp"
#include "pipeline/profile/profile.hpp"
#include "tests/unit/document_faults.hpp"

namespace rapporteur {
namespace {

// One call of the builder, chosen by a number.
void call(DocumentBuilder& builder, unsigned which, std::uint32_t argument) {
  switch (which % 14) {
    case 0:
      builder.begin_part("p", argument % 2 == 0 ? PartKind::body : PartKind::footnotes);
      break;
    case 1:
      builder.begin_block({.kind = argument % 3 == 0 ? BlockKind::heading : BlockKind::paragraph,
                           .level = static_cast<std::uint8_t>(argument % 4),
                           .style = "heading 1",
                           .label = "1.2"});
      break;
    case 2:
    case 3:
      builder.text("3.1 caf\xC3\xA9\xC2\xA0x", {.source = argument});
      break;
    case 4:
      builder.end_block();
      break;
    case 5:
      builder.begin_table();
      break;
    case 6:
      builder.begin_row(argument % 2 == 0);
      break;
    case 7:
      builder.skip_columns(argument % 5);
      break;
    case 8:
    case 9:
      builder.begin_cell({.column_span = argument % 4,
                          .row_span = argument % 3,
                          .continues_above = argument % 5 == 0});
      break;
    case 10:
      builder.end_cell();
      break;
    case 11:
      builder.end_row();
      break;
    case 12:
      builder.end_table();
      break;
    default:
      builder.bookmark("b", {builder.offset(), builder.offset()});
  }
}

}  // namespace

TEST_CASE("any order of calls gives a document whose every index is valid") {
  const Result<Profile> base = ProfileSource().load("base");
  REQUIRE(base);
  const bool holds = rc::check([&](const std::vector<std::pair<unsigned, std::uint16_t>>& calls) {
    DocumentBuilder builder("test", {.table_columns = 6, .table_cells = 40});
    for (const auto& [which, argument] : calls) call(builder, which, argument);
    const Document doc = normalise(std::move(builder).finish(), *base);
    for (const std::string& fault : faults_of(doc.data())) RC_FAIL(fault);
  });
  CHECK(holds);
}

}  // namespace rapporteur
