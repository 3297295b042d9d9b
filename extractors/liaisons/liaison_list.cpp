#include <algorithm>

#include "extractors/liaisons/liaison_words.hpp"
#include "extractors/reading/records.hpp"
#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

constexpr ColumnSpec kColumns[] = {{"title-column", true}, {"number-column"},  {"to-column"},
                                   {"from-column"},        {"action-column"},  {"comment-column"},
                                   {"information-column"}, {"purpose-column"}, {"document-column"},
                                   {"deadline-column"},    {"answers-column"}, {"type-column"}};
constexpr int kMostClauses = 8;  // around a list, whose titles are looked at
constexpr int kFromText = 90;

// "RAN3 (R3-261001)" -> "RAN3"
std::string without_brackets(const std::string& words) {
  return std::string(trim(std::string_view(words).substr(0, words.find('('))));
}

// Liaison statements that a document lists: in tables, lines and sentences.
class LiaisonLists {
 public:
  LiaisonLists(const DocumentScan& scan, const Wording& wording, Facts& facts)
      : scan_(scan), doc_(scan.doc()), wording_(wording), words_(wording), facts_(facts) {}

  void read(const Table& table) {
    const auto records = Records::find(scan_, table, wording_, kColumns);
    if (!records) return;
    const bool addressed = records->has("to-column") || records->has("from-column") ||
                           records->has("action-column") || records->has("information-column");
    const std::string around = words_above(doc_, table) + "\n" + titles_around(table.block);
    const bool announced =
        matches(records->header_text("number-column"), wording_.named("sure-number-column")) ||
        matches(around, wording_.named("list-heading"));
    const bool lists_liaisons = addressed && announced;
    for (std::uint32_t row = records->first_row(); row < records->end_row(); ++row) {
      if (records->is_empty_row(row)) continue;
      if (lists_liaisons) {
        read_row(*records, row, around);
      } else {
        read_typed_row(*records, row);
      }
    }
  }

  void read(BlockId id) {
    if (const Match* const line = scan_.match(id, wording_.named("listed"))) {
      const std::string line_words(doc_.text(line->where));
      return add(id, line->where, *line, titles_around(id) + line_words, "listed");
    }
    if (!scan_.found(id, wording_.named("trigger"))) return;
    for (const TextRange sentence : sentences(doc_, doc_.block(id).text)) {
      const auto match = find_match(doc_, sentence, wording_.named("sent"));
      if (match) add(id, sentence, *match, words_at(doc_, sentence), "sent");
    }
  }

 private:
  void read_row(const Records& records, std::uint32_t row, const std::string& around) {
    Liaison liaison;
    liaison.title = records.text(row, "title-column");
    if (liaison.title.empty()) return;
    liaison.identifier = records.text(row, "number-column");
    // A number without letters is that of the row.
    const std::string document = records.text(row, "document-column");
    if (!document.empty() && std::ranges::none_of(liaison.identifier, is_alpha)) {
      liaison.identifier = document;
    }
    liaison.from = records.text(row, "from-column");
    liaison.to = words_.receivers(records.text(row, "to-column"));
    liaison.for_action = words_.receivers(records.text(row, "action-column"));
    liaison.for_comment = words_.receivers(records.text(row, "comment-column"));
    liaison.for_information = words_.receivers(records.text(row, "information-column"));
    words_.give_purpose(liaison, records.text(row, "purpose-column"));
    liaison.deadline = date_in(records.text(row, "deadline-column"), year_of(doc_));
    liaison.answers = words_.said(records.text(row, "answers-column"));
    add(std::move(liaison), around, records.block(row), records.range(row), "table", 100);
  }

  // "S2-261010 | LS In | Counters | RAN3": of a list of all documents, those that are of this type.
  void read_typed_row(const Records& records, std::uint32_t row) {
    const std::string type = records.text(row, "type-column");
    const bool in = matches(type, wording_.named("type-in"));
    if (!in && !matches(type, wording_.named("type-out"))) return;
    Liaison liaison;
    liaison.title = records.text(row, "title-column");
    liaison.identifier = records.text(row, "document-column");
    if (liaison.title.empty() || liaison.identifier.empty()) return;
    liaison.direction = in ? "in" : "out";
    // Who drafts an answer is not who sends it.
    if (in) liaison.from = sender_of(without_brackets(records.text(row, "from-column")));
    add(std::move(liaison), "", records.block(row), records.range(row), "table", 100);
  }

