#include <chrono>
#include <cstdlib>
#include <fstream>
#include <thread>

#include "parsers/external/helper_process.hpp"
#include "parsers/external/office_documents.hpp"
#include "parsers/external/scratch_folder.hpp"
#include "tests/support/docx_sample.hpp"
#include "tests/unit/parsers/seeds.hpp"

// Old formats end to end: LibreOffice writes small files of them, and they are read back.

namespace rapporteur {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kPage =
    "<html><head><meta charset=\"utf-8\"></head><body><h1>1 Scope</h1><p>The group met in May.</p>"
    "<table border=\"1\"><tr><td>Norland</td><td>object</td></tr><tr><td>Kestria</td><td>support"
    "</td></tr></table><h1>2 Closing</h1><p>It was closed.</p></body></html>";

// LibreOffice reads this format and does not write it from a web page.
constexpr std::string_view kWord2003 =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?><?mso-application progid=\"Word.Document\"?>"
    "<w:wordDocument xmlns:w=\"http://schemas.microsoft.com/office/word/2003/wordml\"><w:body>"
    "<w:p><w:r><w:t>The group met in May.</w:t></w:r></w:p><w:tbl><w:tblPr/><w:tblGrid>"
    "<w:gridCol w:w=\"2000\"/><w:gridCol w:w=\"2000\"/></w:tblGrid>"
    "<w:tr><w:tc><w:p><w:r><w:t>Norland</w:t></w:r></w:p></w:tc>"
    "<w:tc><w:p><w:r><w:t>object</w:t></w:r></w:p></w:tc></w:tr>"
    "<w:tr><w:tc><w:p><w:r><w:t>Kestria</w:t></w:r></w:p></w:tc>"
    "<w:tc><w:p><w:r><w:t>support</w:t></w:r></w:p></w:tc></w:tr></w:tbl><w:p/></w:body>"
    "</w:wordDocument>";

// The page as LibreOffice saves it: `filter` is "doc", "rtf", "odt" or "pdf". A busy machine may
// need long for it.
std::string saved_as(const std::string& filter) {
  const Result<ScratchFolder> scratch = ScratchFolder::make();
  REQUIRE(scratch);
  const fs::path& folder = scratch->path();
  HelperLimits limits;
  limits.seconds = 300;
  REQUIRE(write_file(folder / "page.html", kPage));
  REQUIRE(run_helper(*find_helper("soffice"),
                     {"-env:UserInstallation=file://" + (folder / "user").string(), "--headless",
                      "--norestore", "--infilter=HTML (StarWriter)", "--convert-to", filter,
                      "--outdir", (folder / "out").string(), "page.html"},
                     folder, limits));
  for (const auto& entry : fs::directory_iterator(folder / "out")) return file_bytes(entry.path());
  FAIL("LibreOffice wrote nothing");
  return {};
}

// PATH for as long as it lives.
class Path {
 public:
  explicit Path(const std::string& path) {
    if (const char* const before = std::getenv("PATH")) before_ = before;
    setenv("PATH", path.c_str(), 1);
  }
  ~Path() { setenv("PATH", before_.c_str(), 1); }

 private:
  std::string before_;
};

Document read(const std::string& bytes, std::string_view path) {
  Result<Draft> draft = read_document(bytes, path);
  if (!draft) FAIL(draft.error().where << ": " << draft.error().what);
  return Document(std::move(draft->data));
}

// The process is gone, or dead and not yet collected: "12 (sleep) Z …".
bool is_dead(const fs::path& status) {
  std::string line;
  std::ifstream in(status);
  std::getline(in, line);
  return line.empty() || line.find(") Z ") != line.npos;
}

// A process that was killed takes a moment to die.
bool ends_soon(const fs::path& status) {
  const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(10);
  while (!is_dead(status)) {
    if (std::chrono::steady_clock::now() > deadline) return false;
    std::this_thread::yield();
  }
  return true;
}

void check_page(const Document& doc) {
  REQUIRE(doc.tables().size() == 1);
  CHECK(doc.cell_text(doc.tables()[0].at(1, 1)) == "support");
  CHECK(doc.text().find("The group met in May.") != std::string_view::npos);
  REQUIRE_FALSE(doc.diagnostics().empty());
  CHECK(doc.diagnostics()[0].code == DiagnosticCode::converted);
}

}  // namespace

TEST_CASE("old formats are read through LibreOffice and say so") {
  if (!find_helper("soffice")) {
    WARN("skipped: no LibreOffice");
    return;
  }
  const std::pair<const char*, const char*> formats[] = {{"doc", "doc (converted by LibreOffice)"},
                                                         {"rtf", "rtf (converted by LibreOffice)"},
                                                         {"odt", "odf (converted by LibreOffice)"}};
  for (const auto& [filter, format] : formats) {
    CAPTURE(filter);
    const Document doc = read(saved_as(filter), "report.doc");
    CHECK(doc.format() == format);
    check_page(doc);
  }
}

