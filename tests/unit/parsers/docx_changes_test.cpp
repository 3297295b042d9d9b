#include <algorithm>
#include <catch2/catch.hpp>

#include "tests/support/docx_sample.hpp"

namespace rapporteur {
namespace {

using Lines = std::vector<std::string>;

constexpr std::string_view kWho = R"(w:id="1" w:author="Ana" w:date="2026-01-02T03:04:05Z")";

std::string run(std::string_view text) {
  return "<w:r><w:t xml:space=\"preserve\">" + std::string(text) + "</w:t></w:r>";
}

std::string change(std::string_view element, std::string_view text) {
  const std::string open = "<w:" + std::string(element) + " " + std::string(kWho) + ">";
  const bool removes = element == "del" || element == "moveFrom";
  const std::string inner =
      removes ? "<w:r><w:delText xml:space=\"preserve\">" + std::string(text) + "</w:delText></w:r>"
              : run(text);
  return open + inner + "</w:" + std::string(element) + ">";
}

std::string with_mark(std::string_view mark, const std::string& inside) {
  return "<w:p><w:pPr><w:rPr><w:" + std::string(mark) + " " + std::string(kWho) +
         "/></w:rPr></w:pPr>" + inside + "</w:p>";
}

Lines lines(const std::string& body, View view) { return lines_of(read_body(body, {}, view)); }

bool has(const Document& doc, RevisionKind kind) {
  return std::ranges::any_of(doc.revisions(), [&](const Revision& r) { return r.kind == kind; });
}

}  // namespace

TEST_CASE("each view has its text, and the change keeps who, when and what went") {
  const std::string body =
      "<w:p>" + run("The ") + change("del", "old") + change("ins", "new") + run(" text") + "</w:p>";
  CHECK(lines(body, View::final) == Lines{"The new text"});
  CHECK(lines(body, View::original) == Lines{"The old text"});
  CHECK(lines(body, View::marked) == Lines{"The oldnew text"});
  const Document doc = read_body(body);
  REQUIRE(doc.revisions().size() == 2);
  CHECK(doc.revisions()[0].kind == RevisionKind::deleted);
  CHECK(doc.revisions()[0].author == "Ana");
  CHECK(doc.revisions()[0].date == "2026-01-02T03:04:05Z");
  CHECK(doc.revisions()[0].removed == "old");
  CHECK(doc.text(doc.revisions()[1].where) == "new");
}

TEST_CASE("the marked view says what was inserted and what deleted") {
  const Document doc = read_body(
      "<w:p>" + change("del", "a") + change("ins", "b") + change("moveTo", "c") + "</w:p>", {},
      View::marked);
  REQUIRE(doc.runs().size() == 3);
  CHECK(doc.runs()[0].has(Mark::deleted));
  CHECK(doc.runs()[1].has(Mark::inserted));
  CHECK(doc.runs()[2].has(Mark::moved));
}

TEST_CASE("moved text stands once, where the view has it") {
  const std::string body = "<w:p>" + run("a") + change("moveFrom", "m") + "</w:p><w:p>" + run("b") +
                           change("moveTo", "m") + "</w:p>";
  CHECK(lines(body, View::final) == Lines{"a", "bm"});
  CHECK(lines(body, View::original) == Lines{"am", "b"});
}

TEST_CASE("a deleted paragraph mark joins the paragraph to the next, whose style it takes") {
  const std::string first = with_mark("del", run("one "));
  const std::string second = paragraph("two", R"(<w:pStyle w:val="q"/>)");
  const SamplePart styles = {"word/styles.xml",
                             R"(<w:styles><w:style w:type="paragraph" w:styleId="q">)"
                             R"(<w:name w:val="Quote"/></w:style></w:styles>)"};
  const Document doc = read_body(first + second, {styles});
  CHECK(lines_of(doc) == Lines{"one two"});
  CHECK(doc.style(BlockId{0}) == "Quote");
  CHECK(lines_of(read_body(first + second, {styles}, View::original)) == Lines{"one ", "two"});
  CHECK(has(doc, RevisionKind::paragraph_deleted));
}

TEST_CASE("a wholly deleted paragraph leaves nothing, and an inserted one leaves no trace before") {
  const std::string body = paragraph("a") + with_mark("del", change("del", "b")) + paragraph("c") +
                           with_mark("ins", change("ins", "d")) + paragraph("e");
  CHECK(lines(body, View::final) == Lines{"a", "c", "d", "e"});
  CHECK(lines(body, View::original) == Lines{"a", "b", "c", "e"});
}

TEST_CASE("deleted rows and cells are gone with their text kept") {
  const std::string cell = "<w:tc>" + paragraph("x") + "</w:tc>";
  const std::string body = "<w:tbl><w:tr>" + cell + cell + "</w:tr><w:tr><w:trPr><w:del " +
                           std::string(kWho) + "/></w:trPr><w:tc>" + paragraph("gone") +
                           "</w:tc></w:tr><w:tr><w:tc><w:tcPr><w:cellDel " + std::string(kWho) +
                           "/></w:tcPr>" + paragraph("y") + "</w:tc>" + cell + "</w:tr></w:tbl>";
  const Document doc = read_body(body);
  REQUIRE(doc.tables().size() == 1);
  CHECK(doc.tables()[0].rows == 2);
  CHECK(lines_of(doc) == Lines{"x", "x", "x"});
  REQUIRE(has(doc, RevisionKind::row_deleted));
  CHECK(has(doc, RevisionKind::cell_deleted));
  CHECK(doc.revisions()[0].removed.find("gone") == 0);
  CHECK(read_body(body, {}, View::original).tables()[0].rows == 3);
}

TEST_CASE("a table of which every row is deleted is not there") {
  const std::string body = "<w:tbl><w:tr><w:trPr><w:del " + std::string(kWho) +
                           "/></w:trPr><w:tc>" + paragraph("x") + "</w:tc></w:tr></w:tbl>" +
                           paragraph("after");
  CHECK(read_body(body).tables().empty());
  CHECK(lines(body, View::final) == Lines{"after"});
}

TEST_CASE("the original view has the properties from before the change") {
  const std::string body =
      R"(<w:p><w:pPr><w:pStyle w:val="n"/><w:pPrChange w:author="A"><w:pPr><w:pStyle w:val="o"/>)"
      R"(</w:pPr></w:pPrChange></w:pPr><w:r><w:rPr><w:b/><w:rPrChange w:author="A"><w:rPr><w:i/>)"
      R"(</w:rPr></w:rPrChange></w:rPr><w:t>x</w:t></w:r></w:p>)";
  const SamplePart styles = {
      "word/styles.xml",
      R"(<w:styles><w:style w:type="paragraph" w:styleId="o"><w:name w:val="Old"/></w:style>)"
      R"(<w:style w:type="paragraph" w:styleId="n"><w:name w:val="New"/></w:style></w:styles>)"};
  const Document now = read_body(body, {styles});
  const Document before = read_body(body, {styles}, View::original);
  CHECK(now.style(BlockId{0}) == "New");
  CHECK(before.style(BlockId{0}) == "Old");
  CHECK(now.runs()[0].has(Mark::bold));
  CHECK_FALSE(before.runs()[0].has(Mark::bold));
  CHECK(before.runs()[0].has(Mark::italic));
  CHECK(has(now, RevisionKind::formatting));
}

TEST_CASE("a change within a change is shown only where both are") {
  const std::string body = "<w:p>" + run("a") + "<w:ins " + std::string(kWho) + ">" +
                           change("del", "b") + run("c") + "</w:ins></w:p>";
  CHECK(lines(body, View::final) == Lines{"ac"});
  CHECK(lines(body, View::original) == Lines{"a"});
  CHECK(lines(body, View::marked) == Lines{"abc"});
}

}  // namespace rapporteur
