#include "extractors/liaisons/liaison_blocks.hpp"

#include <array>
#include <optional>

#include "extractors/liaisons/liaison_words.hpp"
#include "extractors/reading/form.hpp"
#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

constexpr std::array<std::string_view, 5> kFields = {"title", "from", "to", "cc", "answers"};
constexpr int kFromLines = 90;

bool is_text(const Block& block) { return !block.cell && block.kind != BlockKind::table; }

// The fields below the number that `begin` is; none where no type is among them.
std::optional<FieldBlock> block_at(const DocumentScan& scan, const Wording& wording,
                                   BlockId begin) {
  const Document& doc = scan.doc();
  FieldBlock out;
  out.number = matched_group(trim(doc.text(begin)), wording.named("block-number"), "value");
  if (out.number.empty()) return {};
  BlockId at{begin.index + 1};
  for (; at.index < doc.blocks().size() && is_text(doc.block(at)); ++at.index) {
    const std::string_view line = trim(doc.text(at));
    if (!matches(line, wording.named("block-field"))) break;
    const std::string type = matched_group(line, wording.named("block-type"), "value");
    if (!type.empty()) out.type = type;
  }
  out.fields = {begin, at};
  if (out.type.empty()) return {};
  return out;
}

}  // namespace

std::vector<FieldBlock> field_blocks(const DocumentScan& scan, const Wording& wording) {
  const Document& doc = scan.doc();
  std::vector<FieldBlock> out;
  for (BlockId id{0}; id.index < doc.blocks().size(); ++id.index) {
    if (!scan.found(id, wording.named("block-number")) || !is_text(doc.block(id))) continue;
    if (auto block = block_at(scan, wording, id)) out.push_back(std::move(*block));
  }
  return out;
}

void read_liaison_blocks(const DocumentScan& scan, const Wording& wording, Facts& facts) {
  const LiaisonWords words(wording);
  const FormLabels labels(wording, kFields);
  for (const FieldBlock& each : field_blocks(scan, wording)) {
    const bool in = matches(each.type, wording.named("type-in"));
    if (!in && !matches(each.type, wording.named("type-out"))) continue;
    const Form form = Form::of_lines(scan, each.fields, labels);
    Liaison liaison;
    liaison.direction = in ? "in" : "out";
    liaison.identifier = each.number;
    liaison.title = form.text("title");
    // Who drafts an answer is not who sends it.
    if (in) liaison.from = words.without_address(form.text("from"));
    liaison.to = words.receivers(form.text("to"));
    liaison.for_information = words.receivers(form.text("cc"));
    liaison.answers = words.said(form.text("answers"));
    words.give_title(liaison);
    const Document& doc = scan.doc();
    const TextRange number = doc.block(each.fields.begin).text;
    const TextRange where{number.begin, std::max(number.end, form.where().end)};
    facts.add(std::move(liaison), each.fields.begin, where, "field-block", kFromLines,
              "the fields of one document in lines");
  }
}

}  // namespace rapporteur
