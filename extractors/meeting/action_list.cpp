#include "extractors/meeting/action_list.hpp"

#include <algorithm>
#include <utility>

#include "extractors/reading/records.hpp"
#include "extractors/reading/relative_date.hpp"
#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

constexpr ColumnSpec kColumns[] = {{"what-column", true}, {"owner-column"},
                                   {"due-column"},        {"status-column"},
                                   {"number-column"},     {"description-column"}};
// A list that its caption announces needs no column that is called after actions.
constexpr ColumnSpec kAnnounced[] = {{"description-column", true},
                                     {"owner-column", true},
                                     {"due-column"},
                                     {"status-column"},
                                     {"number-column"},
                                     {"number-of-actions-column"}};
constexpr int kFromText = 95;
constexpr int kFromSentence = 85;
constexpr int kInferred = 80;
constexpr int kMostTails = 3;  // what may stand behind an action: its state, its date
constexpr std::size_t kLeastLetters = 4;

// When something is due; words where they name no date.
struct Due {
  std::string date;
  std::string reason;  // when the date was worked out
};

class ActionReader {
 public:
  ActionReader(const DocumentScan& scan, const Wording& wording, Facts& facts)
      : scan_(scan),
        doc_(scan.doc()),
        wording_(wording),
        facts_(facts),
        relative_(scan),
        year_(year_of(scan.doc())) {}

  void read(const Table& table) {
    const std::optional<Records> records = records_of(table);
    if (!records) return read_referenced(Grid(doc_, table));
    what_ = words_column(*records);
    for (std::uint32_t row = records->first_row(); row < records->end_row(); ++row) {
      if (!records->is_empty_row(row)) read_row(*records, row);
    }
  }

  void read(BlockId id) {
    const bool follows = std::exchange(follows_, false);
    if (follows && read_status(id)) return;
    if (read_request_list(id)) return;
    if (scan_.found(id, wording_.named("inner-line"))) read_inner_lines(id);
    const Match* const line = scan_.match(id, wording_.named("line"));
    if (line != nullptr && read_line(id, line->where, *line, "line")) return;
    if (scan_.found(id, wording_.named("trigger")) && may_request() && read_requests(id)) return;
    if (is_listed(id)) {
      const TextRange words = trimmed(doc_, doc_.block(id).text);
      const auto match = find_match(doc_, words, wording_.named("listed"));
      if (!match || !read_line(id, words, *match, "listed")) read_task_of_heading(id, words);
    }
  }

 private:
  // "TSB Director to report on calling": who stands before what, where no column says who.
  void divide_task(Action& action) const {
    const Capture task = capture(action.what, wording_.named("owner-and-task"));
    const std::string owner = task.words("owner");
    if (!matches(owner, wording_.named("is-owner")) || matches(owner, wording_.named("no-owner"))) {
      return;
    }
    action.owner = owner;
    action.what = task.words("what");
  }

  // The table as a list of actions, by its columns or by what announces it.
  std::optional<Records> records_of(const Table& table) const {
    auto records = Records::find(scan_, table, wording_, kColumns);
    if (records && (records->has("owner-column") || records->has("due-column"))) return records;
    records = Records::find(scan_, table, wording_, kAnnounced);
    if (!records || records->has("number-of-actions-column")) return records;
    const std::string above = words_above(doc_, table);
    const bool announced =
        matches(above, wording_.named("caption")) || matches(above, wording_.named("heading"));
    return announced ? records : std::nullopt;
  }

  // "Action item | Action": of two columns named after actions, the one that does not number them.
  std::uint32_t words_column(const Records& records) const {
    const std::uint32_t first = records.column_of("what-column");
    if (first == kNoColumn) return first;
    for (std::uint32_t row = records.first_row(); row < records.end_row(); ++row) {
      const std::string words = records.grid().text(row, first);
      if (!words.empty() && !is_reference(words)) return first;
    }
    const std::uint32_t next = scan_.column(records.grid().table(), records.first_row() - 1,
                                            wording_.named("what-column"), first + 1);
    return next == kNoColumn ? first : next;
  }

