#include "emitters/data/register_table.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "emitters/base/escape.hpp"
#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

std::string number(std::uint32_t value) { return value == 0 ? "" : std::to_string(value); }

std::string text_of(const std::string& value) { return value; }
std::string text_of(const Strings& value) { return join(value, "; "); }
std::string text_of(std::uint32_t value) { return number(value); }
std::string text_of(bool value) { return value ? "yes" : ""; }

// Calls f(name, text) for every column that a fact has. A fact's own member goes before one of
// its place with the same name.
template <class F>
void for_each_column(const LocatedFact& fact, F&& f) {
  for_each_field(fact.value, [&](const char* name, const auto& v) { f(name, text_of(v)); });
  f("type", std::string(type_of(fact.value)));
  f("document", fact.document);
  f("clause", fact.evidence.clause);
  f("block", fact.evidence.block == kNone ? "" : std::to_string(fact.evidence.block));
  f("table_label", fact.evidence.table_label);
  f("table", number(fact.evidence.table));
  f("row", number(fact.evidence.row));
  f("line", number(fact.evidence.line));
  f("quote", fact.evidence.quote);
}

// The cells of some columns.
std::vector<std::string> cells_of(const LocatedFact& fact,
                                  const std::vector<std::string>& columns) {
  std::vector<std::string> cells(columns.size());
  std::vector<bool> known(columns.size());
  for_each_column(fact, [&](std::string_view name, const std::string& value) {
    for (std::size_t i = 0; i < columns.size(); ++i) {
      if (known[i] || columns[i] != name) continue;
      cells[i] = value;
      known[i] = true;
    }
  });
  return cells;
}

bool is_wanted(const FactValue& value, const RegisterLayout& layout) {
  return layout.facts.empty() ||
         std::ranges::find(layout.facts, type_of(value)) != layout.facts.end();
}

// One empty fact of each type.
template <std::size_t... index>
std::vector<FactValue> one_of_each(std::index_sequence<index...>) {
  return {FactValue(std::in_place_index<index>)...};
}

std::vector<std::string> columns_of(const RegisterLayout& layout) {
  std::vector<std::string> names;
  constexpr auto kAll = std::make_index_sequence<std::variant_size_v<FactValue>>();
  LocatedFact fact;
  for (FactValue& value : one_of_each(kAll)) {
    if (!is_wanted(value, layout)) continue;
    fact.value = std::move(value);
    for_each_column(fact, [&](const char* name, const std::string&) { names.emplace_back(name); });
  }
  return names;
}

std::string hint(std::string_view word, const std::vector<std::string_view>& known) {
  const std::string_view meant = nearest(word, known);
  return meant.empty() ? "" : fmt::format("; did you mean '{}'?", meant);
}

}  // namespace

std::vector<std::string> faults_of(const RegisterLayout& layout) {
  std::vector<std::string> faults;
  const std::vector<std::string_view> types(std::begin(kFactTypes), std::end(kFactTypes));
  for (const std::string& type : layout.facts) {
    if (std::ranges::find(types, type) != types.end()) continue;
    faults.push_back(fmt::format("facts: there is no type '{}'{}", type, hint(type, types)));
  }
  if (!faults.empty()) return faults;
  const std::vector<std::string> names = columns_of(layout);
  const std::vector<std::string_view> known(names.begin(), names.end());
  std::vector<std::string> asked = layout.columns;
  asked.insert(asked.end(), layout.sort.begin(), layout.sort.end());
  for (const std::string& column : asked) {
    if (std::ranges::find(known, column) != known.end()) continue;
    faults.push_back(fmt::format("columns: there is no '{}'{}", column, hint(column, known)));
  }
  return faults;
}

std::vector<std::vector<std::string>> register_rows(const Results& results,
                                                    const RegisterLayout& layout) {
  std::vector<const LocatedFact*> facts;
  for (const LocatedFact& fact : results.facts) {
    if (is_wanted(fact.value, layout)) facts.push_back(&fact);
  }
  const auto key = [&](const LocatedFact* fact) { return cells_of(*fact, layout.sort); };
  if (!layout.sort.empty()) std::ranges::stable_sort(facts, {}, key);
  std::vector<std::vector<std::string>> rows;
  for (const LocatedFact* fact : facts) rows.push_back(cells_of(*fact, layout.columns));
  return rows;
}

std::string csv_line(const std::vector<std::string>& cells) {
  std::string out;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i != 0) out += ',';
    out += csv_escaped(cells[i]);
  }
  return out + "\r\n";
}

std::string register_csv(const Results& results, const RegisterLayout& layout) {
  std::string out = csv_line(layout.columns);
  for (const std::vector<std::string>& row : register_rows(results, layout)) out += csv_line(row);
  return out;
}

}  // namespace rapporteur
