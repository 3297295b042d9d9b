#include "emitters/roadmap/roadmap_table.hpp"

#include <fmt/format.h>
#include <toml++/toml.h>

#include <algorithm>

#include "emitters/base/escape.hpp"
#include "emitters/base/results_json.hpp"
#include "emitters/roadmap/roadmap_rules.hpp"
#include "pipeline/text/date.hpp"
#include "pipeline/text/fold.hpp"
#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

constexpr std::size_t kHeaderWithin = 10;  // rows: titles and remarks may stand above
constexpr std::size_t kLeastColumns = 3;

std::string clean(std::string_view text) {
  std::string folded;
  append_folded(text, folded);
  return collapse(folded);
}

void set(Deliverable& entry, std::string_view member, const std::string& value) {
  entry.fields([&](std::string_view name, std::string& kept) {
    if (name == member && kept.empty()) kept = value;
  });
}

// "Nov 2026" and "08/2023" as ISO 8601; what is more than a date, or none, as it is written.
std::string iso_date(const std::string& written) {
  const std::vector<DateMention> found = find_dates(written);
  const bool is_all = found.size() == 1 && found[0].from == found[0].to && found[0].begin == 0 &&
                      found[0].end == written.size();
  return is_all ? found[0].from.iso() : written;
}

// A maintained roadmap may have the body's own words where the common scale is meant.
void finish(Deliverable& entry, const std::string& source) {
  const std::string status = roadmap_rules().status_told(entry.status);
  if (!entry.status.empty() && search_key(entry.status) != search_key(status)) {
    std::string spaced = status;
    std::ranges::replace(spaced, '-', ' ');
    const bool says_more = search_key(entry.status) != spaced;
    if (says_more && entry.status_as_written.empty()) entry.status_as_written = entry.status;
  }
  entry.status = status;
  entry.date = iso_date(entry.date);
  if (entry.sources.empty()) entry.sources = source;
}

struct Header {
  std::size_t row = 0;
  std::vector<std::string> members;  // by column; "" for one that is not used
  std::vector<std::string> marks;    // what is put before its values
};

Header header_of(const TextRows& rows) {
  for (std::size_t row = 0; row < std::min(rows.size(), kHeaderWithin); ++row) {
    Header header = {row, {}, {}};
    std::size_t known = 0;
    bool names_text = false;
    for (const std::string& cell : rows[row]) {
      std::string member = roadmap_rules().column(cell);
      const bool is_there = std::ranges::find(header.members, member) != header.members.end();
      const bool is_new = !member.empty() && !is_there;
      if (is_there && !roadmap_rules().may_repeat(member)) member.clear();
      known += is_new ? 1 : 0;
      names_text |= member == "number" || member == "title";
      header.members.push_back(std::move(member));
      header.marks.push_back(roadmap_rules().mark(cell));
    }
    if (names_text && known >= kLeastColumns) return header;
  }
  return {};
}

void note_unused(const Header& header, const TextRows& rows, std::vector<std::string>& unused) {
  for (std::size_t i = 0; i < header.members.size(); ++i) {
    const std::string name = clean(rows[header.row][i]);
    if (!header.members[i].empty() || name.empty() || search_key(name) == "conflicts") continue;
    if (std::ranges::find(unused, name) == unused.end()) unused.push_back(name);
  }
}

char separator_of(std::string_view text) {
  const std::string_view line = text.substr(0, text.find('\n'));
  char best = ',';
  for (const char c : {';', '\t'}) {
    if (std::ranges::count(line, c) > std::ranges::count(line, best)) best = c;
  }
  return best;
}

std::string text_of(const Json& value) {
  return value.is_string() ? value.get<std::string>() : value.is_null() ? "" : value.dump();
}

void note(std::string_view key, std::vector<std::string>& unused) {
  const std::string name(key);
  if (name == "conflicts" || name == "evidence") return;
  if (std::ranges::find(unused, name) == unused.end()) unused.push_back(name);
}

bool is_member(std::string_view key) {
  bool found = false;
  Deliverable().fields([&](std::string_view name, const std::string&) { found |= name == key; });
  return found;
}

Result<std::vector<Deliverable>> from_json(const Json& root, const std::string& name,
                                           std::vector<std::string>& unused) {
  const Json* list = &root;
  if (root.is_object() && root.contains("records")) list = &root["records"];
  if (!list->is_array()) {
    return fail(ErrorCode::configuration, name, "no list of records; docs/roadmap.md shows one");
  }
  std::vector<Deliverable> out;
  for (const Json& one : *list) {
    if (!one.is_object()) return fail(ErrorCode::configuration, name, "a record is no object");
    Deliverable entry;
    for (const auto& [key, value] : one.items()) {
      if (is_member(key)) {
        set(entry, key, clean(text_of(value)));
      } else {
        note(key, unused);
      }
    }
    finish(entry, fmt::format("{}, record {}", name, out.size() + 1));
    out.push_back(std::move(entry));
  }
  return out;
}

