#include "emitters/base/report_words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "emitters/base/whole_date.hpp"
#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

// "3.1", "A.2", "B": a clause number and not a title.
bool is_number(std::string_view clause) {
  if (clause.empty() || clause.find(' ') != std::string_view::npos) return false;
  return is_digit(clause[0]) || (is_upper(clause[0]) && (clause.size() == 1 || clause[1] == '.'));
}

}  // namespace

std::string newest_date(const Results& results) {
  std::string newest;
  std::set<std::string_view> undated;
  for (const DocumentRecord& record : results.documents) {
    newest = std::max(newest, record.identity.date);
    if (record.identity.date.empty()) undated.insert(record.path);
  }
  for (const LocatedFact& fact : results.facts) {
    const auto* const decision = std::get_if<Decision>(&fact.value);
    if (decision == nullptr || !undated.contains(fact.document)) continue;
    if (whole_date(decision->date)) newest = std::max(newest, decision->date);
  }
  return newest;
}

std::string label_of(std::string_view word, const Labels& labels) {
  if (const auto found = labels.find(word); found != labels.end()) return found->second;
  std::string text(word);
  std::ranges::replace(text, '-', ' ');
  return text;
}

std::string ReportWords::body(const std::string& name) const {
  std::string shown = name;
  for (const Spelling& spelling : bodies) RE2::Replace(&shown, *spelling.find, spelling.put);
  return shown;
}

const std::string& label_of(const DocumentRecord& document) {
  const std::string& number = document.identity.number.canonical;
  return number.empty() ? document.path : number;
}

std::string where_text(const Place& place) {
  std::vector<std::string> parts;
  if (is_number(place.clause)) {
    parts.push_back(fmt::format("clause {}", place.clause));
  } else if (!place.clause.empty()) {
    parts.push_back(fmt::format("“{}”", place.clause));
  }
  if (!place.table_label.empty()) {
    parts.push_back(fmt::format("{} row {}", place.table_label, place.row));
  } else if (place.table != 0) {
    parts.push_back(fmt::format("unlabelled table {}, row {}", place.table, place.row));
  }
  if (place.line != 0) parts.push_back(fmt::format("line {}", place.line));
  return join(parts, ", ");
}

std::string read_text(const Results& results) {
  std::map<Outcome, std::size_t> numbers;
  for (const DocumentRecord& record : results.documents) ++numbers[record.outcome];
  const std::size_t damaged = numbers[Outcome::damaged];
  std::string text = quantity(numbers[Outcome::read] + damaged, "document") + " read";
  if (damaged != 0) text += fmt::format(", {} of them damaged", damaged);
  if (numbers[Outcome::refused] != 0)
    text += fmt::format(", {} could not be read", numbers[Outcome::refused]);
  if (numbers[Outcome::skipped] != 0)
    text += fmt::format(", {} skipped", numbers[Outcome::skipped]);
  return text + '.';
}

std::string quantity(std::size_t count, std::string_view one) {
  if (count == 1) return fmt::format("1 {}", one);
  if (one.ends_with('y')) return fmt::format("{} {}ies", count, one.substr(0, one.size() - 1));
  return fmt::format("{} {}s", count, one);
}

std::string column_title(const std::string& column) {
  std::string title = column;
  std::ranges::replace(title, '_', ' ');
  if (!title.empty() && 'a' <= title[0] && title[0] <= 'z')
    title[0] = static_cast<char>(title[0] - 32);
  return title;
}

}  // namespace rapporteur
