#include <fmt/format.h>
#include <rapidcheck.h>

#include "tests/unit/document_faults.hpp"
#include "tests/unit/parsers/seeds.hpp"

namespace rapporteur {
namespace {

Document read(std::string_view text) { return read_text(text, "base", "paper.txt"); }

std::vector<std::string> rows_of(const Document& doc, std::size_t table) {
  const Table& grid = doc.tables()[table];
  std::vector<std::string> rows(grid.rows);
  for (const CellId id : grid.cells) {
    std::string& row = rows[doc.cell(id).row];
    if (doc.cell(id).column > 0) row += '|';
    row += doc.cell_text(id);
  }
  return rows;
}

std::vector<std::string> shown(const Document& doc) {
  std::vector<std::string> lines;
  for (BlockId id{0}; id.index < doc.blocks().size(); ++id.index)
    lines.push_back(doc.shown_text(id));
  return lines;
}

using Words = std::vector<std::string>;

}  // namespace

TEST_CASE("a tab begins a cell, a blank line ends a row, two end the table") {
  const Document doc = read("\tA\n\tB\n\n\tc\n\td\ngoes on\n\n\nAfter.\n");
  REQUIRE(doc.tables().size() == 1);
  CHECK(rows_of(doc, 0) == Words{"A|B", "c|d\ngoes on"});
  CHECK(doc.tables()[0].header_rows == 1);
  CHECK(shown(doc).back() == "After.");
  CHECK_FALSE(doc.blocks().back().cell);
}

TEST_CASE("an empty paragraph at the end of a row's last cell does not end the table") {
  const Document doc = read("\tA\n\tB\n\n\tc\n\td\n\n\n\te\n\tf\n\n\n\n\tg\n\th\n\n\n");
  REQUIRE(doc.tables().size() == 2);
  CHECK(rows_of(doc, 0) == Words{"A|B", "c|d", "e|f"});
  CHECK(rows_of(doc, 1) == Words{"g|h"});
}

TEST_CASE("a blank line within a cell does not cut its row") {
  const Document cut = read("\tA\n\tB\n\tC\n\n\ta\n\tb\n\n\tc\n\n\td\n\te\n\tf\n\n\n");
  CHECK(rows_of(cut, 0) == Words{"A|B|C", "a|b|c", "d|e|f"});
  const Document inside = read("\tA\n\tB\n\n\ta\n\nmore\n\tb\n\n\n");
  CHECK(rows_of(inside, 0) == Words{"A|B", "a\nmore|b"});
}

TEST_CASE("a page break ends a table, a blank before a paragraph of a cell does not") {
  const Document broken = read("\tA\n\tB\n\n\ta\n\tb\n Annex text\nmore of it\n\nText\n");
  CHECK(rows_of(broken, 0) == Words{"A|B", "a|b"});
  const Document whole = read("\tA\n\tB\n\n\ta\n second line\n\tb\n\n\n");
  CHECK(rows_of(whole, 0) == Words{"A|B", "a\nsecond line|b"});
}

TEST_CASE("indented paragraphs are no table") {
  const Document doc = read("Text\n\tindented\n\n\tindented too\n\nText\n");
  CHECK(doc.tables().empty());
  CHECK(shown(doc) == Words{"Text", "indented", "indented too", "Text"});
}

TEST_CASE("number and title are read alike on one line and on two") {
  const Document one = read("1\tScope\nText.\n1.1\tTerms\nText.\n");
  const Document two = read("1\nScope\nText.\n1.1\nTerms\nText.\n");
  REQUIRE(one.clauses().size() == 2);
  REQUIRE(two.clauses().size() == 2);
  for (std::size_t i = 0; i < 2; ++i) {
    CHECK(one.clauses()[i].number == two.clauses()[i].number);
    CHECK(one.clauses()[i].title == two.clauses()[i].title);
    CHECK(one.clauses()[i].level == i + 1);
  }
}

TEST_CASE("numbered titles without text between them are the items of a list") {
  const Document doc = read("1. Opening\n2. Agenda\n3. Any other business\n4. Closing\n");
  CHECK(doc.clauses().empty());
  for (const Block& block : doc.blocks()) CHECK(block.kind == BlockKind::list_item);
}

TEST_CASE("the items of an item of an agenda are items too") {
  const Document doc =
      read("1. Opening\n2. Agenda\n3. Documents\n3.1. Liaisons\n3.2. Contributions\n4. Closing\n");
  CHECK(doc.clauses().empty());
}

TEST_CASE("parts that a word or a section sign numbers are clauses") {
  const Document doc = read(
      "Article 4 \xE2\x80\x93 Voting\nMembers vote.\n\nARTICLE 5\nThe chair decides.\n\nArticle 6 "
      "applies to all.\n\n\xC2\xA7 1 Scope\nThe scope.\n\n\xC2\xA7 2 Terms\nThe terms.\n");
  REQUIRE(doc.clauses().size() == 4);
  CHECK(doc.clauses()[0].number == "Article 4");
  CHECK(doc.clauses()[0].title == "Voting");
  CHECK(doc.clauses()[1].number == "ARTICLE 5");
  CHECK(doc.clauses()[2].number == "1");
  CHECK(doc.clauses()[3].title == "Terms");
}

TEST_CASE("roman numbers and capital letters before titles make clauses") {
  const Document doc = read(
      "I. Attendance\n1. Ten members came.\nII. Meters (item 2)\nA. Counters\n2. They were "
      "discussed.\nB. Intervals\n3. The group agreed on 15 minutes.\nIII. Closing\n4. It "
      "closed.\n");
  Words found;
  for (const Clause& clause : doc.clauses()) {
    found.push_back(std::to_string(clause.level) + ' ' + clause.title);
  }
  CHECK(found == Words{"1 I. Attendance", "1 II. Meters (item 2)", "2 A. Counters",
                       "2 B. Intervals", "1 III. Closing"});
  // Names follow one another without text.
  CHECK(read("Present:\nA. Smith\nB. Jones\nC. Brown\nThey met.\n").clauses().size() < 2);
}

TEST_CASE("lines of a table of contents are told by their leaders") {
  const Document doc = read(
      "1.  Scope . . . . . . .  2\n2.  Terms ......... 3\n\n1.  Scope\n\n"
      "It is wide.\n\n2.  Terms\n\nThere are none.\n");
  CHECK(doc.blocks()[0].kind == BlockKind::toc);
  CHECK(doc.blocks()[1].kind == BlockKind::toc);
  CHECK(doc.clauses().size() == 2);
}

TEST_CASE("an item goes on in lines that stand below its words") {
  const Document doc = read(
      "Done:\n  b) TD 4 was revised to\n     TD 4R1.\n  c) The rest:\n"
      "     i. one\n    Aside.\n");
  CHECK(shown(doc) ==
        Words{"Done:", "b)\tTD 4 was revised to TD 4R1.", "c)\tThe rest:", "i.\tone", "Aside."});
}

TEST_CASE("what Markdown calls headings are the only ones") {
  const Document doc = read("# Minutes\n\n## 1. Decisions\n\n1. First\n2. Second\n\nText.\n");
  REQUIRE(doc.clauses().size() == 2);
  CHECK(doc.clauses()[1].number == "1");
  CHECK(doc.clauses()[1].title == "Decisions");
}

TEST_CASE("the lines of a memo's head go on where they are indented") {
  const Document doc = read("From: Chair\nSubject: Agenda of\n  the meeting\n\nText.\n");
  CHECK(shown(doc) == Words{"From: Chair", "Subject: Agenda of the meeting", "Text."});
}

TEST_CASE("numbered sentences are paragraphs") {
  const Document doc = read("1\tThe meeting is held in May.\n2\tThe agenda is in Annex A.\n");
  CHECK(doc.clauses().empty());
  CHECK(doc.label(BlockId{1}) == "2");
  CHECK(doc.block(BlockId{1}).kind == BlockKind::paragraph);
}

TEST_CASE("a marker alone on its line takes the next line") {
  const Document doc = read("\xE2\x97\x8F\nfirst;\n\n1)\nTerm:\nwhat it is;\n\n\xC2\xB7 last\n");
  CHECK(shown(doc) == Words{"\xE2\x97\x8F\tfirst;", "1)\tTerm:\twhat it is;", "\xC2\xB7\tlast"});
}

TEST_CASE("markers in brackets go to their place and other brackets stay") {
  const Document doc = read(
      "[bookmark: a]1\tScope\nA word[footnoteRef:1] and [5] and [2: x]. [1:  Its [own] note.]\n");
  REQUIRE(doc.notes().size() == 1);
  CHECK(doc.text(doc.notes()[0].blocks.begin) == "Its [own] note.");
  REQUIRE(doc.bookmarks().size() == 1);
  CHECK(doc.bookmarks()[0].name == "a");
  CHECK(doc.text(BlockId{1}) == "A word and [5] and [2: x].");
}

TEST_CASE("a place knows its line whatever ends the lines") {
  for (const char* const text :
       {"one\n\n\tA\n\tB\n\n\nfour", "one\r\n\r\n\tA\r\n\tB\r\n\r\n\r\nfour"}) {
    const Document doc = read(text);
    CHECK(doc.line_at(doc.blocks().back().text.begin) == 7);
    CHECK(rows_of(doc, 0) == Words{"A|B"});
  }
  const Document marked = read("\xEF\xBB\xBFone\ntwo\n");
  CHECK(marked.line_at(marked.blocks().back().text.begin) == 2);
}

TEST_CASE("other charsets are read and a guess is told") {
  CHECK(shown(read(std::string_view("\xFF\xFE\xE9\0t\0\xE9\0", 8))) == Words{"\xC3\xA9t\xC3\xA9"});
  const Document latin = read("Caf\xE9 and na\xEFve");
  CHECK(shown(latin) == Words{"Caf\xC3\xA9 and na\xC3\xAFve"});
  REQUIRE(latin.diagnostics().size() == 1);
  CHECK(latin.diagnostics()[0].code == DiagnosticCode::charset_guessed);
  const Document cut = read("\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9 ok \xC3");
  CHECK(cut.diagnostics()[0].code == DiagnosticCode::bad_text);
}

TEST_CASE("a short line without a number is a heading where text stands below it") {
  const Document doc = read(
      "Opening\nThe chair opened the meeting.\nAny other business\nNone\nClosing\nIt was "
      "closed.\n");
  REQUIRE(doc.clauses().size() == 3);
  CHECK(doc.clauses()[1].title == "Any other business");
  CHECK(doc.clauses()[2].title == "Closing");
}

TEST_CASE("an annex that belongs to another text is a scope below the annex it stands in") {
  const Document doc = read(
      "1\tScope\nText.\nAnnex 1\nThe plan\n\n1\tPart\nText.\nAnnex A\n(to the plan)\nSources\n");
  REQUIRE(doc.scopes().size() == 3);
  CHECK(doc.scopes()[2].label == "Annex A");
  CHECK(doc.scopes()[2].parent == ScopeId{1});
  CHECK(doc.clauses()[1].title == "The plan");
  CHECK(doc.clauses()[2].parent == ClauseId{1});
}

TEST_CASE("paragraphs broken into the lines of a page are put together again") {
  const Document doc = read(
      "To: Group Nine\nSubject: Metering\n\n1. Background\n-------------\n\n"
      "The paper that was brought to the last meeting contains several edits which\n"
      "the group has not looked at, because the time that was left for it was too\n"
      "short for a discussion of all of them.\n\n"
      "- one item that is so long that it goes on in the line which stands below\n"
      "  it, indented\n- another\n\n    x = y\n    z = y\n");
  const Words lines = shown(doc);
  REQUIRE(lines.size() == 8);
  CHECK(lines[1] == "Subject: Metering");
  CHECK(lines[3].starts_with("The paper"));
  CHECK(lines[3].ends_with("discussion of all of them."));
  CHECK(lines[4].ends_with("below it, indented"));
  CHECK(lines[6] == "x = y");
  REQUIRE(doc.clauses().size() == 1);
  CHECK(doc.clauses()[0].title == "Background");
  const auto bracket = static_cast<std::uint32_t>(doc.text().find("short for"));
  CHECK(doc.line_at(bracket) == 9);
}

TEST_CASE("a text that is indented as a whole is put together again too") {
  const Document doc = read(
      "1    Introduction\n\n"
      "     The meeting of the Question was held virtually from 3 to 5 February\n"
      "     2027 and was chaired by Ms Example of Norland. There were fourteen\n"
      "     participants.\n\n"
      "     The rapporteur opened the meeting at thirteen hours and welcomed the\n"
      "     delegates.\n\n"
      "         code(stays, as, it, is);\n"
      "         code(stays);\n\n"
      "Annex A\nAgenda\n");
  const std::string introduction =
      "The meeting of the Question was held virtually from 3 to 5 February 2027 and was "
      "chaired by Ms Example of Norland. There were fourteen participants.";
  CHECK(shown(doc) ==
        Words{"1    Introduction", introduction,
              "The rapporteur opened the meeting at thirteen hours and welcomed the delegates.",
              "code(stays, as, it, is);", "code(stays);", "Annex A", "Agenda"});
}

TEST_CASE("an entry of a list of references goes on in lines that are indented") {
  const Document doc = read(
      "1.  Introduction\n\n"
      "   The paper that was brought to the last meeting contains several edits\n"
      "   which the group has not looked at, because the time that was left for\n"
      "   it was too short.\n\n"
      "2.  References\n\n"
      "   [RFC9999]  Ray, A., \"Names that are so long that they go on in the\n"
      "              line below\", RFC 9999, May 2024.\n\n"
      "   [EX-TS-103-991]\n"
      "              Example, \"Metering interface\",\n"
      "              May 2026.\n");
  const Words lines = shown(doc);
  REQUIRE(lines.size() == 5);
  CHECK(lines[3].ends_with("go on in the line below\", RFC 9999, May 2024."));
  CHECK(lines[4] == "[EX-TS-103-991] Example, \"Metering interface\", May 2026.");
}

TEST_CASE("rows that begin with a day are paragraphs among lines that are broken") {
  const Document doc = read(
      "The group has decided to have the following meetings, all of which are to\n"
      "be held in the week before those of the committee, as long as nobody has\n"
      "anything against it, and as far as the rooms are free:\n\n"
      "2031-05-12/16: City of Porto, Westland\n"
      "2031-11-10/14: Norburg (to be confirmed)\n"
      "2032h2: Graz\n");
  const Words lines = shown(doc);
  REQUIRE(lines.size() == 4);
  CHECK(lines[1] == "2031-05-12/16: City of Porto, Westland");
  CHECK(lines[2] == "2031-11-10/14: Norburg (to be confirmed)");
}

TEST_CASE("a numbered title ends where an indented paragraph begins") {
  const Document doc = read(
      "The group has decided to have the following meetings, all of which are to\n"
      "be held in the week before those of the committee, as long as nobody has\n"
      "anything against it.\n\n"
      "7.3 Paying for the hall\n"
      "  Ada First told the others what the hall is going to cost the members of\n"
      "the group.\n\n"
      "7.4 Halls that\n"
      "  are too small\n");
  const Words lines = shown(doc);
  REQUIRE(lines.size() == 4);
  CHECK(lines[1] == "7.3 Paying for the hall");
  CHECK(lines[2].starts_with("Ada First told"));
  CHECK(lines[3] == "7.4 Halls that are too small");
}

TEST_CASE("what stands on page after page is a page header, numbers aside") {
  std::string text;
  for (const auto& [number, words] :
       {std::pair{"i", "One."}, std::pair{"1", "Two."}, std::pair{"2", "Three."}}) {
    text += fmt::format("TD 12\n\n{}\n\nTD {} of WP{}\n\n  Rec. X.1 (11/2016)   {}\n\f", words,
                        number, number, number);
  }
  const Document doc = read(text);
  CHECK(shown(doc) == Words{"One.", "TD i of WPi", "Two.", "TD 1 of WP1", "Three.", "TD 2 of WP2",
                            "TD 12", "Rec. X.1 (11/2016)   i"});
  CHECK(doc.part_kind(BlockId{5}) == PartKind::body);
  CHECK(doc.part_kind(BlockId{6}) == PartKind::header);
}

TEST_CASE("any bytes give a valid document") {
  const std::vector<std::string> pieces = {
      "\t",      "\n",           "\n\n",     " ",      "1",       "1.2\t",
      "word.",   "- ",           "\xC2\xB7", "[1: ",   "]",       "[footnoteRef:1]",
      "Annex A", "\xEF\x82\xB7", "\xFF",     "(to x)", "Table 1", "\r"};
  rc::check([&] {
    std::string text;
    for (const auto index :
         *rc::gen::container<std::vector<std::size_t>>(rc::gen::inRange<std::size_t>(0, 18))) {
      text += pieces[index];
    }
    if (text.empty()) return;
    const Document doc = read(text);
    for (const std::string& fault : faults_of(doc.data())) RC_FAIL(fault);
  });
}

TEST_CASE("a seed cut anywhere gives a valid document") {
  SKIP_WITHOUT_SEEDS();
  for (const char* const number : {"000", "001", "002", "003", "004"}) {
    const std::string bytes = file_bytes(seed_path(number));
    const std::size_t step = bytes.size() / 23 + 1;
    for (std::size_t size = 1; size < bytes.size(); size += step) {
      const Document doc = read(std::string_view(bytes).substr(0, size));
      CAPTURE(number, size);
      CHECK(faults_of(doc.data()).empty());
    }
  }
}

}  // namespace rapporteur
