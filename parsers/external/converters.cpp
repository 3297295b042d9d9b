#include "parsers/external/converters.hpp"

#include <fmt/format.h>

#include <array>

#include "parsers/docx/docx.hpp"
#include "parsers/external/helper_process.hpp"
#include "parsers/external/ole_word.hpp"
#include "parsers/external/scratch_folder.hpp"
#include "parsers/text/plain_text.hpp"
#include "pipeline/base/files.hpp"
#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

using std::string_view_literals::operator""sv;

constexpr std::size_t kHead = 4096;
constexpr int kSure = 85;    // by content; a DOCX is surer of itself
constexpr int kLikely = 60;  // by content that a text may also begin with
constexpr auto kWord2 = "\xDB\xA5\x2D\0"sv;

bool head_has(std::string_view bytes, std::string_view words) {
  return lower_ascii(bytes.substr(0, kHead)).find(words) != std::string::npos;
}

Bid bid_doc(std::string_view bytes, std::string_view) {
  if (bytes.starts_with(kWord2)) return {kSure, "Word 2"};
  switch (ole_word(bytes)) {
    case OleWord::none:
      return {};
    case OleWord::readable:
      return {kSure, "an OLE file with a Word 97-2003 text"};
    case OleWord::encrypted:
      return {kSure, "an OLE file with a Word text behind a password"};
    case OleWord::too_old:
      return {kSure, "an OLE file with a Word 6 or 95 text"};
  }
  return {};
}

Bid bid_rtf(std::string_view bytes, std::string_view) {
  return bytes.starts_with("{\\rtf") ? Bid{kSure, "begins like RTF"} : Bid{};
}

Bid bid_word_xml(std::string_view bytes, std::string_view) {
  const bool xml =
      trim(bytes.substr(0, kHead)).starts_with("<?xml") || bytes.starts_with("\xEF\xBB\xBF<?xml");
  if (xml && head_has(bytes, "progid=\"word.document\"")) return {kSure, "Word 2003 XML"};
  if (xml && head_has(bytes, "<w:worddocument")) return {kSure, "Word 2003 XML"};
  return {};
}

Bid bid_mhtml(std::string_view bytes, std::string_view) {
  if (!head_has(bytes, "mime-version:") || !head_has(bytes, "content-type: multipart/related")) {
    return {};
  }
  return {kLikely, "a MIME message of related parts"};
}

Bid bid_html(std::string_view bytes, std::string_view) {
  const std::string head = lower_ascii(trim(bytes.substr(0, kHead)));
  if (head.starts_with("<!doctype html") || head.starts_with("<html")) {
    return {kLikely, "begins like HTML"};
  }
  return {};
}

Bid bid_pdf(std::string_view bytes, std::string_view) {
  return bytes.substr(0, 1024).find("%PDF-") != std::string_view::npos
             ? Bid{kSure, "begins like PDF"}
             : Bid{};
}

// A ZIP package whose names show what it is; DOCX bids the same 90 on any package.
Bid bid_package(std::string_view bytes, std::string_view part, const char* what) {
  if (!bytes.starts_with("PK\x03\x04") || bytes.find(part) == std::string_view::npos) return {};
  if (bytes.find("word/document.xml") != std::string_view::npos) return {};
  return {92, what};
}

Bid bid_odf(std::string_view bytes, std::string_view) {
  return bid_package(bytes.substr(0, kHead), "application/vnd.oasis.opendocument",
                     "an OpenDocument package");
}

struct Conversion {
  const char* extension;  // of the file given to LibreOffice
  const char* name;       // for people
};

// LibreOffice makes a DOCX of it, which is read as any other.
Result<Draft> through_office(std::string_view bytes, std::string_view path,
                             const ReadOptions& options, const Conversion& from) {
  const std::string where(path);
  const auto program = find_helper("soffice");
  if (!program) {
    return fail(ErrorCode::unsupported, where,
                fmt::format("{} is read through LibreOffice, which is not installed; install "
                            "libreoffice-writer-nogui (or save the file as DOCX)",
                            from.name));
  }
  const Result<ScratchFolder> scratch = ScratchFolder::make();
  if (!scratch) return tl::unexpected<Error>(scratch.error());
  const std::filesystem::path& folder = scratch->path();
  const std::string input = std::string("in") + from.extension;
  if (const auto put = write_file(folder / input, bytes); !put)
    return tl::unexpected<Error>(put.error());
  const Result<void> ran = run_helper(
      *program,
      {"-env:UserInstallation=file://" + (folder / "user").string(), "--headless", "--norestore",
       "--convert-to", "docx", "--outdir", (folder / "out").string(), input},
      folder, {});
  if (!ran) {
    return fail(ran.error().code, where,
                "LibreOffice cannot convert it: " + ran.error().where + " " + ran.error().what);
  }
  const Result<std::string> docx = read_file(folder / "out" / "in.docx", options.limits.file_bytes);
  if (!docx) {
    return fail(ErrorCode::malformed, where,
                fmt::format("LibreOffice finds no text in it; if it opens in an office program, "
                            "save it as DOCX"));
  }
  Result<Draft> draft = docx_reader().read(*docx, path, options);
  if (draft) {
    draft->data.diagnostics.push_back(
        {DiagnosticCode::converted, fmt::format("{}, read through LibreOffice", from.name), {}});
  }
  return draft;
}

