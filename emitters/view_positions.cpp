#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <span>

#include "emitters/view_groups.hpp"
#include "emitters/view_items.hpp"
#include "pipeline/text/fold.hpp"
#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

constexpr std::size_t kColumns = 5;  // of a matrix that still fits a page

struct Column {
  std::string question;
  Strings groups;                           // where it is asked: "TD7 (Table 1)"
  std::map<std::string, Strings> tally_of;  // party -> stances
  std::map<std::string, Json> cells;        // party -> positions
};

using Parties = std::map<std::string, std::string>;  // key -> as written

std::string text(const Json& json, const char* member) { return json[member].get<std::string>(); }

std::string key_of(const Json& group) {
  const std::string question = search_key(text(group, "question"));
  if (!question.empty()) return question;
  return text(group, "document") + '\n' + std::to_string(group["table"].get<int>());
}

std::vector<Column> columns_of(const Json& groups, Parties& parties) {
  std::vector<Column> columns;
  std::map<std::string, std::size_t> known;
  for (const Json& group : groups) {
    const auto [entry, is_new] = known.try_emplace(key_of(group), columns.size());
    if (is_new) columns.push_back({text(group, "question"), {}, {}, {}});
    Column& column = columns[entry->second];
    const std::string table = text(group, "table_label");
    column.groups.push_back(text(group, "document_label") +
                            (table.empty() ? "" : " (" + table + ")"));
    for (const Json& position : group["positions"]) {
      const std::string party = search_key(text(position, "party"));
      parties.try_emplace(party, text(position, "party"));
      column.cells[party].push_back(position);
      column.tally_of[party].push_back(text(position, "stance"));
    }
  }
  return columns;
}

// Every party once, with what it says last.
std::string tally_text(const Column& column, const Labels& labels) {
  std::map<std::string, std::size_t> counts;
  for (const auto& [party, stances] : column.tally_of) ++counts[stances.back()];
  std::vector<std::pair<std::string, std::size_t>> sorted(counts.begin(), counts.end());
  std::ranges::stable_sort(sorted, std::greater(), &std::pair<std::string, std::size_t>::second);
  Strings texts;
  for (const auto& [stance, count] : sorted) {
    texts.push_back(fmt::format("{} {}", count, label_of(stance, labels)));
  }
  return join(texts, ", ");
}

// The stance that all positions of a cell share, or "" when they differ.
std::string stance_of(const Json& positions) {
  for (const Json& position : positions) {
    if (position["stance"] != positions[0]["stance"]) return "";
  }
  return positions.empty() ? "" : text(positions[0], "stance");
}

Json cell_of(const Column& column, const std::string& party) {
  const auto found = column.cells.find(party);
  Json positions = found == column.cells.end() ? Json::array() : found->second;
  bool changed = false;
  for (const Json& position : positions) changed |= !text(position, "earlier").empty();
  const std::string stance = stance_of(positions);
  return {{"stance", stance},
          {"is_changed", changed},
          {"differs", stance.empty() && !positions.empty()},
          {"positions", std::move(positions)}};
}

Json matrix_of(std::span<const Column> columns, std::size_t first, const Parties& parties,
               const Labels& labels) {
  Json questions = Json::array();
  std::string widths = "6";
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const Column& column = columns[i];
    questions.push_back({{"name", fmt::format("Q{}", first + i + 1)},
                         {"question", column.question},
                         {"asked_in", join(column.groups, "; ")},
                         {"tally_text", tally_text(column, labels)}});
    widths += " 5";
  }
  Json rows = Json::array();
  for (const auto& [key, party] : parties) {
    const bool speaks =
        std::ranges::any_of(columns, [&](const Column& c) { return c.cells.contains(key); });
    if (!speaks) continue;
    Json cells = Json::array();
    for (const Column& column : columns) cells.push_back(cell_of(column, key));
    rows.push_back({{"party", party}, {"cells", std::move(cells)}});
  }
  return {{"questions", std::move(questions)}, {"rows", std::move(rows)}, {"widths", widths}};
}

}  // namespace

Json position_matrices(const Json& position_groups, const Labels& labels) {
  Parties parties;
  const std::vector<Column> columns = columns_of(position_groups, parties);
  Json matrices = Json::array();
  const std::span<const Column> all = columns;
  for (std::size_t i = 0; i < columns.size(); i += kColumns) {
    const std::size_t count = std::min(kColumns, columns.size() - i);
    matrices.push_back(matrix_of(all.subspan(i, count), i, parties, labels));
  }
  return matrices;
}

}  // namespace rapporteur
