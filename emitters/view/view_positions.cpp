#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <span>
#include <utility>

#include "emitters/view/view_groups.hpp"
#include "pipeline/text/fold.hpp"
#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

constexpr std::size_t kColumns = 5;  // of a matrix that still fits a page

struct Column {
  std::string question;
  Strings groups;                            // where it is asked: "TD7, Table 1"
  std::map<std::string, Shown::List> cells;  // party -> positions
};

using Parties = std::map<std::string, std::string>;  // key -> as written

std::string key_of(const Shown& group) {
  std::string question = search_key(group.text("question"));
  if (!question.empty()) return question;
  return group.text("document") + '\n' + group.text("table");
}

std::vector<Column> columns_of(const Shown& groups, Parties& parties) {
  std::vector<Column> columns;
  std::map<std::string, std::size_t> known;
  for (const Shown& group : groups.items()) {
    const auto [entry, is_new] = known.try_emplace(key_of(group), columns.size());
    if (is_new) columns.push_back({group.text("question"), {}, {}});
    Column& column = columns[entry->second];
    const std::string& table = group.text("table_label");
    column.groups.push_back(group.text("document_label") + (table.empty() ? "" : ", " + table));
    for (const Shown& position : group.items("positions")) {
      const std::string party = search_key(position.text("party"));
      parties.try_emplace(party, position.text("party"));
      column.cells[party].push_back(position);
    }
  }
  return columns;
}

struct Holders {
  std::string stance;
  Strings parties;
};

// Who holds what, by what each party says last; the most frequent stance first.
std::vector<Holders> holders_of(const Column& column, const Parties& parties) {
  std::map<std::string, Strings> by_stance;
  for (const auto& [party, positions] : column.cells) {
    const Shown& last = positions.back();
    const std::string& earlier = last.text("earlier_label");
    by_stance[last.text("stance")].push_back(parties.at(party) +
                                             (earlier.empty() ? "" : " (before: " + earlier + ")"));
  }
  std::vector<Holders> out;
  for (auto& [stance, names] : by_stance) out.push_back({stance, std::move(names)});
  std::ranges::stable_sort(out, std::greater(),
                           [](const Holders& one) { return one.parties.size(); });
  return out;
}

std::string tally_text(const std::vector<Holders>& holders, const Labels& labels) {
  Strings texts;
  for (const Holders& one : holders) {
    texts.push_back(fmt::format("{} {}", one.parties.size(), label_of(one.stance, labels)));
  }
  return join(texts, ", ");
}

// How many stand on the smaller of two sides: what is agreed has none there.
std::size_t division(const std::vector<Holders>& holders) {
  std::size_t for_it = 0;
  std::size_t against = 0;
  for (const Holders& one : holders) {
    if (one.stance == "support" || one.stance == "conditional") for_it += one.parties.size();
    if (one.stance == "object") against += one.parties.size();
  }
  return std::min(for_it, against);
}

// The stance that all positions of a cell share, or "" when they differ.
std::string stance_of(const Shown::List& positions) {
  for (const Shown& position : positions) {
    if (position.text("stance") != positions[0].text("stance")) return "";
  }
  return positions.empty() ? "" : positions[0].text("stance");
}

Shown cell_of(const Column& column, const std::string& party) {
  const auto found = column.cells.find(party);
  Shown::List positions = found == column.cells.end() ? Shown::List() : found->second;
  const bool changed = std::ranges::any_of(
      positions, [](const Shown& position) { return position["earlier"].says_yes(); });
  const std::string stance = stance_of(positions);
  return {{"stance", stance},
          {"is_changed", changed},
          {"differs", stance.empty() && !positions.empty()},
          {"positions", std::move(positions)}};
}

Shown question_of(const Column& column, std::size_t number, const std::vector<Holders>& holders,
                  const Labels& labels) {
  return {{"name", fmt::format("Q{}", number)},
          {"question", column.question},
          {"asked_in", join(column.groups, "; ")},
          {"tally_text", tally_text(holders, labels)}};
}

Shown matrix_of(std::span<const Column> columns, std::size_t first, const Parties& parties,
                const Labels& labels) {
  Shown::List questions;
  std::string widths = "6";
  for (std::size_t i = 0; i < columns.size(); ++i) {
    questions.push_back(
        question_of(columns[i], first + i + 1, holders_of(columns[i], parties), labels));
    widths += " 5";
  }
  Shown::List rows;
  for (const auto& [key, party] : parties) {
    const bool speaks =
        std::ranges::any_of(columns, [&](const Column& c) { return c.cells.contains(key); });
    if (!speaks) continue;
    Shown::List cells;
    for (const Column& column : columns) cells.push_back(cell_of(column, key));
    rows.push_back(Shown{{"party", party}, {"cells", std::move(cells)}});
  }
  return {{"questions", std::move(questions)}, {"rows", std::move(rows)}, {"widths", widths}};
}

Shown stances_of(const std::vector<Holders>& holders, const Labels& labels) {
  Shown::List stances;
  for (const Holders& one : holders) {
    stances.push_back(Shown{{"stance", one.stance},
                            {"stance_label", label_of(one.stance, labels)},
                            {"count", std::to_string(one.parties.size())},
                            {"parties_text", join(one.parties, ", ")}});
  }
  return stances;
}

}  // namespace

Shown position_matrices(const Shown& position_groups, const Labels& labels) {
  Parties parties;
  const std::vector<Column> columns = columns_of(position_groups, parties);
  Shown::List matrices;
  const std::span<const Column> all = columns;
  for (std::size_t i = 0; i < columns.size(); i += kColumns) {
    const std::size_t count = std::min(kColumns, columns.size() - i);
    matrices.push_back(matrix_of(all.subspan(i, count), i, parties, labels));
  }
  return matrices;
}

Shown position_questions(const Shown& position_groups, const Labels& labels) {
  Parties parties;
  const std::vector<Column> columns = columns_of(position_groups, parties);
  std::vector<std::pair<std::pair<std::size_t, std::size_t>, Shown>> ranked;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const Column& column = columns[i];
    const std::vector<Holders> holders = holders_of(column, parties);
    Shown question = question_of(column, i + 1, holders, labels);
    const std::size_t divided = division(holders);
    question.set("is_divided", divided > 0);
    question.set("stances", stances_of(holders, labels));
    const Shown& first = column.cells.begin()->second.front();
    for (const char* name : {"document_label", "document_anchor"}) {
      question.set(name, first[name]);
    }
    ranked.emplace_back(std::pair(divided, column.cells.size()), std::move(question));
  }
  std::ranges::stable_sort(ranked, std::greater(), &decltype(ranked)::value_type::first);
  Shown::List out;
  for (auto& [rank, question] : ranked) out.push_back(std::move(question));
  return out;
}

}  // namespace rapporteur