template <const auto& kFrom>
Result<Draft> read_through_office(std::string_view bytes, std::string_view path,
                                  const ReadOptions& options) {
  return through_office(bytes, path, options, kFrom);
}

constexpr Conversion kDoc = {".doc", "a Word 97-2003 file"};
constexpr Conversion kRtf = {".rtf", "an RTF file"};
constexpr Conversion kWordXml = {".xml", "a Word 2003 XML file"};
constexpr Conversion kMhtml = {".mht", "an MHTML file"};
constexpr Conversion kHtml = {".html", "an HTML file"};
constexpr Conversion kOdf = {".odt", "an OpenDocument file"};

Result<Draft> read_doc(std::string_view bytes, std::string_view path, const ReadOptions& options) {
  const std::string where(path);
  const OleWord word = ole_word(bytes);
  if (word == OleWord::encrypted) {
    return fail(ErrorCode::encrypted, where,
                "password protected; remove the password in Word to have it read");
  }
  if (word == OleWord::too_old || bytes.starts_with(kWord2)) {
    return fail(ErrorCode::unsupported, where,
                "written by Word 95 or before; open it in an office program and save it as DOCX");
  }
  return through_office(bytes, path, options, kDoc);
}

Result<Draft> read_pdf(std::string_view bytes, std::string_view path, const ReadOptions& options) {
  const std::string where(path);
  const auto program = find_helper("pdftotext");
  if (!program) {
    return fail(ErrorCode::unsupported, where,
                "a PDF is read through pdftotext, which is not installed; install poppler-utils");
  }
  const Result<ScratchFolder> scratch = ScratchFolder::make();
  if (!scratch) return tl::unexpected<Error>(scratch.error());
  const std::filesystem::path& folder = scratch->path();
  if (const auto put = write_file(folder / "in.pdf", bytes); !put)
    return tl::unexpected<Error>(put.error());
  const Result<void> ran =
      run_helper(*program, {"-layout", "-enc", "UTF-8", "in.pdf", "out.txt"}, folder, {});
  if (!ran) {
    return fail(ErrorCode::malformed, where,
                "pdftotext cannot read it: it is damaged or behind a password");
  }
  const Result<std::string> text = read_file(folder / "out.txt", options.limits.file_bytes);
  if (!text || trim(*text).empty()) {
    return fail(ErrorCode::unsupported, where,
                "the PDF holds pictures of pages and no text; run text recognition over it first");
  }
  Result<Draft> draft = text_reader().read(*text, path, options);
  if (draft) {
    draft->data.format = "pdf";
    draft->data.diagnostics.push_back(
        {DiagnosticCode::converted, "a PDF, read through pdftotext", {}});
  }
  return draft;
}

}  // namespace

std::span<const Reader> converting_readers() {
  static constexpr std::array kReaders = {
      Reader{"doc", "Word 97-2003 (LibreOffice)", bid_doc, read_doc},
      Reader{"rtf", "RTF (LibreOffice)", bid_rtf, read_through_office<kRtf>},
      Reader{"word-xml", "Word 2003 XML (LibreOffice)", bid_word_xml,
             read_through_office<kWordXml>},
      Reader{"mhtml", "MHTML (LibreOffice)", bid_mhtml, read_through_office<kMhtml>},
      Reader{"html", "HTML (LibreOffice)", bid_html, read_through_office<kHtml>},
      Reader{"odf", "OpenDocument (LibreOffice)", bid_odf, read_through_office<kOdf>},
      Reader{"pdf", "PDF text (pdftotext)", bid_pdf, read_pdf},
  };
  return kReaders;
}

}  // namespace rapporteur
