#include "extractors/reading/match.hpp"
#include "extractors/reading/people.hpp"
#include "extractors/reading/records.hpp"
#include "extractors/works/roadmap_entry.hpp"
#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

constexpr ColumnSpec kColumns[] = {
    {"number-column", true}, {"title-column", true}, {"status-column"},   {"date-column"},
    {"group-column"},        {"body-column"},        {"relation-column"}, {"editors-column"},
    {"change-column"},       {"approval-column"},    {"edition-column"},  {"work-item-column"}};
// "ISO/IEC 27991-1, Metering": the number stands before the title, in the same cell.
constexpr ColumnSpec kTitled[] = {{"numbered-title-column", true},
                                  {"status-column"},
                                  {"date-column"},
                                  {"group-column"},
                                  {"body-column"},
                                  {"editors-column"},
                                  {"relation-column"},
                                  {"approval-column"},
                                  {"edition-column"}};

constexpr int kMostClauses = 8;  // around a table, whose titles are looked at

class RoadmapReader {
 public:
  RoadmapReader(const DocumentScan& scan, const Wording& wording, const RoadmapEntries& entries,
                Facts& facts)
      : scan_(scan),
        doc_(scan.doc()),
        wording_(wording),
        entries_(entries),
        facts_(facts),
        people_(scan.profile(), "") {}

  void read(const Table& table) {
    const std::optional<Records> records = records_of(table);
    if (!records || matches(records->header_text("number-column"), wording_.named("never-number")))
      return;
    around_ = {words_above(doc_, table)};
    if (matches(around_.front(), wording_.named("never-caption")) && !has_both_names(*records))
      return;
    if (is_work_plan(*records) || records->has("change-column")) return;
    const bool announced = is_announced(*records, table);
    status_ = status_around();
    const bool has_status =
        records->has("status-column") || records->has("date-column") || !status_.empty();
    if (!announced || !has_status) return;
    clause_body_ = body_of_clauses(table);
    number_ = number_column(*records);
    for (std::uint32_t row = records->first_row(); row < records->end_row(); ++row) {
      read_row(*records, row);
    }
  }

 private:
  // Numbers have a column of their own, or stand before the titles.
  std::optional<Records> records_of(const Table& table) const {
    if (auto records = Records::find(scan_, table, wording_, kColumns)) return records;
    return Records::find(scan_, table, wording_, kTitled);
  }

  // Work items have editors and no status of their own.
  static bool is_work_plan(const Records& records) {
    return records.has("editors-column") && !records.has("status-column") &&
           !records.has("approval-column");
  }

  // A work programme may tell the texts from the work items that make them.
  bool has_both_names(const Records& records) const {
    return records.has("work-item-column") && records.has("status-column") &&
           matches(records.header_text("number-column"), wording_.named("sure-number-column"));
  }

  // By its header, its caption, or the title of a clause around it, which then tells the status.
  bool is_announced(const Records& records, const Table& table) {
    const std::string& above = around_.front();
    const std::string header = records.header_text("number-column");
    const bool named = matches(header, wording_.named("sure-number-column")) ||
                       matches(above, wording_.named("caption")) || names_texts(records) ||
                       (records.has("body-column") && records.has("status-column"));
    if (!status_in(above, wording_).empty() && named) return true;
    ClauseId clause = doc_.clause_of(table.block);
    for (int depth = 0; clause && depth < kMostClauses; ++depth) {
      const std::string& title = doc_.clause(clause).title;
      if (matches(title, wording_.named("never-caption"))) return named;
      if (matches(title, wording_.named("caption"))) {
        around_.push_back(title);
        return true;
      }
      clause = doc_.clause(clause).parent;
    }
    return named || matches(doc_.identity().title, wording_.named("caption-document"));
  }

  // Whether most rows have the number of a deliverable, whatever the column is called.
  bool names_texts(const Records& records) const {
    if (!records.has("number-column") || !records.has("status-column")) return false;
    std::uint32_t count = 0;
    for (std::uint32_t row = records.first_row(); row < records.end_row(); ++row) {
      count += entries_.is_deliverable(records.text(row, "number-column")) ? 1 : 0;
    }
    return count > 1 && count * 3 >= (records.end_row() - records.first_row()) * 2;
  }

  // What the nearest words around the table tell: a clause of texts "approved and consented" may
  // have a table of those consented.
  std::string status_around() const {
    for (const std::string& words : around_) {
      std::string status = status_in(words, wording_);
      if (!status.empty()) return status;
    }
    return {};
  }

  // A clause that is called after a body lists its texts.
  std::string body_of_clauses(const Table& table) const {
    ClauseId clause = doc_.clause_of(table.block);
    for (int depth = 0; clause && depth < kMostClauses; ++depth) {
      const Clause& around = doc_.clause(clause);
      std::string body = matched_group(around.title, wording_.named("clause-body"), "body");
      if (!body.empty()) return body;
      clause = around.parent;
    }
    return {};
  }