  // "A-GRP90/01 | Secretariat to remove the page": a row of another table, by its number.
  void read_referenced(const Grid& grid) {
    if (grid.columns() < 2) return;
    for (std::uint32_t row = 0; row < grid.rows(); ++row) {
      const std::string reference = grid.text(row, 0);
      if (!matches(reference, wording_.named("action-reference"))) continue;
      const TextRange words = grid.range(row, 1);
      const auto match = find_match(doc_, words, wording_.named("listed"));
      if (match && read_line(grid.first_block(row, 1), words, *match, "referenced")) {
        std::get<Action>(facts_.all().back().value).reference = reference;
        facts_.all().back().where = grid.row_range(row);
        follows_ = false;
      } else if (!match && !words.empty()) {
        Action action;
        action.reference = reference;
        action.what = words_at(doc_, words);
        facts_.add(std::move(action), grid.first_block(row, 1), grid.row_range(row), "referenced");
      }
    }
  }

  // "[Status: open]" below an action.
  bool read_status(BlockId id) {
    const TextRange words = trimmed(doc_, doc_.block(id).text);
    const auto match = find_match(doc_, words, wording_.named("status-line"));
    if (!match) return false;
    Action& action = std::get<Action>(facts_.all().back().value);
    if (action.status.empty()) action.status = words_at(doc_, match->group("status"));
    return true;
  }

  void read_row(const Records& records, std::uint32_t row) {
    Action action;
    if (what_ != kNoColumn) action.what = records.grid().text(row, what_);
    action.reference = records.text(row, "number-column");
    for (const std::string_view column : {"number-of-actions-column", "what-column"}) {
      const std::string number = records.text(row, column);
      if (action.reference.empty() && is_reference(number)) action.reference = number;
    }
    const std::string description = records.text(row, "description-column");
    // The column named after actions may hold their numbers.
    if (!description.empty() && (action.what.empty() || is_reference(action.what))) {
      action.what = description;
    }
    if (action.what.empty()) return;
    action.owner = records.text(row, "owner-column");
    if (!records.has("owner-column")) divide_task(action);
    action.status = records.text(row, "status-column");
    Due due = due_of(records.text(row, "due-column"));
    action.due = std::move(due.date);
    facts_.add(std::move(action), records.block(row), records.range(row), "action-table",
               due.reason.empty() ? 100 : kInferred, std::move(due.reason));
  }

  bool is_reference(const std::string& words) const {
    return matches(words, wording_.named("reference"));
  }

  bool is_listed(BlockId id) const {
    const ClauseId clause = doc_.clause_of(id);
    const BlockKind kind = doc_.block(id).kind;
    return clause && kind != BlockKind::heading && kind != BlockKind::caption &&
           matches(doc_.clause(clause).title, wording_.named("heading"));
  }

  // "WP2-1: Approve the plan" below "Actions for TSAG".
  void read_task_of_heading(BlockId id, TextRange words) {
    const std::string& title = doc_.clause(doc_.clause_of(id)).title;
    Action action{.owner = matched_group(title, wording_.named("owner-heading"), "owner")};
    if (action.owner.empty()) return;
    const auto task = find_match(doc_, words, wording_.named("task"));
    if (task) add(std::move(action), id, words, *task, "listed");
  }

  // Whom a letter or a liaison statement asks for something is its reader.
  bool may_request() const {
    const std::vector<std::string>& kinds = wording_.list("no-requests");
    return std::ranges::find(kinds, doc_.identity().kind) == kinds.end();
  }

  // "TSAG is invited to:", and what the items of the list below name.
  bool read_request_list(BlockId id) {
    const TextRange words = trimmed(doc_, doc_.block(id).text);
    if (!doc_.text(words).ends_with(':') || !may_request()) return false;
    const auto lead = find_match(doc_, words, wording_.named("request-list"));
    if (!lead) return false;
    bool found = false;
    for (BlockId next{id.index + 1}; next.index < doc_.blocks().size(); ++next.index) {
      if (doc_.block(next).kind != BlockKind::list_item) break;
      found = read_asked(next, words_at(doc_, lead->group("owner"))) || found;
    }
    return found;
  }

  bool read_asked(BlockId item, const std::string& owner) {
    const TextRange words = trimmed(doc_, doc_.block(item).text);
    const auto asked = find_match(doc_, words, wording_.named("asked"));
    return asked && add({.owner = owner}, item, words, *asked, "request");
  }

  // "The secretariat was requested to …"
  bool read_requests(BlockId id) {
    bool found = false;
    for (const TextRange sentence : sentences(doc_, doc_.block(id).text)) {
      found = read_request(id, sentence) || found;
    }
    return found;
  }

