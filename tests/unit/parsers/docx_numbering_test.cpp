#include <fmt/format.h>

#include <catch2/catch.hpp>

#include "tests/support/docx_sample.hpp"

namespace rapporteur {
namespace {

using Lines = std::vector<std::string>;

std::string level(int number, std::string_view form, std::string_view text,
                  std::string_view more = "") {
  return fmt::format(R"(<w:lvl w:ilvl="{}"><w:start w:val="1"/><w:numFmt w:val="{}"/>)"
                     R"({}<w:lvlText w:val="{}"/></w:lvl>)",
                     number, form, more, text);
}

std::string definition(int id, const std::string& levels) {
  return fmt::format(R"(<w:abstractNum w:abstractNumId="{}">{}</w:abstractNum>)", id, levels);
}

std::string list(int id, int definition, std::string_view more = "") {
  return fmt::format(R"(<w:num w:numId="{}"><w:abstractNumId w:val="{}"/>{}</w:num>)", id,
                     definition, more);
}

SamplePart numbering(const std::string& inside) {
  return {"word/numbering.xml", "<w:numbering>" + inside + "</w:numbering>"};
}

std::string item(std::string_view text, int list, int level) {
  return paragraph(
      text,
      fmt::format(R"(<w:numPr><w:ilvl w:val="{}"/><w:numId w:val="{}"/></w:numPr>)", level, list));
}

const std::string kClauses =
    level(0, "decimal", "%1") + level(1, "decimal", "%1.%2") + level(2, "decimal", "%1.%2.%3");

}  // namespace

TEST_CASE("a deeper level begins again under each number above it") {
  const Document doc = read_body(item("a", 1, 0) + item("b", 1, 1) + item("c", 1, 1) +
                                     item("d", 1, 0) + item("e", 1, 1) + item("f", 1, 2),
                                 {numbering(definition(0, kClauses) + list(1, 0))});
  CHECK(lines_of(doc) == Lines{"[1] a", "[1.1] b", "[1.2] c", "[2] d", "[2.1] e", "[2.1.1] f"});
}

TEST_CASE("a level that restarts after none or only some levels above counts on") {
  const std::string never = definition(
      0, level(0, "decimal", "%1") + level(1, "decimal", "%2", R"(<w:lvlRestart w:val="0"/>)"));
  CHECK(lines_of(read_body(item("a", 1, 0) + item("b", 1, 1) + item("c", 1, 0) + item("d", 1, 1),
                           {numbering(never + list(1, 0))})) ==
        Lines{"[1] a", "[1] b", "[2] c", "[2] d"});
  const std::string first =
      definition(0, kClauses + level(2, "lowerLetter", "%3)", R"(<w:lvlRestart w:val="1"/>)"));
  CHECK(lines_of(read_body(
            item("a", 1, 2) + item("b", 1, 1) + item("c", 1, 2) + item("d", 1, 0) + item("e", 1, 2),
            {numbering(first + list(1, 0))})) ==
        Lines{"[a)] a", "[1.2] b", "[b)] c", "[2] d", "[a)] e"});
}

TEST_CASE("a level that is passed over before its first use counts as used") {
  const SamplePart lists = numbering(definition(0, kClauses) + list(1, 0));
  CHECK(lines_of(read_body(item("a", 1, 1) + item("b", 1, 1) + item("c", 1, 0) + item("d", 1, 1),
                           {lists})) == Lines{"[1.1] a", "[1.2] b", "[2] c", "[2.1] d"});
  // Under a later number it is not: there it shows where it would begin, and begins there.
  CHECK(lines_of(read_body(
            item("a", 1, 0) + item("b", 1, 1) + item("c", 1, 0) + item("d", 1, 2) + item("e", 1, 1),
            {lists})) == Lines{"[1] a", "[1.1] b", "[2] c", "[2.1.1] d", "[2.1] e"});
}

TEST_CASE("lists of one definition count together until one states its own start") {
  const std::string three = list(1, 0) + list(2, 0) +
                            list(3, 0,
                                 R"(<w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/>)"
                                 "</w:lvlOverride>");
  const Document doc = read_body(
      item("a", 1, 0) + item("b", 2, 0) + item("c", 3, 0) + item("d", 3, 0) + item("e", 1, 0),
      {numbering(definition(0, kClauses) + three)});
  CHECK(lines_of(doc) == Lines{"[1] a", "[2] b", "[7] c", "[8] d", "[9] e"});
}

TEST_CASE("a legal level writes every number in figures") {
  const std::string levels = level(0, "upperRoman", "%1.") +
                             level(1, "decimal", "%1.%2", "<w:isLgl/>") +
                             level(2, "decimal", "%1.%2.%3");
  const Document doc = read_body(item("a", 1, 0) + item("b", 1, 1) + item("c", 1, 2),
                                 {numbering(definition(0, levels) + list(1, 0))});
  CHECK(lines_of(doc) == Lines{"[I.] a", "[1.1] b", "[I.1.1] c"});
}

TEST_CASE("a legal level keeps the leading zero of its own number") {
  const std::string levels = level(0, "upperRoman", "Article %1.") +
                             level(1, "decimalZero", "Section %1.%2", "<w:isLgl/>");
  const Document doc =
      read_body(item("a", 1, 0) + item("b", 1, 1), {numbering(definition(0, levels) + list(1, 0))});
  CHECK(lines_of(doc) == Lines{"[Article I.] a", "[Section 1.01] b"});
}

TEST_CASE("headings are numbered through their styles, at the level tied to each") {
  const std::string styles =
      R"(<w:styles><w:style w:type="paragraph" w:styleId="h1"><w:name w:val="heading 1"/><w:pPr>)"
      R"(<w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>)"
      R"(<w:style w:type="paragraph" w:styleId="h2"><w:name w:val="heading 2"/>)"
      R"(<w:basedOn w:val="h1"/></w:style></w:styles>)";
  const std::string levels = level(0, "upperLetter", "Annex %1", R"(<w:pStyle w:val="h1"/>)") +
                             level(1, "decimal", "%1.%2", R"(<w:pStyle w:val="h2"/>)");
  const Document doc = read_body(
      paragraph("a", R"(<w:pStyle w:val="h1"/>)") + paragraph("b", R"(<w:pStyle w:val="h1"/>)") +
          paragraph("c", R"(<w:pStyle w:val="h2"/>)") +
          paragraph("d", R"(<w:pStyle w:val="h2"/><w:numPr><w:numId w:val="0"/></w:numPr>)"),
      {{"word/styles.xml", styles}, numbering(definition(0, levels) + list(1, 0))});
  CHECK(lines_of(doc) == Lines{"[Annex A] a", "[Annex B] b", "[B.1] c", "d"});
}

TEST_CASE("a level that is tied to a style numbers no other style that names its list") {
  const std::string named = R"(<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>)";
  const std::string styles =
      R"(<w:styles><w:style w:type="paragraph" w:styleId="own"><w:name w:val="own"/>)" + named +
      R"(<w:style w:type="paragraph" w:styleId="other"><w:name w:val="other"/>)" + named +
      R"(<w:style w:type="paragraph" w:styleId="heir"><w:name w:val="heir"/>)"
      R"(<w:basedOn w:val="own"/>)" +
      named + "</w:styles>";
  const std::string lists =
      definition(0, level(0, "decimal", "%1", R"(<w:pStyle w:val="own"/>)")) + list(1, 0);
  const auto styled = [](std::string_view text, std::string_view style) {
    return paragraph(text, fmt::format(R"(<w:pStyle w:val="{}"/>)", style));
  };
  const Document doc =
      read_body(styled("a", "own") + styled("b", "other") + styled("c", "heir") + item("d", 1, 0),
                {{"word/styles.xml", styles}, numbering(lists)});
  CHECK(lines_of(doc) == Lines{"[1] a", "b", "[2] c", "[3] d"});
}

TEST_CASE("a text box counts for itself, and what surrounds it past it") {
  const std::string box = "<w:p><w:r><w:pict><v:shape><v:textbox><w:txbxContent>" +
                          item("b", 1, 0) + item("c", 1, 0) +
                          "</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>";
  const Document doc = read_body(item("a", 1, 0) + box + item("d", 1, 0),
                                 {numbering(definition(0, kClauses) + list(1, 0))});
  CHECK(lines_of(doc) == Lines{"[1] a", "", "[1] b", "[2] c", "[2] d"});
}

TEST_CASE("a definition may borrow that of a numbering style, and counts for itself") {
  const std::string lists =
      R"(<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="S"/></w:abstractNum>)"
      R"(<w:abstractNum w:abstractNumId="1"><w:styleLink w:val="S"/>)" +
      level(0, "lowerRoman", "(%1)") + "</w:abstractNum>" + list(1, 0) + list(2, 1);
  CHECK(lines_of(read_body(item("a", 1, 0) + item("b", 1, 0) + item("c", 2, 0) + item("d", 1, 0),
                           {numbering(lists)})) ==
        Lines{"[(i)] a", "[(ii)] b", "[(i)] c", "[(iii)] d"});
}

TEST_CASE("a bullet is the sign its font shows") {
  const std::string levels =
      level(0, "bullet", "\uF0B7", R"(<w:rPr><w:rFonts w:ascii="Symbol"/></w:rPr>)") +
      level(1, "bullet", "\uF0A7", R"(<w:rPr><w:rFonts w:ascii="Wingdings"/></w:rPr>)") +
      level(2, "bullet", "-");
  const Document doc = read_body(item("a", 1, 0) + item("b", 1, 1) + item("c", 1, 2),
                                 {numbering(definition(0, levels) + list(1, 0))});
  CHECK(lines_of(doc) == Lines{"[•] a", "[▪] b", "[-] c"});
}

TEST_CASE("a level without a start begins at zero, and none shows no number") {
  const std::string levels =
      R"(<w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1"/></w:lvl>)" +
      level(1, "none", "Note");
  const Document doc =
      read_body(item("a", 1, 0) + item("b", 1, 1), {numbering(definition(0, levels) + list(1, 0))});
  CHECK(lines_of(doc) == Lines{"[0] a", "[Note] b"});
}

TEST_CASE("a deleted paragraph is not counted") {
  const std::string deleted = item("b", 1, 0);
  const Document doc = read_body(
      item("a", 1, 0) +
          R"(<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:rPr>)"
          R"(<w:del w:author="A" w:date="2026-01-02T03:04:05Z"/></w:rPr></w:pPr>)"
          R"(<w:del><w:r><w:delText>gone</w:delText></w:r></w:del></w:p>)" +
          item("c", 1, 0),
      {numbering(definition(0, kClauses) + list(1, 0))});
  CHECK(lines_of(doc) == Lines{"[1] a", "[2] c"});
}

TEST_CASE("a list in cells counts through the table") {
  const Document doc = read_body("<w:tbl><w:tr><w:tc>" + item("a", 1, 0) + "</w:tc><w:tc>" +
                                     item("b", 1, 0) + "</w:tc></w:tr></w:tbl>" + item("c", 1, 0),
                                 {numbering(definition(0, kClauses) + list(1, 0))});
  CHECK(lines_of(doc) == Lines{"[1] a", "[2] b", "[3] c"});
}

}  // namespace rapporteur
