#include "emitters/data/documents_register.hpp"

#include <fmt/format.h>

#include "emitters/base/escape.hpp"
#include "emitters/data/register_table.hpp"
#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

std::string text_of(const std::string& value) { return value; }
std::string text_of(bool value) { return value ? "yes" : ""; }
std::string text_of(const std::vector<std::string>& value) { return join(value, "; "); }

template <class Record>
Sheet sheet_of(const char* name, const char* title, const std::vector<Record>& records) {
  Sheet sheet = {name, title, {}, {}};
  Record().fields([&](const char* column, const auto&) { sheet.columns.emplace_back(column); });
  for (const Record& record : records) {
    std::vector<std::string>& row = sheet.rows.emplace_back();
    record.fields([&](const char*, const auto& value) { row.push_back(text_of(value)); });
  }
  return sheet;
}

}  // namespace

Sheet register_sheet(const Register& documents) {
  return sheet_of("register", "Register", documents.rows);
}

Sheet disagreements_sheet(const Register& documents) {
  return sheet_of("disagreements", "Disagreements", documents.issues);
}

std::string register_rows_csv(const Register& documents) {
  const Sheet sheet = register_sheet(documents);
  std::string out = csv_line(sheet.columns);
  for (const std::vector<std::string>& row : sheet.rows) out += csv_line(row);
  return out;
}

std::string register_text(const Register& documents) {
  std::string out;
  for (const RegisterRow& row : documents.rows) {
    out += fmt::format("{:<28} {:<24} {}\n", row.number.empty() ? "(no number)" : row.number,
                       row.kind, plain(row.path));
  }
  if (!documents.chains.empty()) out += "\nrevisions\n";
  for (const RevisionChain& chain : documents.chains) {
    out += fmt::format("  {}: {}\n", chain.key, join(chain.numbers, ", "));
  }
  if (!documents.issues.empty()) out += "\nwhat does not agree\n";
  for (const RegisterIssue& issue : documents.issues) {
    out += fmt::format("  {}: {} ({})\n", issue.kind, plain(issue.what),
                       plain(join(issue.paths, ", ")));
  }
  return out;
}

}  // namespace rapporteur
