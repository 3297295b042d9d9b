#include "parsers/docx/docx.hpp"

#include <fmt/format.h>

#include "parsers/docx/word_notes.hpp"
#include "parsers/docx/word_story.hpp"
#include "parsers/zip/directory.hpp"
#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

constexpr std::string_view kOle("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8);

// "EncryptedPackage" as an OLE directory spells it: the stream that holds a protected package.
constexpr std::string_view kEncrypted("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0", 32);

bool is_protected(std::string_view bytes) {
  return bytes.starts_with(kOle) && bytes.find(kEncrypted) != std::string_view::npos;
}

bool has_word_extension(std::string_view path) {
  const std::string extension = lower_ascii(path.substr(std::min(path.rfind('.'), path.size())));
  return extension == ".docx" || extension == ".docm" || extension == ".dotx" ||
         extension == ".dotm";
}

Bid bid(std::string_view bytes, std::string_view path) {
  if (is_protected(bytes)) return {95, "an Office document behind a password"};
  if (!looks_like_zip(bytes)) return {};
  if (names_member(bytes, "[Content_Types].xml")) {
    return {90, "an Office Open XML package"};
  }
  if (has_word_extension(path)) return {70, "a ZIP archive named like a Word document"};
  return {};
}

Result<void> read_body(StoryReader::Context& context) {
  PartText file;
  const std::string& part = context.package->main_part();
  const Result<std::string_view> text = context.package->load(part, file);
  if (!text) return tl::unexpected(text.error());
  if (!context.builder->in_table()) context.builder->begin_part(part, PartKind::body);
  StoryReader reader(*text, part, context);
  bool found = false;
  if (reader.xml().next(0)) {
    while (reader.xml().next(1)) {
      if (reader.xml().name() != "w:body"_xml) continue;
      found = true;
      reader.read_blocks();
    }
  }
  if (!found) {
    return fail(
        ErrorCode::malformed, fmt::format("{}: {}", context.package->path(), part),
        reader.xml().damage()
            ? "damaged XML, no text can be found in it; if Word opens the file, save it anew"
            : "not a Word document: it has no body; if Word opens the file, save it anew");
  }
  reader.finish();
  return {};
}

}  // namespace

Result<void> read_word_package(StoryReader::Context context) {
  WordDefinitions definitions(*context.package, *context.builder);
  StoryReferences references;
  context.definitions = &definitions;
  context.references = &references;
  if (Result<void> body = read_body(context); !body) return body;
  // A document within a document lends only its body.
  if (context.depth == 0) read_other_stories(context, context.package->main_part());
  definitions.report();
  return {};
}

namespace {

Result<Draft> read(std::string_view bytes, std::string_view path, const ReadOptions& options) {
  if (is_protected(bytes)) {
    return fail(
        ErrorCode::encrypted, std::string(path),
        "password protected; open it in the program it was made with, remove the password and "
        "save it again to have it read");
  }
  Result<WordPackage> package = WordPackage::open(bytes, path, options.limits);
  if (!package) return tl::unexpected(package.error());
  DocumentBuilder builder("docx", options.limits);
  const StoryReader::Context context{&*package, nullptr, &builder, nullptr, options.view, 0};
  if (Result<void> done = read_word_package(context); !done) return tl::unexpected(done.error());
  read_word_properties(*package, builder);
  return std::move(builder).finish();
}

}  // namespace

Reader docx_reader() { return {"docx", "Word document (Office Open XML)", bid, read}; }

}  // namespace rapporteur