  // "SC 99 instructs WG 3 to resolve the comments and the Secretariat to circulate the text."
  bool read_request(BlockId id, TextRange sentence) {
    const auto whole = find_match(doc_, sentence, wording_.named("request"));
    if (!whole) return false;
    const auto second = find_match(doc_, whole->group("what"), wording_.named("second-task"));
    const TextRange own{sentence.begin, second ? second->where.begin : sentence.end};
    const auto first = second ? find_match(doc_, own, wording_.named("request")) : whole;
    const bool told = first && read_task(id, own, *first);
    return (second && read_task(id, second->where, *second)) || told;
  }

  bool read_task(BlockId id, TextRange where, const Match& match) {
    if (matches(doc_.text(match.group("what")), wording_.named("no-task"))) return false;
    return read_line(id, where, match, "request");
  }

  // "The roadmap was agreed. AI-5/1: Secretariat to publish it."
  void read_inner_lines(BlockId id) {
    const std::vector<TextRange> all = sentences(doc_, doc_.block(id).text);
    for (std::size_t i = 1; i < all.size(); ++i) {
      const auto line = find_match(doc_, all[i], wording_.named("line"));
      if (line) read_line(id, all[i], *line, "line");
    }
  }

  bool read_line(BlockId id, TextRange where, const Match& match, std::string pattern) {
    Action action;
    action.owner = words_at(doc_, match.group("owner"));
    if (!matches(action.owner, wording_.named("is-owner"))) return false;
    if (matches(action.owner, wording_.named("no-owner"))) return false;
    return add(std::move(action), id, where, match, std::move(pattern));
  }

  bool add(Action action, BlockId id, TextRange where, const Match& match, std::string pattern) {
    action.reference = words_at(doc_, match.group("reference"));
    // "A41-1:" and "A41-1." are written before what is to be done.
    while (action.reference.ends_with(':') || action.reference.ends_with('.')) {
      action.reference.pop_back();
    }
    std::string what = words_at(doc_, match.group("what"));
    Due due;
    for (int i = 0; i < kMostTails; ++i) cut_tail(what, action, due);
    while (what.ends_with('.') || what.ends_with(',')) what.pop_back();
    if (std::ranges::count_if(what, is_alpha) < static_cast<std::ptrdiff_t>(kLeastLetters)) {
      return false;
    }
    action.what = std::move(what);
    action.due = std::move(due.date);
    follows_ = true;
    const bool inferred = !due.reason.empty();
    const int confidence = pattern == "request" ? kFromSentence : kFromText;
    facts_.add(std::move(action), id, where, std::move(pattern), inferred ? kInferred : confidence,
               inferred ? std::move(due.reason) : "read from running text");
    return true;
  }

  // "… - closed", "… (due 30 November 2026)", "… by the next meeting"
  void cut_tail(std::string& what, Action& action, Due& due) const {
    const Capture status = capture(what, wording_.named("status"));
    const Capture until = status ? Capture{} : capture(what, wording_.named("due"));
    const Capture& tail = status ? status : until;
    if (!tail) return;
    if (status && action.status.empty()) action.status = status.words("status");
    if (until && due.date.empty()) due = due_of(until.words("due"));
    what.resize(static_cast<std::size_t>(tail.groups.front().data() - what.data()));
  }

  Due due_of(const std::string& words) const {
    bool inferred = false;
    if (std::string date = date_in(words, year_, &inferred); !date.empty()) {
      return {std::move(date), inferred ? "the year is that of the meeting" : ""};
    }
    if (relative_.is_relative(words)) {
      std::string date = relative_.resolve(words);
      if (!date.empty()) return {std::move(date), "the date is counted from a meeting"};
    }
    return {words, ""};
  }

  const DocumentScan& scan_;
  const Document& doc_;
  const Wording& wording_;
  Facts& facts_;
  RelativeDates relative_;
  int year_;
  std::uint32_t what_ = kNoColumn;  // of the table being read: the column of what is to be done
  bool follows_ = false;            // the block before told an action
};

}  // namespace

void read_actions(const DocumentScan& scan, const Wording& wording, Facts& facts) {
  const Document& doc = scan.doc();
  ActionReader reader(scan, wording, facts);
  for (const Table& table : doc.tables()) reader.read(table);
  for (std::uint32_t i = 0; i < doc.blocks().size(); ++i) {
    const Block& block = doc.block({i});
    if (!block.cell && block.kind != BlockKind::table) reader.read(BlockId{i});
  }
}

}  // namespace rapporteur
