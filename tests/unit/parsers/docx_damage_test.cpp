#include <catch2/catch.hpp>
#include <chrono>
#include <filesystem>

#include "parsers/docx/docx.hpp"
#include "pipeline/base/files.hpp"
#include "tests/support/docx_sample.hpp"
#include "tests/support/folders.hpp"
#include "tests/unit/document_faults.hpp"

namespace rapporteur {
namespace {

// A document with a bit of everything, small enough to be cut at every byte.
std::vector<SamplePart> everything() {
  const std::string row = "<w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr>" + paragraph("c") +
                          "</w:tc><w:tc><w:p/></w:tc></w:tr>";
  return docx_parts(
      paragraph("a", R"(<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>)") + "<w:tbl>" +
          row + row + "</w:tbl>" +
          R"(<w:p><w:pPr><w:rPr><w:del w:author="A"/></w:rPr></w:pPr><w:del w:author="A"><w:r>)"
          R"(<w:delText>d</w:delText></w:r></w:del><w:r><w:fldChar w:fldCharType="begin"/>)"
          R"(<w:instrText>PAGE</w:instrText><w:fldChar w:fldCharType="separate"/><w:t>1</w:t>)"
          R"(<w:fldChar w:fldCharType="end"/><w:footnoteReference w:id="1"/></w:r>)"
          R"(<m:oMath><m:f><m:num><m:r><m:t>x</m:t></m:r></m:num><m:den/></m:f></m:oMath></w:p>)" +
          paragraph("e"),
      {{"word/styles.xml",
        R"(<w:styles><w:style w:type="paragraph" w:styleId="n" w:default="1"><w:name )"
        R"(w:val="Normal"/></w:style></w:styles>)"},
       {"word/numbering.xml",
        R"(<w:numbering><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt )"
        R"(w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1">)"
        R"(<w:abstractNumId w:val="0"/></w:num></w:numbering>)"},
       {"word/footnotes.xml",
        R"(<w:footnotes><w:footnote w:id="1"><w:p><w:r><w:t>n</w:t></w:r></w:p></w:footnote>)"
        R"(</w:footnotes>)"}});
}

// Reads whatever the bytes are; a document that comes out must be sound.
bool survives(const std::string& bytes, View view) {
  ReadOptions options;
  options.view = view;
  const Result<Draft> draft = docx_reader().read(bytes, "cut.docx", options);
  if (!draft) return !draft.error().what.empty() && draft.error().where.find("cut.docx") == 0;
  return faults_of(draft->data).empty();
}

}  // namespace

TEST_CASE("a Word document cut at any byte is read or refused with a reason") {
  const std::string bytes = zipped(everything());
  REQUIRE(survives(bytes, View::final));
  for (std::size_t end = 0; end < bytes.size(); ++end) {
    if (!survives(bytes.substr(0, end), View::final)) FAIL("cut at byte " << end);
  }
}

TEST_CASE("a part cut at any tag is read or refused with a reason") {
  const std::vector<SamplePart> whole = everything();
  for (std::size_t part = 0; part < whole.size(); ++part) {
    const std::string& text = whole[part].second;
    for (std::size_t at = text.find('<'); at != std::string::npos; at = text.find('<', at + 1)) {
      for (const std::size_t end : {at, at + 1, at + 3}) {
        std::vector<SamplePart> cut = whole;
        cut[part].second = text.substr(0, end);
        for (const View view : {View::final, View::original, View::marked}) {
          if (!survives(zipped(cut), view)) FAIL(cut[part].first << " cut at byte " << end);
        }
      }
    }
  }
}

TEST_CASE("a part without any one of its tags is read or refused with a reason") {
  const std::vector<SamplePart> whole = everything();
  const std::string& text = whole[2].second;
  for (std::size_t at = text.find('<'); at != std::string::npos; at = text.find('<', at + 1)) {
    std::vector<SamplePart> cut = whole;
    cut[2].second.erase(at, text.find('>', at) + 1 - at);
    if (!survives(zipped(cut), View::final)) FAIL("without the tag at byte " << at);
  }
}

TEST_CASE("every given document ends in time, as a sound document or an error with its place") {
  const std::filesystem::path docs = source_folder() / "../shared/docs";
  if (!std::filesystem::is_directory(docs)) {
    WARN("skipped: no ../shared");
    return;
  }
  for (const auto& entry : std::filesystem::recursive_directory_iterator(docs)) {
    if (!entry.is_regular_file()) continue;
    const std::string path = entry.path().string();
    const Result<std::string> bytes = read_file(entry.path(), std::uint64_t{1} << 30);
    if (!bytes || docx_reader().bid(*bytes, path).score == 0) continue;
    INFO(path);
    const auto begin = std::chrono::steady_clock::now();
    const Result<Draft> draft = docx_reader().read(*bytes, path, {});
    CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(20));
    if (draft) {
      CHECK(faults_of(draft->data).empty());
    } else {
      CHECK(draft.error().where.find(path) == 0);
    }
  }
}

}  // namespace rapporteur