TEST_CASE("a file of Word 2003 XML named .doc is read through LibreOffice") {
  if (!find_helper("soffice")) {
    WARN("skipped: no LibreOffice");
    return;
  }
  const Document doc = read(std::string(kWord2003), "report.doc");
  CHECK(doc.format() == "word-xml (converted by LibreOffice)");
  check_page(doc);
}

TEST_CASE("several files are converted at one start, whatever stands among them") {
  if (!find_helper("soffice")) {
    WARN("skipped: no LibreOffice");
    return;
  }
  const std::vector<std::string> files = {"{\\rtf1 one}", "a plain text", "{\\rtf1 two}"};
  OfficeDocuments office;
  office.convert(files, {});
  CHECK(office.find(files[1]) == nullptr);
  const Path none("/nowhere");
  ReadOptions options;
  options.office = &office;
  for (const auto& [file, words] : {std::pair{0, "one\n"}, std::pair{2, "two\n"}}) {
    const Result<Draft> draft =
        read_document(files[static_cast<std::size_t>(file)], "a.rtf", options);
    REQUIRE(draft);
    CHECK(draft->data.text == words);
  }
}

TEST_CASE("an RTF embedded in a Word document is read in its place") {
  if (!find_helper("soffice")) {
    WARN("skipped: no LibreOffice");
    return;
  }
  const Document doc =
      read_body(paragraph("a") + R"(<w:altChunk r:id="word/chunk1.rtf"/>)" + paragraph("z"),
                {{"word/chunk1.rtf", "{\\rtf1 inner}"}});
  CHECK(lines_of(doc) == std::vector<std::string>{"a", "inner", "z"});
  CHECK(doc.diagnostics().empty());
}

TEST_CASE("a PDF gives its words") {
  if (!find_helper("soffice") || !find_helper("pdftotext")) {
    WARN("skipped: no LibreOffice or no pdftotext");
    return;
  }
  const Document doc = read(saved_as("pdf"), "report.pdf");
  CHECK(doc.format() == "pdf (converted by pdftotext)");
  CHECK(doc.text().find("The group met in May.") != std::string_view::npos);
}

TEST_CASE("without LibreOffice an old Word file is read through antiword or catdoc") {
  if (!find_helper("soffice")) {
    WARN("skipped: no LibreOffice to write the file");
    return;
  }
  const std::string bytes = saved_as("doc");
  for (const char* const program : {"antiword", "catdoc"}) {
    const auto path = find_helper(program);
    if (!path) {
      WARN("skipped: no " << program);
      continue;
    }
    const Result<ScratchFolder> programs = ScratchFolder::make();
    REQUIRE(programs);
    fs::create_symlink(*path, programs->path() / program);
    const Path only(programs->path().string());
    const Document doc = read(bytes, "report.doc");
    CHECK(doc.format() == std::string("doc (converted by ") + program + ")");
    CHECK(doc.text().find("The group met in May.") != std::string_view::npos);
  }
}

TEST_CASE("where no helper is installed the message names the package") {
  const Path none("/nowhere");
  const Result<Draft> rtf = read_document("{\\rtf1 words}", "a.rtf");
  REQUIRE_FALSE(rtf);
  CHECK(rtf.error().what.find("install libreoffice-writer-nogui") != std::string::npos);
  const Result<Draft> pdf = read_document("%PDF-1.4", "a.pdf");
  REQUIRE_FALSE(pdf);
  CHECK(pdf.error().what.find("install poppler-utils") != std::string::npos);
}

TEST_CASE("files of Word 2 are refused with what to do") {
  const Result<Draft> old = read_document(std::string_view("\xDB\xA5\x2D\0\0\0", 6), "a.doc");
  REQUIRE_FALSE(old);
  CHECK(old.error().what.find("save it as DOCX") != std::string::npos);
}

TEST_CASE("what a helper left running is ended with it") {
  const Result<ScratchFolder> folder = ScratchFolder::make();
  REQUIRE(folder);
  HelperLimits limits;
  limits.seconds = 1;
  REQUIRE_FALSE(run_helper(*find_helper("sh"), {"-c", "sleep 30 & echo $! >child; wait"},
                           folder->path(), limits));
  const std::string child = file_bytes(folder->path() / "child");
  const fs::path status = "/proc/" + std::string(trim(child)) + "/stat";
  CHECK(ends_soon(status));
}

}  // namespace rapporteur
