// The rule about fields of tables that were left blank.

#include <algorithm>
#include <vector>

#include "pipeline/text/fold.hpp"
#include "pipeline/text/words.hpp"
#include "validators/families.hpp"
#include "validators/reading/outline_reading.hpp"

namespace rapporteur {
namespace {

constexpr RuleOption kOptions[] = {
    {"none", "[]", "patterns of words that say that there is nothing to fill in", true},
    {"optional", "[]", "patterns of the names of fields that may stay blank", true},
};

constexpr std::string_view kDoc = R"md(
A field with nothing to fill in says so: of a blank one nobody knows whether it was forgotten. Told of
tables of fields and values, and of tables with a header, where the same field says "None" or "Not
applicable" elsewhere in the document. A table that is blank in most of its fields is a form, and not
looked at. All of a table is told in one finding.

```fail
| Name | Key relay |
| Input | Key |
| Dependence | None. |

| Name | Key store |  <-- 'Dependence' is blank
| Input | Key |
| Dependence | |
```

```fail
|| Item | Owner | Cost |  <-- 'Cost' is blank in 2 rows
| Relay | ACME | 12 |
| Store | ACME | |
| Router | ACME | n/a |
| Switch | ACME | |
```

```pass
| Name | Key relay |
| Input | Key |
| Comments | None |

| Name | Key store |
| Input | Key |
| Comments | |

| Name | |
| Input | |
| Dependence | None |
```
)md";

struct Field {
  std::string name;
  std::string value;
};

// A table as the fields that it fills in.
struct Fields {
  BlockId block;  // where the table begins
  std::vector<Field> fields;
};

BlockId first_block(const Document& doc, const Table& table) {
  const BlockRange blocks = doc.cell(table.cells.front()).blocks;
  return blocks.empty() ? table.block : blocks.begin;
}

// Without merged cells and short rows.
bool is_whole(const Table& table) {
  return table.cells.size() == std::size_t{table.rows} * table.columns;
}

// Rows of a name and a value; or a header over columns of values. A table with merged cells or
// nameless fields is neither.
Fields fields_of(const Document& doc, const Table& table) {
  Fields out{first_block(doc, table), {}};
  if (!is_whole(table)) return out;
  const auto text = [&](std::uint32_t row, std::uint32_t column) {
    return collapse(doc.cell_text(table.at(row, column)));
  };
  const bool has_header = table.columns > 2;
  for (std::uint32_t row = has_header ? 1 : 0; row < table.rows; ++row) {
    for (std::uint32_t column = has_header ? 0 : 1; column < table.columns; ++column) {
      Field field{has_header ? text(0, column) : text(row, 0), text(row, column)};
      if (field.name.empty()) return {out.block, {}};
      out.fields.push_back(std::move(field));
    }
  }
  return out;
}

bool is_form(const Fields& table) {
  const auto blank =
      std::ranges::count_if(table.fields, [](const Field& field) { return field.value.empty(); });
  return static_cast<std::size_t>(blank) * 2 > table.fields.size();
}

// How many fields of a name are blank in the table, in the order of the names.
std::vector<std::pair<std::string_view, int>> blanks_of(const Fields& table) {
  std::vector<std::pair<std::string_view, int>> blanks;
  for (const Field& field : table.fields) {
    if (!field.value.empty()) continue;
    const auto same =
        std::ranges::find(blanks, field.name, &std::pair<std::string_view, int>::first);
    if (same == blanks.end()) {
      blanks.emplace_back(field.name, 1);
    } else {
      ++same->second;
    }
  }
  return blanks;
}

// The names of fields that somewhere say that there is nothing.
std::vector<std::string> said_to_be_none(const Subject& in, const std::vector<Fields>& tables) {
  std::vector<std::string> names;
  for (const Fields& table : tables) {
    for (const Field& field : table.fields) {
      if (!matches_any(field.value, in.config.list("none"))) continue;
      if (matches_any(field.name, in.config.list("optional"))) continue;
      names.push_back(search_key(field.name));
    }
  }
  std::ranges::sort(names);
  return names;
}

void report_blanks(const Fields& table, const std::vector<std::string>& said, Report& report) {
  constexpr std::size_t kMostNamed = 3;
  std::vector<std::string> told;
  std::size_t more = 0;
  for (const auto& [name, count] : blanks_of(table)) {
    if (!std::ranges::binary_search(said, search_key(name))) continue;
    if (told.size() == kMostNamed) {
      ++more;
      continue;
    }
    told.push_back(count == 1 ? fmt::format("'{}' is blank", name)
                              : fmt::format("'{}' is blank in {} rows", name, count));
  }
  if (more > 0) told.push_back(fmt::format("{} more", more));
  if (told.empty()) return;
  report.add(table.block, "{}; elsewhere the field says that there is none", join(told, ", "));
}

void check_blank(const Subject& in, Report& report) {
  std::vector<Fields> tables;
  for (const Table& table : in.doc.tables()) {
    if (table.columns < 2 || table.cells.empty()) continue;
    Fields fields = fields_of(in.doc, table);
    if (!fields.fields.empty() && !is_form(fields)) tables.push_back(std::move(fields));
  }
  const std::vector<std::string> said = said_to_be_none(in, tables);
  if (said.empty()) return;
  for (const Fields& table : tables) report_blanks(table, said, report);
}

constexpr Rule kRules[] = {
    {.id = "table-empty-field",
     .group = "D",
     .severity = Severity::info,
     .summary = "a field with nothing to fill in says so",
     .check = check_blank,
     .doc = kDoc,
     .options = kOptions},
};

}  // namespace

std::span<const Rule> table_field_rules() { return kRules; }

}  // namespace rapporteur
