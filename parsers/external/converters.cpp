#include "parsers/external/converters.hpp"

#include <array>

#include "parsers/external/conversion.hpp"
#include "parsers/external/ole_word.hpp"
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
      return is_ole(bytes) ? Bid{kLikely, "an OLE file without a Word text"} : Bid{};
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

template <const auto& kFrom>
Result<Draft> read_through_office(std::string_view bytes, std::string_view path,
                                  const ReadOptions& options) {
  return through_office(bytes, path, options, kFrom);
}

constexpr Conversion kDoc = {"doc", ".doc", "a Word 97-2003 file"};
constexpr Conversion kWordXml = {"word-xml", ".xml", "a Word 2003 XML file"};
constexpr Conversion kOdf = {"odf", ".odt", "an OpenDocument file"};

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
  if (word == OleWord::none) {
    return fail(
        ErrorCode::unsupported, where,
        "an Office file of before 2007 that holds no Word text (a workbook, slides, a mail, "
        "or damaged); save it as XLSX, PPTX or DOCX to have it read");
  }
  return through_word_reader(bytes, path, options, kDoc);
}

}  // namespace

const Conversion* office_conversion(std::string_view bytes) {
  const Reader* const reader = sniff(bytes, "");
  if (reader == nullptr) return nullptr;
  if (reader->id == kDoc.format) return ole_word(bytes) == OleWord::readable ? &kDoc : nullptr;
  for (const Conversion* const from : {&kRtf, &kWordXml, &kOdf}) {
    if (reader->id == from->format) return from;
  }
  return nullptr;
}

std::span<const Reader> converting_readers() {
  static constexpr std::array kReaders = {
      Reader{"doc", "Word 97-2003 (LibreOffice, antiword or catdoc)", bid_doc, read_doc},
      Reader{"rtf", "RTF (LibreOffice)", bid_rtf, read_through_office<kRtf>},
      Reader{"word-xml", "Word 2003 XML (LibreOffice)", bid_word_xml,
             read_through_office<kWordXml>},
      Reader{"odf", "OpenDocument (LibreOffice)", bid_odf, read_through_office<kOdf>},
      Reader{"pdf", "PDF text (pdftotext)", bid_pdf, through_pdftotext},
  };
  return kReaders;
}

}  // namespace rapporteur
