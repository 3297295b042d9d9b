#include <catch2/catch.hpp>

#include "emitters/text/text_reports.hpp"
#include "emitters/word/docx_package.hpp"
#include "tests/support/docx_sample.hpp"

namespace rapporteur {
namespace {

std::string written(std::string_view markup) {
  const Result<std::string> bytes =
      docx_package(markup, "test", [](const std::string& name) { return template_text({}, name); });
  if (!bytes) FAIL(bytes.error().where + ": " + bytes.error().what);
  return *bytes;
}

// The lines of the body: the last one is the footer of every page.
std::vector<std::string> read_back(std::string_view markup) {
  std::vector<std::string> lines = lines_of(read_docx(written(markup)));
  REQUIRE(!lines.empty());
  CHECK(lines.back() == "Page 1 of 1");
  lines.pop_back();
  return lines;
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("a document written from markup reads back as its headings, texts and cells") {
  CHECK(read_back("<document><title>Plan</title><h1>Part</h1><p>One <b>bold</b> word.</p>"
                  "<table><tr><th>A</th><th>B</th></tr><tr><td>1</td><td>2</td></tr></table>"
                  "</document>") ==
        Lines{"Plan", "Part", "One bold word.", "A", "B", "1", "2", ""});
}

TEST_CASE("captions are numbered by a field") {
  CHECK(read_back("<document><table caption='First'><tr><td>1</td></tr></table>"
                  "<table caption='Second'><tr><td>2</td></tr></table></document>") ==
        Lines{"Table 1 – First", "1", "", "Table 2 – Second", "2", ""});
}

TEST_CASE("white space in markup is one blank, and none at the ends") {
  CHECK(read_back("<document><p>\n  a\n  <i>b</i> c\n</p></document>") == Lines{"a b c"});
}

TEST_CASE("what looks like markup in a text stays text") {
  CHECK(read_back("<document><p>&lt;w:br/&gt; &amp;amp; &quot;x&quot; =cmd</p></document>") ==
        Lines{"<w:br/> &amp; \"x\" =cmd"});
}

TEST_CASE("a column that only its header fills is left out, and its room given to the others") {
  const std::string head = "<tr><th>A</th><th>B</th><th>C</th></tr>";
  CHECK(read_back("<document><table widths='2 1 2'>" + head +
                  "<tr><td>1</td><td> </td><td>3</td></tr></table></document>") ==
        Lines{"A", "C", "1", "3", ""});
  CHECK(read_back("<document><table>" + head + "<tr><td>1</td><td/><td/></tr>" +
                  "<tr><td/><td span='2'>all</td></tr></table></document>") ==
        Lines{"A", "B", "C", "1", "", "", "", "all", ""});
  CHECK(read_back("<document><table>" + head + "<tr><td/><td/><td/></tr></table></document>") ==
        Lines{"A", "B", "C", "", "", "", ""});
}

TEST_CASE("a header row is repeated on every page") {
  const Document doc = read_docx(
      written("<document><table><tr><th>A</th></tr><tr><td>1</td></tr></table></document>"));
  REQUIRE(doc.tables().size() == 1);
  CHECK(doc.tables()[0].header_rows == 1);
}

TEST_CASE(
    "a landscape part ends with its own section, and begins a document without an empty page") {
  CHECK(read_back("<document><p>a</p><landscape><p>b</p></landscape><p>c</p></document>") ==
        Lines{"a", "", "b", "", "c"});
  CHECK(read_back("<document><landscape><p>b</p></landscape></document>") == Lines{"b"});
}

TEST_CASE("the same markup gives the same bytes") {
  const std::string markup =
      "<document><p><a href='https://example.org/?a=1&amp;b=2'>x</a></p></document>";
  CHECK(written(markup) == written(markup));
}

TEST_CASE("markup that is no XML, or has unknown elements, is an error that names the template") {
  const auto fault = [](std::string_view markup) {
    const TemplateText parts = [](const std::string& name) { return template_text({}, name); };
    const Result<std::string> bytes = docx_package(markup, "mine.mustache", parts);
    return bytes ? "" : bytes.error().where + ": " + bytes.error().what;
  };
  CHECK(fault("<document><p>").starts_with("mine.mustache: what it makes is no XML at "));
  CHECK(fault("<document><div/></document>") ==
        "mine.mustache: there is no element 'div'; docs/templates.md lists them");
}

}  // namespace rapporteur
