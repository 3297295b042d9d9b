#include "tests/support/text_twin.hpp"
#include "tests/unit/parsers/seeds.hpp"

namespace rapporteur {
namespace {

Document read(std::string_view text) { return read_text(text, "base", "paper.txt"); }

using Rows = TableWords;

}  // namespace

TEST_CASE("a Markdown table is read with its header") {
  const Document doc = read(
      "Actions\n\n| No. | Action | Due |\n|-----|:------:|----:|\n| A1 | Send the text<br>to all | "
      "May |\n| A2 | Ask \\| wait |  |\n\nAfter.\n");
  REQUIRE(doc.tables().size() == 1);
  CHECK(tables_of(doc)[0] == Rows{{"No.\n", "Action\n", "Due\n"},
                                  {"A1\n", "Send the text\nto all\n", "May\n"},
                                  {"A2\n", "Ask | wait\n", ""}});
  CHECK(doc.tables()[0].header_rows == 1);
  CHECK(doc.text(BlockId{static_cast<std::uint32_t>(doc.blocks().size() - 1)}) == "After.");
}

TEST_CASE("bars at the ends of a Markdown row may be left out") {
  const Document doc = read("Party | Stance\n--- | ---\nNorland | object\nKestria | support\n");
  REQUIRE(doc.tables().size() == 1);
  CHECK(doc.tables()[0].rows == 3);
  CHECK(doc.cell_text(doc.tables()[0].at(2, 1)) == "support");
}

TEST_CASE("rows between bars are a table without a rule too, a single one is not") {
  const Document doc =
      read("|Norland |object |\n|Kestria |support |\n\nText | more text\n| one |\n");
  REQUIRE(doc.tables().size() == 1);
  CHECK(doc.tables()[0].rows == 2);
  CHECK(doc.tables()[0].header_rows == 0);
}

TEST_CASE("a table drawn as a grid is read with cells of several lines") {
  const Document doc = read(
      "+--------+-----------------+\n"
      "| Party  | Comment         |\n"
      "+========+=================+\n"
      "| Nor\xC3\xA9   | Asks why the    |\n"
      "| land   | work is needed. |\n"
      "|        |                 |\n"
      "|        | - one           |\n"
      "|        | - two           |\n"
      "+--------+-----------------+\n"
      "| Toreva |                 |\n"
      "+--------+-----------------+\n");
  REQUIRE(doc.tables().size() == 1);
  const Table& table = doc.tables()[0];
  CHECK(table.rows == 3);
  CHECK(table.columns == 2);
  CHECK(table.header_rows == 1);
  CHECK(doc.cell_text(table.at(1, 0)) == "Nor\xC3\xA9 land");
  CHECK(doc.cell_text(table.at(1, 1)) == "Asks why the work is needed.\none\ntwo");
}

TEST_CASE("a grid with rules only around its header has a row a line") {
  const Document doc = read(
      "+----------+---------------+\n"
      "| Code     | Reference     |\n"
      "+----------+---------------+\n"
      "| 0        | This paper,   |\n"
      "|          | clause 2      |\n"
      "| 1        | TR 99         |\n"
      "+----------+---------------+\n");
  REQUIRE(doc.tables().size() == 1);
  const Table& table = doc.tables()[0];
  CHECK(table.rows == 3);
  CHECK(table.header_rows == 1);
  CHECK(doc.cell_text(table.at(1, 1)) == "This paper, clause 2");
  CHECK(doc.cell_text(table.at(2, 0)) == "1");
}

TEST_CASE("cells of a grid span columns and rows") {
  const Document doc = read(
      "+-----+-----+-----+\n"
      "| all of it       |\n"
      "+-----+-----+-----+\n"
      "| two | a   | b   |\n"
      "|     +-----+-----+\n"
      "| row | c   | d   |\n"
      "+-----+-----+-----+\n");
  REQUIRE(doc.tables().size() == 1);
  const Table& table = doc.tables()[0];
  CHECK(table.rows == 3);
  CHECK(table.at(0, 0) == table.at(0, 2));
  CHECK(table.at(1, 0) == table.at(2, 0));
  CHECK(doc.cell_text(table.at(1, 0)) == "two row");
  CHECK(doc.cell_text(table.at(2, 2)) == "d");
}

TEST_CASE("a drawn table stands out of paragraphs that are broken into lines") {
  const Document doc = read(
      "The paper that was brought to the last meeting contains several edits which\n"
      "the group has not looked at, because the time that was left for it was too\n"
      "short for a discussion of all of them, as the following table shows to all\n"
      "who were not there:\n"
      "+---+---+\n| A | B |\n+---+---+\n| c | d |\n+---+---+\n");
  REQUIRE(doc.tables().size() == 1);
  CHECK(doc.cell_text(doc.tables()[0].at(1, 1)) == "d");
  CHECK(doc.text(BlockId{0}).ends_with("not there:"));
}

TEST_CASE("the head of a memo is a line a field, however wide its text") {
  const Document doc = read(
      "Document Number: EAN-17\nReply to: The secretary\n          of the group\nDate: 3 May "
      "2026\n\n"
      "The paper that was brought to the last meeting contains several edits which\n"
      "the group has not looked at, because the time that was left for it was too\n"
      "short for a discussion of all of them, and the chair asked for a new paper\n"
      "on them.\n");
  CHECK(doc.text(BlockId{0}) == "Document Number: EAN-17");
  CHECK(doc.text(BlockId{1}) == "Reply to: The secretary of the group");
  CHECK(doc.text(BlockId{2}) == "Date: 3 May 2026");
}

TEST_CASE("an item that is indented below another is one level deeper") {
  const Document doc =
      read("Text.\n- first\n  - inner\n    - innermost\n  - inner too\n- second\n");
  std::vector<int> levels;
  for (const Block& block : doc.blocks()) levels.push_back(block.level);
  CHECK(levels == std::vector<int>{0, 1, 2, 3, 2, 1});
}

TEST_CASE("numbered headings of a plain paper make its clauses") {
  const Document doc = read(
      "1. Introduction\n\nThe group met.\n\n2. Proposal\n\n2.1 Wording\n\nReplace it.\n\n2.2 "
      "Impact\n\nNone is known.\n\n3. References\n\n[1] A text.\n");
  REQUIRE(doc.clauses().size() == 5);
  CHECK(doc.clauses()[2].number == "2.1");
  CHECK(doc.clauses()[2].title == "Wording");
  CHECK(doc.clauses()[2].level == 2);
}

TEST_CASE("rules below a header say where the columns of a table begin") {
  const Document doc = read(
      "Positions\n\n"
      "Topic            Party    Due\n"
      "---------------  -------  -------\n"
      "New work \xC3\xA9tude   Norland  30 June\n"
      "Liaison          Kestria\n"
      "                 and all\n"
      "\nAfter.\n");
  REQUIRE(doc.tables().size() == 1);
  CHECK(tables_of(doc)[0] == Rows{{"Topic\n", "Party\n", "Due\n"},
                                  {"New work \xC3\xA9tude\n", "Norland\n", "30 June\n"},
                                  {"Liaison\n", "Kestria and all\n", ""}});
  CHECK(doc.tables()[0].header_rows == 1);
}

TEST_CASE("rules may also stand above and below a table in columns") {
  const Document doc =
      read("=====  =====\nA      B\n=====  =====\n1      x\n2      y\n=====  =====\nAfter.\n");
  REQUIRE(doc.tables().size() == 1);
  CHECK(tables_of(doc)[0] == Rows{{"A\n", "B\n"}, {"1\n", "x\n"}, {"2\n", "y\n"}});
  CHECK(doc.text(BlockId{static_cast<std::uint32_t>(doc.blocks().size() - 1)}) == "After.");
}

TEST_CASE("lines that do not keep to the columns of a rule are no table") {
  CHECK(read("Two words here\n---  ---\nwords that run on over it\n").tables().empty());
  CHECK(read("A title\n-------\nText below.\n").tables().empty());
  CHECK(read("a  b\n-- --\n").tables().empty());
}

TEST_CASE("columns that only blanks tell are a table below a header of three names") {
  const Document doc = read(
      "The ballot gave this.\n\n"
      "Country            Yes     No    Abstain\n"
      "Norland             X\n"
      "Sudmark                     X\n"
      "Alba Republic       X\n"
      "\nThe chair thanked all.\n");
  REQUIRE(doc.tables().size() == 1);
  CHECK(tables_of(doc)[0] == Rows{{"Country\n", "Yes\n", "No\n", "Abstain\n"},
                                  {"Norland\n", "X\n", "", ""},
                                  {"Sudmark\n", "", "X\n", ""},
                                  {"Alba Republic\n", "X\n", "", ""}});
  CHECK(doc.tables()[0].header_rows == 1);
  CHECK(doc.text(BlockId{static_cast<std::uint32_t>(doc.blocks().size() - 1)}) ==
        "The chair thanked all.");
}

TEST_CASE("names of a header may be centred, and cells go on below") {
  const Document doc = read(
      "                          Table 1 \xE2\x80\x93 Texts\n"
      "No.         Document                      Title                 Status\n"
      "01     GS EX 001 V1.1.1 (2025-      Metering of wells;        Published\n"
      "       05)                          Use cases\n"
      "02     DGS/EX-003                   Metering interface        Draft\n"
      "3      Status words\n");
  REQUIRE(doc.tables().size() == 1);
  CHECK(tables_of(doc)[0] == Rows{{"No.\n", "Document\n", "Title\n", "Status\n"},
                                  {"01\n", "GS EX 001 V1.1.1 (2025-05)\n",
                                   "Metering of wells; Use cases\n", "Published\n"},
                                  {"02\n", "DGS/EX-003\n", "Metering interface\n", "Draft\n"}});
}

TEST_CASE("empty lines may part the rows, and a name may be broken behind a comma") {
  const Document doc = read(
      "Company       View           Comments\n\n"
      "Norvista      Support        We think that this is\n"
      "                             a good idea.\n\n"
      "Alba          Object         Not needed in this\n"
      "and Bretta                   release.\n\n"
      "Next text here.\n");
  REQUIRE(doc.tables().size() == 1);
  CHECK(tables_of(doc)[0][2] ==
        TableWords::value_type{"Alba and Bretta\n", "Object\n", "Not needed in this release.\n"});
  const Document broken = read(
      "Company       View           Comments\n"
      "Alba,         Object         None\n"
      "Bretta        Object\n"
      "Corvia        Support        Good\n"
      "Norvista      Support        Good\n");
  REQUIRE(broken.tables().size() == 1);
  CHECK(tables_of(broken)[0][1][0] == "Alba, Bretta\n");
}

TEST_CASE("heads, prose and lines that do not keep to the columns are no such table") {
  CHECK(read("To: J3                 J3/26-159\nFrom: Norland         Page 1\nDate: May            "
             " x\n")
            .tables()
            .empty());
  CHECK(read("It ends.  Then it goes on.  And ends.\nIt ends.  Then more.  And.\nSo.  It.  Is.\n")
            .tables()
            .empty());
  CHECK(read("Name     Type     Use\nwords that run on over all of it\nand on and on and on\n")
            .tables()
            .empty());
  CHECK(read("Name     Type     Use\na        b        c\n\nAfter.\n").tables().empty());
}

TEST_CASE("rows go on behind an empty line and behind the end of a page where they are aligned") {
  const Document doc = read(
      "AI#   Topic                          Specs     Rapporteur\n"
      "1     Opening of the meeting\n"
      "2     Approval of the agenda\n\n"
      "2.1   Reminder of the rules\n"
      "3     Meeting reports\n\n"
      "      Those of two meetings.\n"
      "4     Wells                          23.060    Ada First\n"
      "\n\n\n"
      "AI#   Topic                          Specs     Rapporteur\n"
      "5     Locks                          23.246\n\n"
      "Next text here.\n");
  REQUIRE(doc.tables().size() == 1);
  const TableWords rows = tables_of(doc)[0];
  REQUIRE(rows.size() == 7);
  CHECK(rows[3] == TableWords::value_type{"2.1\n", "Reminder of the rules\n", "", ""});
  CHECK(rows[4][1] == "Meeting reports Those of two meetings.\n");
  CHECK(rows[6] == TableWords::value_type{"5\n", "Locks\n", "23.246\n", ""});
}

}  // namespace rapporteur
