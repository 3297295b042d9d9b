#include <catch2/catch.hpp>

#include "tests/support/docx_sample.hpp"

namespace rapporteur {
namespace {

using Lines = std::vector<std::string>;

Lines lines_in(const Document& doc, BlockRange range) {
  Lines out;
  for (BlockId id = range.begin; id < range.end; ++id.index) out.emplace_back(doc.text(id));
  return out;
}

const std::string kBox =
    "<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wp:inline><a:graphic>"
    "<a:graphicData><wps:wsp><wps:txbx><w:txbxContent>" +
    paragraph("boxed") +
    "</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing>"
    "</mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>" +
    paragraph("boxed") + "</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback>" +
    "</mc:AlternateContent></w:r>";

}  // namespace

TEST_CASE("notes are numbered anew in each section where the document or the section says so") {
  const auto referring = [](int id, std::string_view properties) {
    return "<w:p><w:pPr>" + std::string(properties) + "</w:pPr><w:r><w:footnoteReference w:id=\"" +
           std::to_string(id) + "\"/></w:r></w:p>";
  };
  const std::string body =
      referring(1, "") + referring(2, "<w:sectPr/>") + referring(3, "") +
      R"(<w:sectPr><w:footnotePr><w:numFmt w:val="lowerLetter"/></w:footnotePr></w:sectPr>)";
  std::string notes = "<w:footnotes>";
  for (int id = 1; id <= 3; ++id) {
    notes += "<w:footnote w:id=\"" + std::to_string(id) + "\">" + paragraph("n") + "</w:footnote>";
  }
  notes += "</w:footnotes>";
  const auto labels = [&](const std::string& settings) {
    Lines out;
    const Document doc =
        read_body(body, {{"word/footnotes.xml", notes}, {"word/settings.xml", settings}});
    for (const Note& note : doc.notes()) out.push_back(note.label);
    return out;
  };
  CHECK(labels("<w:settings/>") == Lines{"1", "2", "c"});
  CHECK(labels(R"(<w:settings><w:footnotePr><w:numRestart w:val="eachSect"/></w:footnotePr>)"
               "</w:settings>") == Lines{"1", "2", "a"});
  // The beginning of the settings is read first, and all of them only where that says too little.
  const std::string long_setting = "<w:docVars>" + std::string(40'000, ' ') + "</w:docVars>";
  const std::string numbering = R"(<w:footnotePr><w:numStart w:val="5"/></w:footnotePr>)";
  CHECK(labels("<w:settings>" + long_setting + numbering + "</w:settings>") ==
        Lines{"5", "6", "g"});
  CHECK(labels("<w:settings>" + numbering + "<w:rsids>" + long_setting) == Lines{"5", "6", "g"});
}

TEST_CASE("notes are numbered in the order of their references and know their place") {
  const std::string notes =
      R"(<w:footnotes><w:footnote w:type="separator" w:id="0"><w:p/></w:footnote>)"
      R"(<w:footnote w:id="2">)" +
      paragraph("second") + R"(</w:footnote><w:footnote w:id="1">)" + paragraph("first") +
      "</w:footnote></w:footnotes>";
  const std::string ends =
      R"(<w:endnotes><w:endnote w:id="1">)" + paragraph("end") + "</w:endnote></w:endnotes>";
  const Document doc =
      read_body(R"(<w:p><w:r><w:t>a</w:t><w:footnoteReference w:id="1"/><w:t>b</w:t>)"
                R"(<w:footnoteReference w:id="2"/><w:endnoteReference w:id="1"/></w:r></w:p>)",
                {{"word/footnotes.xml", notes}, {"word/endnotes.xml", ends}});
  REQUIRE(doc.notes().size() == 3);
  CHECK(doc.text(BlockId{0}) == "ab");
  CHECK(doc.notes()[0].label == "2");
  CHECK(lines_in(doc, doc.notes()[0].blocks) == Lines{"second"});
  CHECK(doc.notes()[1].label == "1");
  CHECK(doc.notes()[1].anchor == 1);
  CHECK(doc.notes()[2].endnote);
  CHECK(doc.notes()[2].label == "i");
  CHECK(doc.part_kind(doc.notes()[2].blocks.begin) == PartKind::endnotes);
}

TEST_CASE("a mark whose footnote is not in the file is a note without words") {
  const std::string body =
      R"(<w:p><w:r><w:t>Keys</w:t><w:footnoteReference w:id="2"/></w:r></w:p>)"
      R"(<w:p><w:r><w:t>Relays</w:t><w:footnoteReference w:id="3"/></w:r></w:p>)";
  const std::string notes =
      "<w:footnotes><w:footnote w:id=\"3\">" + paragraph("n") + "</w:footnote></w:footnotes>";
  const Document doc = read_body(body, {{"word/footnotes.xml", notes}});
  REQUIRE(doc.notes().size() == 2);
  CHECK(doc.notes()[0].label == "2");
  CHECK(doc.notes()[1].label == "1");
  CHECK(doc.notes()[1].blocks.empty());
  CHECK(doc.notes()[1].anchor == 4);
}

TEST_CASE("a comment has its range, its author and the comment it answers") {
  const std::string comments =
      R"(<w:comments><w:comment w:id="5" w:author="Ana" w:initials="AB" )"
      R"(w:date="2026-01-02T03:04:05Z"><w:p w14:paraId="00000001"><w:r><w:t>Why?</w:t></w:r></w:p>)"
      R"(</w:comment><w:comment w:id="6" w:author="Bo"><w:p w14:paraId="00000002"><w:r>)"
      R"(<w:t>Because.</w:t></w:r></w:p></w:comment></w:comments>)";
  const std::string threads =
      R"(<w15:commentsEx><w15:commentEx w15:paraId="00000001" w15:done="1"/>)"
      R"(<w15:commentEx w15:paraId="00000002" w15:paraIdParent="00000001" w15:done="0"/>)"
      R"(</w15:commentsEx>)";
  const Document doc = read_body(
      R"(<w:p><w:r><w:t>see</w:t></w:r><w:commentRangeStart w:id="5"/><w:r><w:t>here</w:t></w:r>)"
      R"(<w:commentRangeEnd w:id="5"/><w:r><w:commentReference w:id="5"/></w:r></w:p>)",
      {{"word/comments.xml", comments}, {"word/commentsExtended.xml", threads}});
  REQUIRE(doc.comments().size() == 2);
  const Comment& first = doc.comments()[0];
  CHECK(first.author == "Ana");
  CHECK(first.initials == "AB");
  CHECK(first.date == "2026-01-02T03:04:05Z");
  CHECK(doc.text(first.anchor) == "here");
  CHECK(lines_in(doc, first.blocks) == Lines{"Why?"});
  CHECK(first.resolved);
  CHECK(doc.comments()[1].reply_to == CommentId{0});
}

TEST_CASE("only the headers that are shown are read, each once") {
  const auto header = [](std::string_view text) {
    return "<w:hdr>" + paragraph(text) + "</w:hdr>";
  };
  const std::string section =
      R"(<w:sectPr><w:headerReference w:type="default" r:id="word/header1.xml"/>)"
      R"(<w:headerReference w:type="first" r:id="word/header2.xml"/>)"
      R"(<w:footerReference w:type="default" r:id="word/footer1.xml"/>)";
  const std::vector<SamplePart> parts = {
      {"word/header1.xml", header("every")},
      {"word/header2.xml", header("first")},
      {"word/footer1.xml", "<w:ftr>" + paragraph("foot") + "</w:ftr>"}};
  const Document plain = read_body(paragraph("a") + section + "</w:sectPr>", parts);
  CHECK(lines_of(plain) == Lines{"a", "every", "foot"});
  CHECK(plain.part_kind(BlockId{1}) == PartKind::header);
  CHECK(plain.part_kind(BlockId{2}) == PartKind::footer);
  const Document title = read_body(paragraph("a") + section + "<w:titlePg/></w:sectPr>", parts);
  CHECK(lines_of(title) == Lines{"a", "every", "first", "foot"});
}

TEST_CASE("a text box is read once, behind the paragraph that holds it") {
  const Document doc = read_body("<w:p><w:r><w:t>be</w:t></w:r>" + kBox +
                                 "<w:r><w:t>hind</w:t></w:r></w:p>" + paragraph("next"));
  CHECK(lines_of(doc) == Lines{"behind", "boxed", "next"});
  CHECK(doc.block(BlockId{1}).in_text_box);
  CHECK_FALSE(doc.block(BlockId{2}).in_text_box);
}

TEST_CASE("a text box in VML alone is read too, and a table in it") {
  const Document doc = read_body(
      "<w:p><w:r><w:pict><v:shape><v:textbox><w:txbxContent><w:tbl><w:tr><w:tc>" +
      paragraph("cell") + "</w:tc></w:tr></w:tbl></w:txbxContent></v:textbox></v:shape></w:pict>" +
      "</w:r></w:p>");
  REQUIRE(doc.tables().size() == 1);
  CHECK(doc.cell_text(doc.tables()[0].at(0, 0)) == "cell");
}

TEST_CASE("documents embedded as chunks are read in their place") {
  const std::string inner = docx_bytes(paragraph("inner"));
  const Document doc = read_body(
      paragraph("a") +
          R"(<w:altChunk r:id="word/chunk1.html"/><w:altChunk r:id="word/chunk2.txt"/>)"
          R"(<w:altChunk r:id="word/chunk3.docx"/><w:altChunk r:id="word/chunk4.mht"/>)" +
          paragraph("z"),
      {{"word/chunk1.html",
        "<html><head><title>t</title></head><body><h1>Head</h1><p>one&nbsp;<b>two</b></p>"
        "<table><tr><td colspan=\"2\">x</td></tr><tr><td>y<td>z</tr></table></body></html>"},
       {"word/chunk2.txt", "plain"},
       {"word/chunk3.docx", inner},
       {"word/chunk4.mht",
        "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--b\nContent-Type: "
        "text/html\n\n<html><p>message</p></html>\n--b--\n"}});
  CHECK(lines_of(doc) ==
        Lines{"a", "Head", "one two", "x", "y", "z", "plain", "inner", "message", "z"});
  CHECK(doc.part_kind(BlockId{10}) == PartKind::body);
  REQUIRE(doc.tables().size() == 1);
  CHECK(doc.tables()[0].columns == 2);
  CHECK(doc.diagnostics().empty());
}

TEST_CASE("pictures and embedded objects leave a placeholder with their description") {
  const Document doc = read_body(
      R"(<w:p><w:r><w:t>a</w:t><w:drawing><wp:inline><wp:docPr id="1" name="Picture 1" )"
      R"(descr="A &amp; B"/><a:graphic><a:graphicData><pic:pic><a:blip r:embed="link"/></pic:pic>)"
      R"(</a:graphicData></a:graphic></wp:inline></w:drawing></w:r><w:r><w:object>)"
      R"(<o:OLEObject ProgID="Visio.Drawing" r:id="x"/></w:object></w:r></w:p>)");
  REQUIRE(doc.objects().size() == 2);
  CHECK(doc.objects()[0].kind == ObjectKind::picture);
  CHECK(doc.objects()[0].description == "A & B");
  CHECK(doc.objects()[0].target == "https://example.org/a");
  CHECK(doc.objects()[0].anchor == 1);
  CHECK(doc.objects()[1].kind == ObjectKind::embedded);
}

}  // namespace rapporteur
