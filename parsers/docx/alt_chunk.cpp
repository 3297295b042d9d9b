#include <fmt/format.h>

#include <utility>

#include "parsers/docx/word_story.hpp"
#include "parsers/external/conversion.hpp"
#include "parsers/html/html_file.hpp"
#include "parsers/html/html_reader.hpp"
#include "parsers/text/charset.hpp"
#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

enum class ChunkKind : std::uint8_t { word, rtf, mhtml, html, text, other };

// What the bytes are; the content type decides only where they leave it open.
ChunkKind kind_of(std::string_view bytes, std::string_view type, std::string_view part) {
  if (looks_like_zip(bytes)) return ChunkKind::word;
  if (bytes.starts_with("{\\rtf")) return ChunkKind::rtf;
  if (begins_like_mhtml(bytes)) return ChunkKind::mhtml;
  if (begins_like_html(bytes) || type.find("html") != std::string_view::npos) {
    return ChunkKind::html;
  }
  if (type == "text/plain" || (type.empty() && part.ends_with(".txt"))) return ChunkKind::text;
  return ChunkKind::other;
}

void add_lines(std::string_view text, DocumentBuilder& builder) {
  std::uint32_t source = 0;
  for (std::string_view line : split(text, '\n')) {
    const auto next = static_cast<std::uint32_t>(source + line.size() + 1);
    if (line.ends_with('\r')) line.remove_suffix(1);
    builder.begin_block({});
    RunSpec run;
    run.source = source;
    builder.text(line, run);
    builder.end_block();
    source = next;
  }
}

}  // namespace

// A document of another format in the place of a paragraph (17.17.2.1).
void StoryReader::read_chunk() {
  if (hidden()) return;
  end_joined();
  const std::string id = xml_.attribute(Namespace::relationships, "id").value_or("");
  const Relationship* const target = related(id);
  PartText file;
  if (target == nullptr || target->external || !context_.package->has(target->target) ||
      !context_.package->load(target->target, file)) {
    return builder_.diagnose(DiagnosticCode::missing_part,
                             fmt::format("{}: the embedded chunk of text '{}' is not in the file",
                                         part_, target == nullptr ? id : target->target));
  }
  const std::string type = lower_ascii(context_.package->content_type(target->target));
  const ChunkKind kind = kind_of(file.bytes.view(), type, target->target);
  if (kind == ChunkKind::word) return read_word_chunk(target->target, file.bytes.view());
  if (kind == ChunkKind::rtf) return read_rtf_chunk(target->target, file.bytes.view());
  if (kind == ChunkKind::other) {
    return builder_.diagnose(DiagnosticCode::not_read,
                             fmt::format("{}: an embedded chunk of type {} is not read",
                                         target->target, type.empty() ? "unknown" : type));
  }
  const bool own_part = !builder_.in_table();
  if (own_part) builder_.begin_part(target->target, PartKind::body);
  if (kind == ChunkKind::text) {
    const DecodedText decoded = decode_text(file.bytes.view());
    add_lines(decoded.view(file.bytes.view()), builder_);
  } else {
    const bool message = kind == ChunkKind::mhtml;
    read_html(
        message ? page_in_message(file.bytes.view()).value_or("") : page_text(file.bytes.view()),
        builder_);
  }
  if (own_part) builder_.begin_part(part_, PartKind::body);
}

void StoryReader::read_rtf_chunk(const std::string& part, std::string_view bytes) {
  ReadOptions options;
  options.limits = context_.package->limits();
  const Result<std::string> docx = docx_through_office(bytes, options, kRtf);
  if (docx) return read_word_chunk(part, *docx);
  builder_.diagnose(DiagnosticCode::not_read, part + ": " + docx.error().what);
}

void StoryReader::read_word_chunk(const std::string& part, std::string_view bytes) {
  const Limits& limits = context_.package->limits();
  const std::string path = fmt::format("{}: {}", context_.package->path(), part);
  if (context_.depth + 1 >= limits.archive_depth) {
    return builder_.diagnose(DiagnosticCode::nesting, path + ": nested too deep to be read");
  }
  Result<WordPackage> package = WordPackage::open(bytes, path, limits);
  Result<void> done = package ? Result<void>() : tl::unexpected(package.error());
  if (package) {
    Context inner = context_;
    inner.package = &*package;
    ++inner.depth;
    done = read_word_package(inner);
  }
  if (!done) {
    builder_.diagnose(DiagnosticCode::damaged_part, done.error().where + ": " + done.error().what);
  }
  if (!builder_.in_table()) builder_.begin_part(part_, PartKind::body);
}

}  // namespace rapporteur
