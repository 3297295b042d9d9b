#include <algorithm>
#include <utility>

#include "extractors/decisions/decision_reading.hpp"
#include "extractors/reading/records.hpp"
#include "pipeline/normalise/mentions.hpp"
#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

constexpr int kFromTable = 90;
constexpr std::uint32_t kTitleLines = 3;
constexpr ColumnSpec kTextColumns[] = {
    {"text-column", true}, {"title-column", true}, {"date-column"}, {"status-column"}};
constexpr ColumnSpec kAnnouncedColumns[] = {{"announced-column"}, {"title-column", true}};
constexpr ColumnSpec kDecisionColumns[] = {{"decision-column", true},
                                           {"decision-number-column", true}};
constexpr ColumnSpec kOutcomeColumns[] = {{"outcome-column", true}, {"matter-document-column"},
                                          {"announced-column"},     {"matter-column"},
                                          {"title-column"},         {"matter-number-column"}};
// A bare "Status" is that of many things; beside documents of a meeting, what became of them.
constexpr ColumnSpec kStatusColumns[] = {
    {"status-column", true}, {"matter-document-column", true}, {"title-column"}};
// "Rec. | Title | Action": a column that most tables have for what is to be done.
constexpr ColumnSpec kActionColumns[] = {
    {"action-taken-column", true}, {"announced-column", true}, {"title-column", true}};
constexpr std::size_t kLongestOutcome = 80;  // bytes

// What the words that say it first tell was done, of the row's status, the caption and the heading.
std::string verb_in(const std::vector<std::string>& told, const Wording& wording) {
  for (const std::string& words : told) {
    for (const std::string_view verb : {"deleted", "consented", "determined", "approved"}) {
      if (matches(words, wording.named("table-" + std::string(verb)))) return std::string(verb);
    }
  }
  return {};
}

// The title of the clause around a table; where the heading is a label alone, what follows it.
std::string heading_above(const Document& doc, const Table& table) {
  const ClauseId id = doc.clause_of(table.block);
  if (!id) return {};
  const Clause& clause = doc.clause(id);
  if (!clause.title.empty()) return clause.title;
  std::string out;
  for (std::uint32_t next = 1; next <= kTitleLines; ++next) {
    const BlockId block{clause.heading.index + next};
    if (block >= clause.blocks.end || doc.block(block).kind == BlockKind::table) break;
    out += " " + collapse(doc.text(block));
  }
  return out;
}

// The row as a text that was decided on; "" where it is none.
std::string text_of(const Records& records, std::uint32_t row, const std::string& number) {
  const std::string title = records.text(row, "title-column");
  if (records.is_empty_row(row) || number.empty() || title.empty()) return {};
  return number + " " + title;
}

bool is_title_of(const std::string& words, const Wording& wording) {
  return matches(words, wording.named("table-heading"));
}

void add(Decision decision, const Records& records, std::uint32_t row, Facts& facts) {
  facts.add(std::move(decision), records.block(row), records.range(row), "table", kFromTable,
            "the table lists what was decided");
}

class DecisionTables {
 public:
  DecisionTables(const DocumentScan& scan, const Wording& wording, Facts& facts)
      : scan_(scan),
        doc_(scan.doc()),
        wording_(wording),
        facts_(facts),
        sentences_(wording, scan.profile().organizations) {}

  void read(const Table& table) {
    if (const auto texts = Records::find(scan_, table, wording_, kTextColumns);
        texts && read_texts(*texts, table)) {
      return;
    }
    if (const auto outcomes = Records::find(scan_, table, wording_, kOutcomeColumns);
        outcomes && read_outcomes(*outcomes, "outcome-column")) {
      return;
    }
    if (const auto statuses = Records::find(scan_, table, wording_, kStatusColumns);
        statuses && read_outcomes(*statuses, "status-column")) {
      return;
    }
    if (const auto actions = Records::find(scan_, table, wording_, kActionColumns);
        actions && read_outcomes(*actions, "action-taken-column")) {
      return;
    }
    if (const auto list = Records::find(scan_, table, wording_, kDecisionColumns)) {
      read_decisions(*list, table);
    }
  }