std::string text_of(const toml::node& node) {
  if (const auto text = node.value<std::string>()) return *text;
  if (const auto day = node.value<toml::date>()) {
    return fmt::format("{:04}-{:02}-{:02}", day->year, day->month, day->day);
  }
  if (const auto number = node.value<std::int64_t>()) return std::to_string(*number);
  return {};
}

}  // namespace

std::vector<std::string> deliverable_columns() {
  std::vector<std::string> names;
  Deliverable().fields([&](const char* name, const std::string&) { names.emplace_back(name); });
  return names;
}

std::vector<std::string> deliverable_cells(const Deliverable& entry) {
  std::vector<std::string> cells;
  entry.fields([&](const char*, const std::string& value) { cells.push_back(value); });
  return cells;
}

std::vector<Deliverable> deliverables_of(const TextRows& rows, const std::string& name,
                                         std::vector<std::string>& unused, std::string_view title) {
  const Header header = header_of(rows);
  std::vector<Deliverable> out;
  if (header.members.empty()) return out;
  const bool has_body = std::ranges::find(header.members, "body") != header.members.end();
  const std::string body = has_body ? std::string() : roadmap_rules().body_in(title);
  note_unused(header, rows, unused);
  for (std::size_t row = header.row + 1; row < rows.size(); ++row) {
    if (rows[row] == rows[header.row]) continue;  // repeated on the next page
    Deliverable entry;
    for (std::size_t i = 0; i < std::min(rows[row].size(), header.members.size()); ++i) {
      const std::string value = clean(rows[row][i]);
      if (header.members[i].empty() || value.empty()) continue;
      set(entry, header.members[i], header.marks[i] + value);
    }
    if (entry.number.empty() && entry.title.empty()) continue;
    if (!has_body) entry.body = body;
    finish(entry, fmt::format("{}, row {}", name, row + 1));
    out.push_back(std::move(entry));
  }
  return out;
}

TextRows csv_rows(std::string_view text) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  const char separator = separator_of(text);
  TextRows rows;
  std::vector<std::string> row;
  std::string field;
  bool quoted = false;
  const auto end_field = [&] { row.emplace_back(without_formula_guard(field)), field.clear(); };
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (quoted) {
      const bool doubled = c == '"' && i + 1 < text.size() && text[i + 1] == '"';
      if (c != '"' || doubled) field += c;
      if (doubled) ++i;
      quoted = c != '"' || doubled;
    } else if (c == '"' && field.empty()) {
      quoted = true;
    } else if (c == separator) {
      end_field();
    } else if (c == '\n') {
      end_field();
      rows.push_back(std::move(row)), row.clear();
    } else if (c != '\r') {
      field += c;
    }
  }
  if (!field.empty() || !row.empty()) end_field(), rows.push_back(std::move(row));
  return rows;
}

Result<std::vector<Deliverable>> deliverables_of_json(std::string_view text,
                                                      const std::string& name,
                                                      std::vector<std::string>& unused) {
  try {
    return from_json(Json::parse(text), name, unused);
  } catch (const Json::exception& error) {
    return fail(ErrorCode::configuration, name, error.what());
  }
}

Result<std::vector<Deliverable>> deliverables_of_toml(std::string_view text,
                                                      const std::string& name,
                                                      std::vector<std::string>& unused) {
  try {
    const toml::table root = toml::parse(text, name);
    const toml::array* const list = root["deliverable"].as_array();
    if (list == nullptr) {
      return fail(ErrorCode::configuration, name, "no [[deliverable]]; docs/roadmap.md shows one");
    }
    std::vector<Deliverable> out;
    for (const toml::node& node : *list) {
      const toml::table* const one = node.as_table();
      if (one == nullptr) return fail(ErrorCode::configuration, name, "deliverable is no table");
      Deliverable entry;
      for (const auto& [key, value] : *one) {
        if (is_member(key.str())) {
          set(entry, key.str(), clean(text_of(value)));
        } else {
          note(key.str(), unused);
        }
      }
      finish(entry, fmt::format("{}, line {}", name, one->source().begin.line));
      out.push_back(std::move(entry));
    }
    return out;
  } catch (const toml::parse_error& error) {
    const toml::source_position at = error.source().begin;
    return fail(ErrorCode::configuration, fmt::format("{}:{}:{}", name, at.line, at.column),
                std::string(error.description()));
  }
}

}  // namespace rapporteur
