#include "parsers/external/conversion.hpp"

#include <fmt/format.h>

#include <optional>
#include <string>
#include <vector>

#include "parsers/docx/docx.hpp"
#include "parsers/external/helper_process.hpp"
#include "parsers/external/office_documents.hpp"
#include "parsers/external/office_program.hpp"
#include "parsers/external/scratch_folder.hpp"
#include "parsers/text/plain_text.hpp"
#include "pipeline/base/files.hpp"
#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

namespace fs = std::filesystem;

// A program, what it is given and where its work lies, all inside a scratch folder.
struct Helper {
  const char* program;
  const char* name;  // for people: "LibreOffice"
  std::vector<std::string> arguments;
  std::string input;
  std::string output;
};

// The bytes the program makes of `bytes`.
Result<std::string> made_by(const Helper& helper, const fs::path& program, std::string_view bytes,
                            const ReadOptions& options, const fs::path& folder) {
  if (const auto put = write_file(folder / helper.input, bytes); !put) {
    return tl::unexpected<Error>(put.error());
  }
  const Result<void> ran = run_helper(program, helper.arguments, folder, {});
  if (!ran) return tl::unexpected<Error>(ran.error());
  return read_file(folder / helper.output, options.limits.file_bytes);
}

Result<std::string> made_by(const Helper& helper, const fs::path& program, std::string_view bytes,
                            const ReadOptions& options) {
  const Result<ScratchFolder> scratch = ScratchFolder::make();
  if (!scratch) return tl::unexpected<Error>(scratch.error());
  return made_by(helper, program, bytes, options, scratch->path());
}

Result<Draft> told(Result<Draft> draft, const Conversion& from, const char* by,
                   std::string_view loss) {
  if (!draft) return draft;
  draft->data.format = fmt::format("{} (converted by {})", from.format, by);
  draft->data.diagnostics.insert(
      draft->data.diagnostics.begin(),
      {DiagnosticCode::converted, fmt::format("{}, read through {}{}", from.name, by, loss), {}});
  return draft;
}

}  // namespace

Result<std::string> docx_through_office(std::string_view bytes, const ReadOptions& options,
                                        const Conversion& from) {
  if (options.office != nullptr) {
    if (const std::string* const made = options.office->find(bytes)) return *made;
  }
  const std::optional<fs::path> program = find_helper("soffice");
  if (!program) {
    return fail(ErrorCode::unsupported, "LibreOffice",
                fmt::format("{} is read through LibreOffice, which is not installed; install "
                            "libreoffice-writer-nogui (or save the file as DOCX)",
                            from.name));
  }
  const Result<ScratchFolder> scratch = ScratchFolder::make();
  if (!scratch) return tl::unexpected<Error>(scratch.error());
  const std::string input = fmt::format("in{}", from.extension);
  if (const auto put = write_file(scratch->path() / input, bytes); !put) {
    return tl::unexpected<Error>(put.error());
  }
  const Result<void> ran = run_office(*program, {input}, scratch->path(), {});
  if (!ran && ran.error().code != ErrorCode::malformed) {
    return fail(ran.error().code, ran.error().where,
                fmt::format("LibreOffice {}; save the file as DOCX", ran.error().what));
  }
  Result<std::string> made =
      read_file(office_output(scratch->path(), "in"), options.limits.file_bytes);
  if (!made) {
    return fail(ErrorCode::malformed, "LibreOffice",
                "LibreOffice finds no text in it; if it opens in an office program, save it as "
                "DOCX");
  }
  return made;
}

Result<Draft> through_office(std::string_view bytes, std::string_view path,
                             const ReadOptions& options, const Conversion& from) {
  const Result<std::string> docx = docx_through_office(bytes, options, from);
  if (!docx) return fail(docx.error().code, std::string(path), docx.error().what);
  return told(docx_reader().read(*docx, path, options), from, "LibreOffice", "");
}

Result<Draft> through_word_reader(std::string_view bytes, std::string_view path,
                                  const ReadOptions& options, const Conversion& from) {
  const bool office = find_helper("soffice").has_value();
  Result<Draft> best = office ? through_office(bytes, path, options, from) : Result<Draft>();
  if (office && best) return best;
  const Helper readers[] = {
      {"antiword", "antiword", {"-m", "UTF-8.txt", "-w", "0", "in.doc"}, "in.doc", "stdout"},
      {"catdoc", "catdoc", {"-d", "utf-8", "-w", "in.doc"}, "in.doc", "stdout"},
  };
  for (const Helper& helper : readers) {
    const std::optional<fs::path> program = find_helper(helper.program);
    if (!program) continue;
    const Result<std::string> text = made_by(helper, *program, bytes, options);
    if (!text || trim(*text).empty()) continue;
    return told(text_reader().read(*text, path, options), from, helper.name,
                ": the words alone; install libreoffice-writer-nogui for headings and tables");
  }
  if (office) return best;
  return fail(ErrorCode::unsupported, std::string(path),
              fmt::format("{} is read through LibreOffice, antiword or catdoc, and none of them is "
                          "installed; install libreoffice-writer-nogui (or save the file as DOCX)",
                          from.name));
}

Result<Draft> through_pdftotext(std::string_view bytes, std::string_view path,
                                const ReadOptions& options) {
  const std::string where(path);
  const std::optional<fs::path> program = find_helper("pdftotext");
  if (!program) {
    return fail(ErrorCode::unsupported, where,
                "a PDF is read through pdftotext, which is not installed; install poppler-utils");
  }
  const Helper helper = {"pdftotext",
                         "pdftotext",
                         {"-layout", "-enc", "UTF-8", "in.pdf", "out.txt"},
                         "in.pdf",
                         "out.txt"};
  const Result<std::string> text = made_by(helper, *program, bytes, options);
  if (!text) {
    return fail(ErrorCode::malformed, where,
                "pdftotext cannot read it: it is damaged or behind a password; remove the password "
                "or send the document as DOCX");
  }
  if (trim(*text).empty()) {
    return fail(ErrorCode::unsupported, where,
                "the PDF holds pictures of pages and no text; run text recognition over it first");
  }
  const Conversion pdf = {"pdf", ".pdf", "a PDF"};
  return told(text_reader().read(*text, path, options), pdf, "pdftotext",
              ": the words as the page sets them, tables only where blanks tell their columns");
}

}  // namespace rapporteur