 private:
  // False when neither what stands above nor the heading says that the table lists what was done.
  bool read_texts(const Records& records, const Table& table) {
    const std::string caption = words_above(doc_, table);
    const std::string heading = heading_above(doc_, table);
    const bool captioned = is_title_of(caption, wording_);
    const bool by_title = captioned || is_title_of(heading, wording_);
    const bool listed = matches(caption + " " + heading, wording_.named("table"));
    if (!listed && !by_title) return false;
    for (std::uint32_t row = records.first_row(); row < records.end_row(); ++row) {
      Decision decision;
      decision.date = date_in(records.text(row, "date-column"));
      // "New" below "Recommendations consented" is no status of what was done.
      const std::string status = records.text(row, "status-column");
      decision.verb = captioned ? verb_in({caption, status}, wording_)
                                : verb_in({status, caption, heading}, wording_);
      const std::string number = records.text(row, "text-column");
      decision.subject = text_of(records, row, number);
      if (captioned && number.empty()) decision.subject = records.text(row, "title-column");
      const bool dated = !decision.date.empty() || by_title;
      if (!dated || decision.verb.empty() || decision.subject.empty()) continue;
      decision.body = matched_group(caption, wording_.named("table"), "body");
      add(std::move(decision), records, row, facts_);
    }
    return true;
  }

  // "Document | … | Outcome": what became of each. False when the outcomes are told in other words.
  bool read_outcomes(const Records& records, std::string_view column) {
    const bool named = records.has("matter-document-column") || records.has("matter-column") ||
                       records.has("title-column") || records.has("matter-number-column");
    if (!named) return false;
    std::vector<std::pair<std::uint32_t, DecisionReading>> decisions;
    std::size_t filled = 0;
    std::size_t told = 0;
    std::string item;
    for (std::uint32_t row = records.first_row(); row < records.end_row(); ++row) {
      // What stands below a number up to the next one belongs to that item.
      const std::string number = records.text(row, "matter-number-column");
      if (!number.empty()) item = is_digit(number.front()) ? number : std::string();
      const std::string outcome = records.text(row, column);
      if (std::ranges::none_of(outcome, is_alpha) || records.is_empty_row(row)) continue;
      ++filled;
      std::vector<DecisionReading> read = outcomes_of(records, row, column);
      told += read.empty() ? 0 : 1;
      for (DecisionReading& each : read) {
        each.decision.agenda_item = item;
        decisions.emplace_back(row, std::move(each));
      }
    }
    // What a column headed "Decision" tells in no word that is known is another thing.
    const bool sure = records.has("matter-document-column") &&
                      matches(records.header_text(column), wording_.named("sure-outcome-column"));
    if (told == 0 || (!sure && told * 2 < filled)) return false;
    for (auto& [row, reading] : decisions) {
      give_matter(reading, records, row);
      if (!reading.decision.subject.empty()) add(std::move(reading.decision), records, row, facts_);
    }
    return true;
  }

  // What the cell tells in sentences, else what its first words say.
  std::vector<DecisionReading> outcomes_of(const Records& records, std::uint32_t row,
                                           std::string_view column) const {
    std::vector<DecisionReading> out;
    const TextRange cell = records.grid().range(row, records.column_of(column));
    for (const TextRange sentence : sentences(doc_, cell)) {
      for (DecisionReading& each : sentences_.read_all(doc_, sentence)) {
        if (matches(each.decision.subject, wording_.named("refers"))) each.decision.subject.clear();
        out.push_back(std::move(each));
      }
      // "SC 99 adopts the agenda.", as a committee words what it decides.
      if (!out.empty()) continue;
      if (auto resolved = sentences_.read_resolution(doc_, sentence)) out.push_back(*resolved);
    }
    // What was said of it may stand below.
    const std::vector<std::string> lines = records.lines(row, column);
    const std::string words = lines.empty() ? std::string() : lines.front();
    if (!out.empty() || words.size() > kLongestOutcome || matches(words, wording_.named("not")))
      return out;
    if (std::string verb = sentences_.disposition(words); !verb.empty())
      out.push_back({.decision = {.verb = std::move(verb)}});
    return out;
  }