  // The first of the columns called after numbers that holds more than the numbers of its rows.
  std::uint32_t number_column(const Records& records) const {
    const Table& table = records.grid().table();
    const Patterns patterns = wording_.named("number-column");
    const std::uint32_t header = records.first_row() - 1;
    const std::uint32_t first = records.column_of("number-column");
    for (std::uint32_t at = first; at != kNoColumn;
         at = scan_.column(table, header, patterns, at + 1)) {
      for (std::uint32_t row = records.first_row(); row < records.end_row(); ++row) {
        if (matches(records.grid().text(row, at), wording_.named("identifies"))) return at;
      }
    }
    return first;
  }

  void read_row(const Records& records, std::uint32_t row) {
    RoadmapEntry entry;
    give_name(records, row, entry);
    give_work_item(records, row, entry);
    if (records.is_empty_row(row) || entry.number.empty() || entry.title.empty()) return;
    if (matches(entry.number, wording_.named("no-entry"))) return;
    give_status(records, row, entry);
    give_details(records, row, entry);
    entry.body = records.text(row, "body-column");
    if (entry.body.empty())
      entry.body = matched_group(entry.number, wording_.named("body"), "body");
    if (entry.body.empty()) entry.body = clause_body_;
    entry.group = records.text(row, "group-column");
    entries_.complete(entry, words_around(), !records.has("group-column"));
    facts_.add(std::move(entry), records.block(row), records.range(row), "roadmap-table");
  }

  void give_name(const Records& records, std::uint32_t row, RoadmapEntry& entry) const {
    if (records.has("number-column")) {
      entry.number = records.grid().text(row, number_);
      entry.title = records.text(row, "title-column");
      return;
    }
    const std::string both = records.text(row, "numbered-title-column");
    const Capture named = capture(both, wording_.named("number-and-title"));
    entry.number = named.words("number");
    entry.title = named.words("title");
  }

  // What has no number yet is called by its work item.
  void give_work_item(const Records& records, std::uint32_t row, RoadmapEntry& entry) const {
    const std::string item = records.text(row, "work-item-column");
    if (entry.number.empty() || matches(entry.number, wording_.named("no-entry"))) {
      entry.number = item;
    } else if (!item.empty() && item != entry.number) {
      entry.relation = entries_.relation_of(item);
    }
  }

  void give_details(const Records& records, std::uint32_t row, RoadmapEntry& entry) const {
    if (entry.relation.empty()) entry.relation = records.text(row, "relation-column");
    if (matches(entry.relation, wording_.named("no-entry"))) entry.relation.clear();
    entry.edition = records.text(row, "edition-column");
    if (!matches(entry.edition, wording_.named("edition"))) entry.edition.clear();
    std::vector<std::string> people;
    for (const std::string& line : records.lines(row, "editors-column")) {
      for (std::string& name : people_.names_as_written(line, true)) {
        if (!matches(name, wording_.named("no-entry"))) people.push_back(std::move(name));
      }
    }
    entry.contact = join(people, ", ");
  }

  void give_status(const Records& records, std::uint32_t row, RoadmapEntry& entry) const {
    entry.status_as_written = records.text(row, "status-column");
    entry.status = status_in(entry.status_as_written, wording_);
    if (entry.status.empty()) entry.status = status_;
    const std::string date = records.text(row, "date-column");
    entry.date = date_in(date);
    if (entry.date.empty() && !matches(date, wording_.named("no-entry"))) entry.date = date;
    const std::string header = records.header_text("date-column");
    const bool published = matches(header, wording_.named("publication-column"));
    if (entry.status.empty() && published && !date.empty()) entry.status = "published";
  }

  // The title of the clause, then the words above the table.
  std::string words_around() const {
    std::string out;
    for (const std::string& words : around_) out = out.empty() ? words : words + " " + out;
    return out;
  }

  const DocumentScan& scan_;
  const Document& doc_;
  const Wording& wording_;
  const RoadmapEntries& entries_;
  Facts& facts_;
  PeopleReader people_;
  std::vector<std::string> around_;  // the words that tell what the table lists, nearest first
  std::string status_;               // that they tell
  std::string clause_body_;          // the body that a clause around the table is called after
  std::uint32_t number_ = kNoColumn;
};

}  // namespace

void read_roadmap_tables(const DocumentScan& scan, const Wording& wording,
                         const RoadmapEntries& entries, Facts& facts) {
  RoadmapReader reader(scan, wording, entries, facts);
  for (const Table& table : scan.doc().tables()) reader.read(table);
}

}  // namespace rapporteur
