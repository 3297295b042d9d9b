#include "extractors/decisions/report_documents.hpp"

#include <algorithm>
#include <tuple>
#include <unordered_set>

#include "extractors/decisions/decision_reading.hpp"
#include "extractors/decisions/title_sources.hpp"
#include "extractors/reading/records.hpp"
#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

constexpr ColumnSpec kColumns[] = {{"document-column", true},
                                   {"document-title-column", true},
                                   {"disposition-column", true},
                                   {"source-column"}};
// A list of the documents alone.
constexpr ColumnSpec kListColumns[] = {
    {"document-column", true}, {"document-title-column", true}, {"source-column", true}};

// Goes through a report and keeps the document it has come to; what stands under it up to the next
// one is about it.
class ReportReader {
 public:
  ReportReader(const DocumentScan& scan, const Wording& decisions, Facts& facts)
      : scan_(scan),
        doc_(scan.doc()),
        facts_(facts),
        lines_(decisions.named("document-line")),
        labels_(decisions.named("label")),
        trigger_(decisions.named("trigger")),
        dispositions_(decisions.named("disposition-line")),
        list_dispositions_(decisions.named("list-disposition")) {}

  void read() {
    if (lines_.empty()) return;
    for (std::uint32_t at = 0; at < doc_.blocks().size(); ++at) {
      const BlockId id{at};
      const Block& block = doc_.block(id);
      if (block.kind == BlockKind::table || block.kind == BlockKind::toc) continue;
      if (block.kind == BlockKind::heading) close();
      // What stands above a list of documents is over with it.
      if (!scan_.found(id, lines_)) of_list_.clear();
      if (const Match* line = scan_.match(id, lines_)) {
        close();
        open(id, *line);
        if (reference_.status.empty()) reference_.status = of_list_;
      } else if (heads_documents(scan_, id, list_dispositions_, lines_)) {
        close();
        of_list_ = words_at(doc_, block.text);
      } else if (block_ && may_dispose(id)) {
        read_disposition(block.text);
      }
    }
    close();
  }

 private:
  bool may_dispose(BlockId id) const {
    return scan_.found(id, dispositions_) || scan_.found(id, labels_) || scan_.found(id, trigger_);
  }

  void open(BlockId id, const Match& line) {
    block_ = id;
    where_ = trimmed(doc_, line.where);
    reference_ = {};
    reference_.identifier = words_at(doc_, line.group("document"));
    reference_.title = words_at(doc_, line.group("title"));
    reference_.source = words_at(doc_, line.group("source"));
    if (reference_.source.empty()) {
      std::tie(reference_.title, reference_.source) =
          title_and_sources(reference_.title, scan_.profile().organizations);
    }
    read_disposition({where_.end, std::max(where_.end, doc_.block(id).text.end)});
  }

  // The last one counts: a plenary may change what a session said.
  void read_disposition(TextRange words) {
    words = trimmed(doc_, words);
    if (words.empty()) return;
    bool read = false;
    for (const TextRange sentence : sentences(doc_, words)) {
      const auto match = find_match(doc_, sentence, dispositions_);
      if (!match) continue;
      reference_.status = words_at(doc_, match->where);
      read = true;
    }
    if (read) return;
    const auto label = find_match(doc_, words, labels_);
    if (!label || !label->has("disposition")) return;
    const TextRange rest = trimmed(doc_, label->group("rest"));
    const std::vector<TextRange> parts = sentences(doc_, rest);
    if (!parts.empty()) reference_.status = words_at(doc_, parts.front());
  }

  void close() {
    if (block_) facts_.add(std::move(reference_), block_, where_, "document-line");
    block_ = {};
  }

  const DocumentScan& scan_;
  const Document& doc_;
  Facts& facts_;
  Patterns lines_;
  Patterns labels_;
  Patterns trigger_;
  Patterns dispositions_;
  Patterns list_dispositions_;
  BlockId block_;
  TextRange where_;
  Reference reference_;
  std::string of_list_;  // the disposition that stands above a list of documents
};

std::unordered_set<std::string> told_documents(Facts& facts) {
  std::unordered_set<std::string> out;
  for (const Fact& fact : facts.all()) {
    if (const auto* const told = std::get_if<Reference>(&fact.value)) out.insert(told->identifier);
  }
  return out;
}

void read_table(const DocumentScan& scan, const Table& table, const Wording& wording,
                Facts& facts) {
  std::optional<Records> records = Records::find(scan, table, wording, kColumns);
  // What an annex lists again is told where the report went through it.
  std::unordered_set<std::string> told;
  if (!records) {
    records = Records::find(scan, table, wording, kListColumns);
    if (!records) return;
    told = told_documents(facts);
  }
  const Patterns number = wording.named("document-number");
  for (std::uint32_t row = records->first_row(); row < records->end_row(); ++row) {
    Reference reference;
    reference.identifier = records->text(row, "document-column");
    if (!matches(reference.identifier, number) || told.contains(reference.identifier)) continue;
    reference.title = records->text(row, "document-title-column");
    reference.source = records->text(row, "source-column");
    reference.status = records->text(row, "disposition-column");
    facts.add(std::move(reference), records->block(row), records->range(row), "document-table");
  }
}

}  // namespace

bool heads_documents(const DocumentScan& scan, BlockId id, Patterns dispositions,
                     Patterns documents) {
  if (!scan.found(id, dispositions)) return false;
  const BlockId next{id.index + 1};
  const BlockId before{id.index - 1};
  const bool above = next.index < scan.doc().blocks().size() && scan.found(next, documents);
  return above && (id.index == 0 || trim(scan.doc().text(before)).empty());
}

void extract_report_documents(const DocumentScan& scan, const Wording& wording, Facts& facts) {
  ReportReader(scan, scan.profile().wording_of("decisions"), facts).read();
  for (const Table& table : scan.doc().tables()) read_table(scan, table, wording, facts);
}

}  // namespace rapporteur