  // Where the number of the document or text stands, and no number of the row.
  static std::string_view document_column(const Records& records, std::uint32_t row) {
    if (records.has("matter-document-column")) return "matter-document-column";
    const std::string number = records.text(row, "announced-column");
    return std::ranges::any_of(number, is_alpha) ? "announced-column" : "matter-document-column";
  }

  // What was decided on: the document with its title, else the matter with it, else the number
  // alone.
  void give_matter(DecisionReading& reading, const Records& records, std::uint32_t row) const {
    Decision& decision = reading.decision;
    const std::string_view column = document_column(records, row);
    const std::string document = records.text(row, column);
    if (decision.documents.empty() && !document.empty()) {
      const TextRange cell = records.grid().range(row, records.column_of(column));
      decision.documents = documents_named(doc_, cell, scan_.profile());
    }
    const std::string how = reading.only_how ? std::exchange(decision.subject, {}) : std::string();
    if (!decision.subject.empty()) return;
    decision.subject = document.empty() ? records.text(row, "matter-column") : document;
    const std::string title = records.text(row, "title-column");
    if (decision.subject.empty()) {
      decision.subject = title;
    } else if (title != decision.subject && !title.empty()) {
      decision.subject += " " + title;
    }
    if (decision.subject.empty()) decision.subject = records.text(row, "matter-number-column");
    if (!decision.subject.empty() && !how.empty()) decision.subject += " " + how;
  }

  // "A-GRP90/01" among decisions numbers what somebody is to do.
  bool is_action(const Records& records, std::uint32_t row) const {
    return matches(records.text(row, "decision-number-column"),
                   scan_.profile().wording_of("actions").named("action-reference"));
  }

  // "What | Who": a list of what is to be done.
  bool has_owners(const Records& records) const {
    const Patterns owners = scan_.profile().wording_of("actions").named("owner-column");
    const Grid& grid = records.grid();
    return scan_.column(grid.table(), records.first_row() - 1, owners) != kNoColumn;
  }

  // "Decision | What": a sentence that tells it as done, or what was decided.
  void read_decisions(const Records& records, const Table& table) {
    if (has_owners(records)) return;
    const std::string date = date_in(words_above(doc_, table));
    for (std::uint32_t row = records.first_row(); row < records.end_row(); ++row) {
      const std::string words = records.text(row, "decision-column");
      if (words.empty() || records.is_empty_row(row) || is_action(records, row)) continue;
      const TextRange cell = records.grid().range(row, records.column_of("decision-column"));
      Decision decision{.verb = "decided", .subject = words};
      if (const auto reading = sentences_.read(doc_, sentences(doc_, cell).front())) {
        decision = reading->decision;
      }
      if (decision.date.empty()) decision.date = date;
      add(std::move(decision), records, row, facts_);
    }
  }

  const DocumentScan& scan_;
  const Document& doc_;
  const Wording& wording_;
  Facts& facts_;
  const DecisionSentences sentences_;
};

}  // namespace

void extract_decision_tables(const DocumentScan& scan, const Wording& wording,
                             const std::vector<BlockId>& read, Facts& facts) {
  DecisionTables tables(scan, wording, facts);
  for (const Table& table : scan.doc().tables()) {
    if (std::ranges::find(read, table.block) == read.end()) tables.read(table);
  }
}

bool read_announced_table(const DocumentScan& scan, const Table& table, const Wording& wording,
                          const Decision& decision, Facts& facts) {
  const auto records = Records::find(scan, table, wording, kAnnouncedColumns);
  if (!records) return false;
  const bool named = records->has("announced-column");
  const std::uint32_t number = named ? records->column_of("announced-column") : 0;
  if (records->column_of("title-column") == number) return false;
  bool read = false;
  for (std::uint32_t row = records->first_row(); row < records->end_row(); ++row) {
    Decision each = decision;
    each.subject = text_of(*records, row, records->grid().text(row, number));
    if (each.subject.empty()) continue;
    read = true;
    add(std::move(each), *records, row, facts);
  }
  return read;
}

}  // namespace rapporteur
