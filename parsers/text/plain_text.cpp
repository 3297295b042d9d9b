#include "parsers/text/plain_text.hpp"

#include <fmt/format.h>

#include <optional>
#include <string_view>
#include <vector>

#include "parsers/text/cell_table.hpp"
#include "parsers/text/charset.hpp"
#include "parsers/text/drawn_table.hpp"
#include "parsers/text/lines.hpp"
#include "parsers/text/markdown.hpp"
#include "parsers/text/page_furniture.hpp"
#include "parsers/text/paragraphs.hpp"
#include "parsers/text/text_writer.hpp"
#include "parsers/text/wrapping.hpp"
#include "pipeline/model/builder.hpp"

namespace rapporteur {
namespace {

constexpr std::size_t kSniffed = 4096;

Bid bid(std::string_view bytes, std::string_view) {
  const std::string_view head = bytes.substr(0, kSniffed);
  if (head.find('\0') == std::string_view::npos) return {20, "no zero bytes"};
  const bool marked = head.starts_with("\xFF\xFE") || head.starts_with("\xFE\xFF");
  if (marked || looks_like_utf16(head)) return {20, "UTF-16 text"};
  return {0, "holds zero bytes"};
}

void tell_charset(const DecodedText& decoded, DocumentBuilder& builder) {
  if (decoded.replaced > 0) {
    builder.diagnose(DiagnosticCode::bad_text,
                     fmt::format("{} sequences that are no {} are replaced by U+FFFD",
                                 decoded.replaced, decoded.charset));
  }
  if (decoded.confidence < 100) {
    builder.diagnose(DiagnosticCode::charset_guessed,
                     fmt::format("no UTF-8; read as {} with confidence {} of 100", decoded.charset,
                                 decoded.confidence));
  }
}

void write_body(Lines& lines, DocumentBuilder& builder, TextWriter& writer) {
  const bool markdown = is_markdown(lines);
  if (markdown) writer.expect_markdown();
  if (markdown) take_quote_marks(lines);
  const std::optional<Wrapping> wrapping = wrapping_of(lines);
  std::size_t at = 0;
  while (at < lines.size() && !builder.full()) {
    const std::size_t passed =
        markdown && !lines.blank(at) ? write_markdown_block(lines, at, writer) : at;
    if (lines.blank(at)) {
      ++at;
    } else if (passed > at) {
      at = passed;
    } else if (const auto drawn = read_drawn_table(lines, at)) {
      write_drawn_table(*drawn, builder, writer);
      at = drawn->end;
    } else if (wrapping) {
      at = lines[at].size > 0 ? write_wrapped(lines, at, *wrapping, writer) : at + 1;
    } else if (lines.is(at, LineShape::cell)) {
      const CellTable table = read_cell_table(lines, at);
      if (is_table(table)) {
        write_cell_table(table, lines, builder, writer);
      } else {
        for (; at < table.end; ++at) {
          if (lines[at].size > 0) write_line_in_cell(lines.text(at), writer);
        }
      }
      at = table.end;
    } else {
      at = write_paragraph(lines, at, writer);
    }
  }
}

Result<Draft> read(std::string_view bytes, std::string_view, const ReadOptions& options) {
  const DecodedText decoded = decode_text(bytes);
  const std::string_view text = decoded.view(bytes);
  // In a converted text offsets are of the converted text, and so are the starts of its lines.
  const std::uint32_t shift = decoded.converted ? 0 : decoded.skipped;
  DocumentBuilder builder("text", options.limits);
  tell_charset(decoded, builder);
  Lines lines = split_lines(text);
  for (std::uint32_t& start : lines.starts) start += shift;
  builder.line_starts(std::move(lines.starts));
  TextWriter writer(builder, text, shift);
  const std::vector<std::string_view> furniture = take_page_furniture(lines);
  write_body(lines, builder, writer);
  writer.finish();
  if (!furniture.empty()) builder.begin_part("", PartKind::header);
  for (const std::string_view line : furniture) write_line_in_cell(line, writer);
  return std::move(builder).finish();
}

}  // namespace

Reader text_reader() { return {"text", "plain text", bid, read}; }

}  // namespace rapporteur
