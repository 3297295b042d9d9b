#include "tests/support/docx_sample.hpp"

#include <fmt/format.h>

#include <catch2/catch.hpp>

#include "parsers/docx/docx.hpp"

namespace rapporteur {

Document read_docx(const std::string& bytes, View view) {
  ReadOptions options;
  options.view = view;
  Result<Draft> draft = docx_reader().read(bytes, "sample.docx", options);
  if (!draft) FAIL(draft.error().where << ": " << draft.error().what);
  return Document(std::move(draft->data));
}

Document read_body(std::string_view body, const std::vector<SamplePart>& others, View view) {
  return read_docx(docx_bytes(body, others), view);
}

std::vector<std::string> lines_of(const Document& doc) {
  std::vector<std::string> lines;
  for (std::uint32_t i = 0; i < doc.blocks().size(); ++i) {
    const BlockId id{i};
    if (doc.block(id).kind == BlockKind::table) continue;
    const std::string_view label = doc.label(id);
    lines.push_back(label.empty() ? std::string(doc.text(id))
                                  : fmt::format("[{}] {}", label, doc.text(id)));
  }
  return lines;
}

std::string paragraph(std::string_view text, std::string_view properties) {
  return fmt::format("<w:p><w:pPr>{}</w:pPr><w:r><w:t xml:space=\"preserve\">{}</w:t></w:r></w:p>",
                     properties, text);
}

}  // namespace rapporteur