  void add(BlockId id, TextRange where, const Match& match, const std::string& around,
           std::string pattern) {
    Liaison liaison;
    liaison.title = words_at(doc_, match.group("title"));
    liaison.identifier = words_at(doc_, match.group("identifier"));
    liaison.to = words_.receivers(words_at(doc_, match.group("to")));
    liaison.from = words_at(doc_, match.group("from"));
    // What the group's own report lists as its own is no statement that it received.
    if (is_own(liaison.from)) liaison.direction = "out";
    add(std::move(liaison), around, id, where, std::move(pattern), kFromText);
  }

  void add(Liaison liaison, const std::string& around, BlockId id, TextRange where,
           std::string pattern, int confidence) {
    while (liaison.identifier.ends_with('.')) liaison.identifier.pop_back();
    words_.give_title(liaison);
    if (liaison.direction.empty()) liaison.direction = words_.direction_of(liaison, around);
    if (liaison.direction.empty() && liaison.from.empty() != liaison.to.empty()) {
      liaison.direction = liaison.from.empty() ? "out" : "in";
    }
    const bool known = std::ranges::any_of(facts_.all(), [&](const Fact& fact) {
      const Liaison* other = std::get_if<Liaison>(&fact.value);
      if (other == nullptr) return false;
      return liaison.identifier.empty() ? other->title == liaison.title
                                        : other->identifier == liaison.identifier;
    });
    if (known) return;
    facts_.add(std::move(liaison), id, where, std::move(pattern), confidence,
               confidence == 100 ? "" : "read from running text");
  }

  // Whether this is the group whose document this is, by its number: "R1" is RAN1's.
  bool is_own(const std::string& group) const {
    const std::string_view own = doc_.identity().number.field("group");
    if (own.empty() || group.empty()) return false;
    if (own == group) return true;
    const std::vector<std::string>& codes = wording_.list("group-codes");
    for (std::size_t i = 0; i + 1 < codes.size(); i += 2) {
      if (codes[i] == own && codes[i + 1] == group) return true;
    }
    return false;
  }

  // "S2-2601242", the number that the statement had where it comes from, is SA2's.
  std::string sender_of(const std::string& words) const {
    const std::size_t dash = std::min(words.find('-'), words.size());
    const std::string_view serial = std::string_view(words).substr(dash);
    if (serial.size() < 2 || !std::ranges::all_of(serial.substr(1), is_digit)) return words;
    const std::vector<std::string>& codes = wording_.list("group-codes");
    for (std::size_t i = 0; i + 1 < codes.size(); i += 2) {
      if (codes[i] == words.substr(0, dash)) return codes[i + 1];
    }
    return words;
  }

  // The titles of the clauses that hold the block, one a line.
  std::string titles_around(BlockId id) const {
    std::string out;
    ClauseId clause = doc_.clause_of(id);
    for (int depth = 0; clause && depth < kMostClauses; ++depth) {
      out += doc_.clause(clause).title + "\n";
      clause = doc_.clause(clause).parent;
    }
    return out;
  }

  const DocumentScan& scan_;
  const Document& doc_;
  const Wording& wording_;
  LiaisonWords words_;
  Facts& facts_;
};

}  // namespace

void read_liaison_lists(const DocumentScan& scan, const Wording& wording, bool in_tables_only,
                        Facts& facts) {
  LiaisonLists lists(scan, wording, facts);
  const Document& doc = scan.doc();
  for (const Table& table : doc.tables()) lists.read(table);
  if (in_tables_only) return;
  for (std::uint32_t i = 0; i < doc.blocks().size(); ++i) {
    const Block& block = doc.block({i});
    const bool text = !block.cell && block.kind != BlockKind::table && block.kind != BlockKind::toc;
    if (text) lists.read(BlockId{i});
  }
}

}  // namespace rapporteur
