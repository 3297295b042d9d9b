#include <algorithm>

#include "parsers/office/open_package.hpp"
#include "parsers/office/workbook.hpp"
#include "parsers/zip/directory.hpp"
#include "pipeline/model/builder.hpp"
#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

constexpr std::string_view kPresentation = "ppt/presentation.xml";
constexpr int kDeepestGroup = 32;  // shapes grouped within groups

std::string paragraph_text(const pugi::xml_node& paragraph) {
  std::string out;
  for (const pugi::xml_node& run : paragraph.children()) {
    const std::string_view name = local_name(run.name());
    if (name == "r" || name == "fld") out += child_named(run, "t").text().get();
    if (name == "br") out += ' ';
  }
  return out;
}

bool is_title(const pugi::xml_node& shape) {
  const pugi::xml_node holder =
      child_named(child_named(child_named(shape, "nvSpPr"), "nvPr"), "ph");
  const std::string_view type = holder.attribute("type").value();
  return type == "title" || type == "ctrTitle";
}

class SlideWriter {
 public:
  explicit SlideWriter(DocumentBuilder& builder) : builder_(builder) {}

  // Recursion: as deep as groups may nest.
  void shapes(const pugi::xml_node& tree, int depth) {
    if (depth > kDeepestGroup) return;
    for (const pugi::xml_node& shape : tree.children()) {
      const std::string_view name = local_name(shape.name());
      if (name == "grpSp") shapes(shape, depth + 1);
      if (name == "sp") {
        const BlockSpec title = {.kind = BlockKind::heading, .level = 1, .outline = 1};
        body(child_named(shape, "txBody"), is_title(shape) ? title : BlockSpec{});
      }
      if (name == "graphicFrame") {
        table(child_named(child_named(child_named(shape, "graphic"), "graphicData"), "tbl"));
      }
    }
  }

 private:
  void body(const pugi::xml_node& text, const BlockSpec& spec) {
    for (const pugi::xml_node& paragraph : children_named(text, "p")) {
      const std::string words = paragraph_text(paragraph);
      if (trim(words).empty()) continue;
      builder_.begin_block(spec);
      builder_.text(words, {});
      builder_.end_block();
    }
  }

  void table(const pugi::xml_node& grid) {
    if (!grid) return;
    const bool header = child_named(grid, "tblPr").attribute("firstRow").as_bool();
    bool first = true;
    builder_.begin_table();
    for (const pugi::xml_node& row : children_named(grid, "tr")) {
      builder_.begin_row(first && header);
      first = false;
      for (const pugi::xml_node& cell : children_named(row, "tc")) {
        if (cell.attribute("hMerge").as_bool()) continue;
        builder_.begin_cell({.column_span = cell.attribute("gridSpan").as_uint(1),
                             .continues_above = cell.attribute("vMerge").as_bool()});
        body(child_named(cell, "txBody"), {});
        builder_.end_cell();
      }
      builder_.end_row();
    }
    builder_.end_table();
  }

  DocumentBuilder& builder_;
};

Bid bid(std::string_view bytes, std::string_view) {
  return names_member(bytes, kPresentation) ? Bid{92, "a package with slides"} : Bid{};
}

Result<Draft> read(std::string_view bytes, std::string_view path, const ReadOptions& options) {
  Result<Archive> archive = Archive::open(bytes, std::string(path), options.limits);
  if (!archive) return tl::unexpected<Error>(archive.error());
  DocumentBuilder builder("pptx", options.limits);
  const pugi::xml_document xml = part_xml(*archive, kPresentation);
  if (!xml.document_element()) {
    return fail(ErrorCode::malformed, std::string(path),
                "ppt/presentation.xml cannot be read; save the slides anew as PPTX");
  }
  const auto targets = relationships(*archive, kPresentation);
  const pugi::xml_node slides = child_named(xml.document_element(), "sldIdLst");
  for (const pugi::xml_node& slide : children_named(slides, "sldId")) {
    const std::string_view id = slide.attribute("r:id").value();
    const auto target = std::ranges::find(targets, id, [](const auto& t) { return t.first; });
    if (target == targets.end()) continue;
    const pugi::xml_document page = part_xml(*archive, target->second);
    const pugi::xml_node tree = child_named(child_named(page.document_element(), "cSld"), "spTree");
    SlideWriter(builder).shapes(tree, 0);
  }
  return std::move(builder).finish();
}

}  // namespace

Reader slides_reader() { return {"pptx", "PowerPoint slides", bid, read}; }

}  // namespace rapporteur
