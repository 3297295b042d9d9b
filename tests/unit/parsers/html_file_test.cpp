#include "parsers/html/mime_parts.hpp"
#include "tests/support/docx_sample.hpp"
#include "tests/unit/parsers/seeds.hpp"

namespace rapporteur {
namespace {

constexpr std::string_view kPage =
    "<html><head><meta http-equiv=Content-Type content=\"text/html; charset=windows-1252\">"
    "<style>p {}</style></head><body><h1>1 Scope</h1><p class=MsoNormal>Caf\xE9 "
    "rules<o:p></o:p></p>"
    "<table><tr><td rowspan=2>Norland</td><td>object</td></tr><tr><td>later</td></tr></table>"
    "</body></html>";

Draft read(std::string_view bytes, std::string_view path) {
  Result<Draft> draft = read_document(bytes, path);
  REQUIRE(draft);
  return std::move(*draft);
}

}  // namespace

TEST_CASE("a web page named .doc is read as what it is") {
  const Document doc(read(kPage, "report.doc").data);
  CHECK(doc.format() == "html");
  CHECK(doc.text().find("Caf\xC3\xA9 rules") != std::string_view::npos);
  CHECK(doc.text().find("p {}") == std::string_view::npos);
  REQUIRE(doc.tables().size() == 1);
  CHECK(doc.tables()[0].at(0, 0) == doc.tables()[0].at(1, 0));
  CHECK(doc.blocks().front().outline == 1);
}

TEST_CASE("a page is read as a browser shows it") {
  const Document doc(
      read("<!DOCTYPE html><html><head><title>Minutes &amp; more</title></head><body>"
           "<p>Caf&eacute; &amp;nbsp; a < b, <b>bold</b>\n and   more<br>below</p>"
           "<p>&nbsp;</p><ol type=a start=3><li>one<li>two<ul><li>deep</ul></ol>"
           "<pre>  kept\n  so</pre><!-- no --><script>if (a<b) {}</script>"
           "<p>see <a href='http://x.org/?a=1&amp;b=2'>this</a><p>unclosed",
           "a.html")
          .data);
  CHECK(lines_of(doc) == std::vector<std::string>{"Café &nbsp; a < b, bold and more\nbelow", "",
                                                  "[c.] one", "[d.] two", "[•] deep",
                                                  "  kept\n  so", "see this", "unclosed"});
  CHECK(doc.block(BlockId{4}).level == 2);
  CHECK(doc.links()[0].target == "http://x.org/?a=1&b=2");
  CHECK(doc.properties()[0].value == "Minutes & more");
}

TEST_CASE("tables of pages have captions above them and header rows of column names") {
  const Document doc(
      read("<html><table><caption>Table 1</caption><tr><th>A<th>B<tr><th>1<td>x</table>"
           "<table><thead><tr><td>A</thead><tr><td>x<table><tr><td>in</table></table></html>",
           "a.html")
          .data);
  REQUIRE(doc.tables().size() == 3);
  CHECK(doc.text(BlockId{0}) == "Table 1");
  CHECK(doc.block(BlockId{1}).table == TableId{0});
  CHECK(doc.tables()[0].header_rows == 1);
  CHECK(doc.tables()[1].header_rows == 1);
}

TEST_CASE("lists, labels, tabs and signs of Word's own pages are those that Word shows") {
  const Document doc(
      read("<html><style>@list l0:level1 {mso-level-number-format:alpha-lower;"
           "mso-level-text:\"%1\\)\";}\n@list l0:level2 {mso-level-text:\"%1.%2\";}"
           "@list l1:level1 {mso-level-number-format:bullet;mso-level-text:\\F0B7;"
           "font-family:Symbol;}</style>"
           "<p style='mso-list:l0 level1 lfo1'>first</p><p style='mso-list:l0 level2 "
           "lfo1'>deeper</p>"
           "<p style='mso-list:l0 level1 lfo1'>second</p><p style='mso-list:l1 level1 lfo2'>dot</p>"
           "<p style='mso-list:l0 level1 lfo3'>anew</p>"
           "<p><![if !supportLists]><span "
           "style='mso-list:Ignore'>2.1<span>&nbsp;&nbsp;</span></span>"
           "<![endif]>Written<span style='mso-tab-count:1'>&nbsp; </span>out</p>"
           "<p><span style='font-family:Symbol'>a&middot;&nbsp;</span>x</p>"
           "<span>3.1.&nbsp; </span><p>A clause.</p><p>3.2.</p><table><tr><td>4.1.</table></html>",
           "a.doc")
          .data);
  CHECK(lines_of(doc) == std::vector<std::string>{"[a)] first", "[a.1] deeper", "[b)] second",
                                                  "[•] dot", "[a)] anew", "[2.1] Written\tout",
                                                  "α• x", "[3.1.] A clause.", "3.2.", "4.1."});
}

TEST_CASE("the page in a message of related parts is read, its pictures are not") {
  const Document doc(
      read("MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n boundary=\"b-1\"\r\n\r\n"
           "This is a message.\r\n--b-1\r\nContent-Transfer-Encoding: quoted-printable\r\n"
           "Content-Type: text/html; charset=\"utf-8\"\r\n\r\n<html><body><p>The g=\r\nroup =C3=A9 "
           "met.</p></body></html>\r\n--b-1\r\nContent-Type: image/png\r\n"
           "Content-Transfer-Encoding: base64\r\n\r\niVBORw==\r\n--b-1--\r\n",
           "report.doc")
          .data);
  CHECK(doc.format() == "mhtml");
  CHECK(doc.text() == "The group \xC3\xA9 met.\n");
}

TEST_CASE("parts within parts are found and base64 is decoded") {
  const std::vector<MimePart> parts = mime_parts(
      "Content-Type: multipart/mixed; boundary=a\n\n--a\nContent-Type: multipart/related; "
      "boundary=b\n\n--b\nContent-Type: Text/HTML\nContent-Transfer-Encoding: base64\n\nPGI+\n"
      "--b--\n--a--\n");
  REQUIRE(parts.size() == 1);
  CHECK(parts[0].type == "text/html");
  CHECK(decoded_body(parts[0]) == "<b>");
}

TEST_CASE("a message without a page, cut anywhere, is refused or read") {
  const std::string message =
      "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--b\nContent-Type: "
      "text/html\n\n<html><p>Words</p>\n--b--\n";
  const Result<Draft> cut = read_document(message.substr(0, 75), "a.mht");
  CHECK_FALSE(cut);
  for (std::size_t size = 1; size < message.size(); ++size) {
    read_document(message.substr(0, size), "a.mht");
  }
}

}  // namespace rapporteur
