#include <algorithm>
#include <catch2/catch.hpp>
#include <regex>

#include "tests/unit/parsers/seeds.hpp"

namespace rapporteur {
namespace {

std::size_t count_blocks(const Document& doc, const std::function<bool(BlockId)>& wanted) {
  std::size_t count = 0;
  for (BlockId id{0}; id.index < doc.blocks().size(); ++id.index) count += wanted(id) ? 1 : 0;
  return count;
}

std::size_t items_with(const Document& doc, std::string_view label) {
  return count_blocks(doc, [&](BlockId id) {
    return doc.block(id).kind == BlockKind::list_item && doc.label(id) == label;
  });
}

// "7.2.1" and not "1)".
bool is_number(std::string_view label) {
  return !label.empty() &&
         std::ranges::all_of(label, [](char c) { return is_digit(c) || c == '.'; });
}

// Clauses with a number and paragraphs with one.
std::size_t numbered_lines(const Document& doc) {
  return count_blocks(doc, [&](BlockId id) {
    const BlockKind kind = doc.block(id).kind;
    return (kind == BlockKind::heading || kind == BlockKind::paragraph) && !doc.block(id).cell &&
           is_number(doc.label(id));
  });
}

// The numbers of an item such as "45 numbered headings" in the key, in reading order.
std::vector<std::size_t> key_numbers(const std::string& pattern) {
  static const std::string kKey = key_text("SEED-FACTS.md");
  std::smatch found;
  CAPTURE(pattern);
  REQUIRE(std::regex_search(kKey, found, std::regex(pattern)));
  std::vector<std::size_t> numbers;
  for (std::size_t i = 1; i < found.size(); ++i) numbers.push_back(std::stoul(found[i]));
  return numbers;
}

const Clause* clause_called(const Document& doc, std::string_view number) {
  const auto at = std::ranges::find_if(
      doc.clauses(), [&](const Clause& clause) { return clause.number == number; });
  return at == doc.clauses().end() ? nullptr : &*at;
}

std::size_t items_in(const Document& doc, std::string_view number, std::string_view label) {
  const Clause* const clause = clause_called(doc, number);
  if (clause == nullptr) return 0;
  return count_blocks(doc, [&](BlockId id) {
    return clause->blocks.begin <= id && id < clause->blocks.end &&
           doc.block(id).kind == BlockKind::list_item && doc.label(id) == label;
  });
}

// The line a caption, clause or cell is at may be off by one where its number stands alone.
std::vector<std::string> headings(const Document& doc) {
  std::vector<std::string> titles;
  for (const Clause& clause : doc.clauses()) titles.push_back(clause.title);
  return titles;
}

}  // namespace

TEST_CASE("seed 000 has the headings and list items of the key, number and title on two lines") {
  SKIP_WITHOUT_SEEDS();
  const Document doc = seed("000", "etsi-isg");
  CHECK(doc.clauses().size() == key_numbers("(\\d+) numbered headings")[0]);
  for (const Clause& clause : doc.clauses()) CHECK_FALSE(clause.number.empty());
  const auto dots =
      key_numbers("(\\d+) with U\\+00B7 \\(6\\.1\\.1: (\\d+), 6\\.1\\.2: (\\d+), 9: (\\d+)\\)");
  CHECK(items_with(doc, "\xC2\xB7") == dots[0]);
  CHECK(items_in(doc, "6.1.1", "\xC2\xB7") == dots[1]);
  CHECK(items_in(doc, "6.1.2", "\xC2\xB7") == dots[2]);
  CHECK(items_in(doc, "9", "\xC2\xB7") == dots[3]);
  const auto circles = key_numbers("(\\d+) with U\\+25CF \\(5\\.1: (\\d+), 8\\.3: (\\d+)\\)");
  CHECK(items_with(doc, "\xE2\x97\x8F") == circles[0]);
  CHECK(items_in(doc, "5.1", "\xE2\x97\x8F") == circles[1]);
  CHECK(items_in(doc, "8.3", "\xE2\x97\x8F") == circles[2]);
  CHECK(items_with(doc, "4)") == 1);
  CHECK(items_with(doc, "5)") == 0);
  CHECK(clause_called(doc, "7.1.2.3")->level == 4);
  CHECK(doc.clause(clause_called(doc, "7.1.2.3")->parent).number == "7.1.2");
}

TEST_CASE("seed 001 has its layout blocks, numbered paragraphs, annexes and agenda items") {
  SKIP_WITHOUT_SEEDS();
  const Document doc = seed("001", "itu-t");
  const std::size_t last = key_numbers("Numbered paragraphs 1-(\\d+), all present")[0];
  std::vector<std::string> labels;
  for (BlockId id{0}; id.index < doc.blocks().size(); ++id.index) {
    const bool paragraph = doc.block(id).kind == BlockKind::paragraph && !doc.block(id).cell;
    if (paragraph && is_number(doc.label(id))) labels.emplace_back(doc.label(id));
  }
  REQUIRE(labels.size() == last);
  for (std::size_t i = 0; i < last; ++i) CHECK(labels[i] == std::to_string(i + 1));

  const auto annexes = static_cast<std::size_t>(std::ranges::count_if(
      doc.clauses(), [](const Clause& clause) { return clause.kind == ClauseKind::annex; }));
  CHECK(annexes == key_numbers("Annexes: (\\d+) \\(A ToR")[0]);
  CHECK(doc.scopes().size() == annexes + 1);
  CHECK(clause_called(doc, "ANNEX B")->title == "Draft Agenda for the first JCA-QKDN Meeting");

  const std::size_t agenda = key_numbers("\\*\\*Agenda \\((\\d+)\\)")[0];
  CHECK(items_in(doc, "ANNEX B", "1.") == 1);
  CHECK(items_in(doc, "ANNEX B", std::to_string(agenda) + ".") == 1);
  CHECK(items_in(doc, "ANNEX B", std::to_string(agenda + 1) + ".") == 0);
  // ToR: nine clauses, the number 8 twice, in the scope of annex A.
  const auto tor = key_numbers("ToR clauses \\((\\d+) headings, numbers 1-(\\d+), (\\d+) twice\\)");
  std::size_t in_annex = 0;
  for (const Clause& clause : doc.clauses()) {
    in_annex += !clause.number.empty() && clause.kind != ClauseKind::annex &&
                doc.scope(clause.scope).label == "ANNEX A";
  }
  CHECK(in_annex == tor[0]);

  std::vector<std::string> grid;
  for (const Table& table : doc.tables()) {
    for (std::uint32_t row = 0; row < table.rows; ++row) {
      grid.push_back(collapse(doc.cell_text(table.at(row, 0))));
    }
  }
  for (const char* const label : {"Ref:", "Contact:", "Tel:", "Fax:", "E-mail:", "Subject:"}) {
    CAPTURE(label);
    CHECK(std::ranges::count(grid, label) == 1);
  }
  const Table& deadlines = doc.tables().back();
  CHECK(deadlines.rows == 2);
  CHECK(deadlines.columns == 2);
}

TEST_CASE("seed 002 has the unnumbered headings of the key and no others") {
  SKIP_WITHOUT_SEEDS();
  const Document doc = seed("002", "itu-t");
  const std::vector<std::string> found = headings(doc);
  CHECK(found.size() == key_numbers("\\*\\*Headings \\((\\d+)\\)\\.")[0]);
  const std::string key = key_text("SEED-FACTS.md");
  const std::size_t begin = key.find("**Headings (");
  const std::string list = collapse(key.substr(begin, key.find("(\"", begin) - begin));
  for (const std::string& title : found) {
    // The key writes the dash and the apostrophe of a title plainly.
    const std::string start = title.substr(0, title.find('\xE2'));
    CAPTURE(title);
    CHECK(list.find(trim(start)) != std::string::npos);
  }
  std::size_t paragraphs = 0;
  for (const Cell& cell : doc.cells())
    paragraphs = std::max<std::size_t>(paragraphs, cell.blocks.size());
  CHECK(paragraphs == 3);
}

TEST_CASE("seed 003 has two lists") {
  SKIP_WITHOUT_SEEDS();
  const Document doc = seed("003", "itu-t");
  const std::size_t first = key_numbers("List 1, the call of the workshop \\((\\d+)\\)")[0];
  const std::size_t second = key_numbers("List 2, proposed approach \\((\\d+) proposals\\)")[0];
  CHECK(items_with(doc, "1)") == 2);
  const std::size_t items =
      count_blocks(doc, [&](BlockId id) { return doc.block(id).kind == BlockKind::list_item; });
  CHECK(items == first + second);
  CHECK(doc.clauses().empty());
}

TEST_CASE("seed 004 has the numbered lines, notes, bookmarks and scopes of the key") {
  SKIP_WITHOUT_SEEDS();
  const Document doc = seed("004", "itu-t");
  // The quoted annex B has two numbered paragraphs of its own.
  CHECK(numbered_lines(doc) == key_numbers("(\\d+) numbered lines \\(clauses")[0]);
  const auto marks = key_numbers("(\\d+) footnotes, (\\d+) bookmarks, (\\d+) image marker");
  CHECK(doc.notes().size() == marks[0]);
  CHECK(doc.bookmarks().size() == marks[1]);
  CHECK(doc.objects().size() == marks[2]);
  for (const Note& note : doc.notes()) CHECK(note.blocks.size() == 1);

  std::vector<std::string> quoted;
  for (const Scope& scope : doc.scopes()) {
    const bool of_annex_2 = scope.parent && doc.scope(scope.parent).label == "ANNEX 2";
    if (scope.kind == ScopeKind::quoted && of_annex_2) quoted.push_back(scope.label);
  }
  CHECK(quoted == std::vector<std::string>{"Annex A", "Annex B", "Annex C"});
  std::vector<std::string> in_plan;
  for (const Scope& scope : doc.scopes()) {
    if (scope.parent && doc.scope(scope.parent).label == "ANNEX 3") in_plan.push_back(scope.label);
  }
  CHECK(in_plan == std::vector<std::string>{"Annex A", "Annex B"});
  // No bracket of a marker is left in the words.
  CHECK(doc.text().find("[bookmark") == std::string_view::npos);
  CHECK(doc.text().find("[footnoteRef") == std::string_view::npos);
}

}  // namespace rapporteur
