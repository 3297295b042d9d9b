#include "parsers/html/mime_parts.hpp"
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
