#include "emitters/text/text_reports.hpp"

#include <fmt/format.h>
#include <toml++/toml.h>

#include <algorithm>
#include <memory>
#include <set>

#include "emitters/base/escape.hpp"
#include "emitters/base/template.hpp"
#include "emitters/data/register_table.hpp"
#include "emitters/word/docx_package.hpp"
#include "pipeline/base/embedded.hpp"
#include "pipeline/base/files.hpp"
#include "pipeline/profile/toml_table.hpp"
#include "pipeline/text/fold.hpp"
#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

constexpr const char* kList = "reports.toml";
constexpr std::uint64_t kTemplateBytes = std::uint64_t{4} << 20;

// One entry of reports.toml.
struct ReportEntry {
  std::string id;
  std::string title;
  std::string file;
  std::string format;
  std::string template_name;  // none: a register of `columns`
  RegisterLayout layout;
  bool by_default = true;
};

Escape escape_of(const std::string& format) {
  if (format == "html" || format == "docx") return html_escaped;
  if (format == "markdown") return markdown_escaped;
  if (format == "csv") return csv_escaped;
  return plain;
}

bool is_file_name(const std::string& file) {
  return !file.empty() && file != "." && file != ".." && file.find('/') == std::string::npos;
}

void check_entry(const ReportEntry& entry, const toml::table& node, TomlTable& table) {
  static constexpr std::string_view kFormats[] = {"html", "markdown", "csv", "text", "docx"};
  if (std::ranges::find(kFormats, entry.format) == std::end(kFormats)) {
    table.error(node,
                fmt::format("[[report]] format: '{}' is not html, markdown, csv, text or docx",
                            entry.format));
  }
  if (!is_file_name(entry.file)) {
    table.error(node, fmt::format("[[report]] file: '{}' is not a file name", entry.file));
  }
  if (entry.template_name.empty() != !entry.layout.columns.empty()) {
    table.error(node, "[[report]]: needs either 'template' or 'columns'");
  }
  if (!entry.layout.columns.empty() && entry.format != "csv") {
    table.error(node, "[[report]] columns: only for format 'csv'");
  }
  for (std::string& fault : faults_of(entry.layout)) {
    table.error(node, "[[report]] " + std::move(fault));
  }
}

ReportEntry read_entry(const toml::table& node, std::vector<Error>& errors) {
  TomlTable table(node, "[[report]]", errors);
  ReportEntry entry;
  entry.id = table.required_text("id");
  entry.title = table.required_text("title");
  entry.file = table.required_text("file");
  entry.format = table.required_text("format");
  entry.template_name = table.text("template");
  entry.layout.facts = table.list("facts");
  entry.layout.columns = table.list("columns");
  entry.layout.sort = table.list("sort");
  entry.by_default = table.flag("default", true);
  check_entry(entry, node, table);
  table.finish();
  return entry;
}

void read_labels(TomlTable& root, Labels& labels, std::vector<Error>& errors) {
  const toml::table* const section = root.table("labels");
  if (section == nullptr) return;
  TomlTable table(*section, "[labels]", errors);
  for (const auto& [word, node] : *section) {
    labels.insert_or_assign(std::string(word.str()), table.text(word.str()));
  }
}

void read_summary(TomlTable& root, ReportWords& wording, std::vector<Error>& errors) {
  const toml::table* const section = root.table("summary");
  if (section == nullptr) return;
  TomlTable table(*section, "[summary]", errors);
  std::vector<std::string> routine = table.list("routine");
  std::vector<std::string> closed = table.list("closed");
  if (section->contains("routine")) wording.routine = std::move(routine);
  if (section->contains("closed")) wording.closed = std::move(closed);
  table.finish();
}

void read_bodies(TomlTable& root, ReportWords& wording, std::vector<Error>& errors) {
  for (const toml::table* node : root.tables("body-name")) {
    TomlTable table(*node, "[[body-name]]", errors);
    const std::string find = table.required_text("find");
    const auto pattern = std::make_shared<const RE2>(find, RE2::Quiet);
    if (!pattern->ok()) table.error(*node, "[[body-name]] find: " + pattern->error());
    wording.bodies.push_back({pattern, table.required_text("put")});
    table.finish();
  }
}

struct ReportList {
  std::vector<ReportEntry> entries;
  ReportWords wording;
};

// Adds the entries of one reports.toml; one with an id that is there replaces it in its place.
Result<void> add_list(const std::string& text, const std::string& file, ReportList& list) {
  std::vector<Error> errors;
  try {
    const toml::table parsed = toml::parse(text, file);
    TomlTable root(parsed, kList, errors);
    std::set<std::string> ids;
    for (const toml::table* node : root.tables("report")) {
      ReportEntry entry = read_entry(*node, errors);
      if (!ids.insert(entry.id).second) {
        root.error(*node, fmt::format("[[report]] id: '{}' stands twice in this list", entry.id));
      }
      const auto same = std::ranges::find(list.entries, entry.id, &ReportEntry::id);
      if (same == list.entries.end()) {
        list.entries.push_back(std::move(entry));
      } else {
        *same = std::move(entry);
      }
    }
    read_labels(root, list.wording.labels, errors);
    read_summary(root, list.wording, errors);
    read_bodies(root, list.wording, errors);
    root.finish();
  } catch (const toml::parse_error& error) {
    const toml::source_position at = error.source().begin;
    return fail(ErrorCode::configuration, fmt::format("{}:{}:{}", file, at.line, at.column),
                std::string(error.description()));
  }
  if (!errors.empty()) return tl::unexpected(errors.front());
  for (auto entry = list.entries.begin(); entry != list.entries.end(); ++entry) {
    const auto other = std::find_if(list.entries.begin(), entry, [&](const ReportEntry& one) {
      return lower_ascii(one.file) == lower_ascii(entry->file);
    });
    if (other == entry) continue;
    return fail(ErrorCode::configuration, file,
                fmt::format("the reports '{}' and '{}' would both be written to {}", other->id,
                            entry->id, entry->file));
  }
  return {};
}

Result<ReportList> read_lists(const std::filesystem::path& folder) {
  ReportList list;
  const Result<std::string> own = template_text({}, kList);
  if (!own) return tl::unexpected(own.error());
  if (const Result<void> added = add_list(*own, fmt::format("templates/{}", kList), list); !added) {
    return tl::unexpected(added.error());
  }
  if (folder.empty()) return list;
  if (!std::filesystem::is_directory(folder)) {
    return fail(ErrorCode::configuration, folder.string(), "no such folder of templates");
  }
  const std::filesystem::path path = folder / kList;
  if (!std::filesystem::exists(path)) return list;
  const Result<std::string> users = read_file(path, kTemplateBytes);
  if (!users) return tl::unexpected(users.error());
  const Result<void> added = add_list(*users, path.string(), list);
  if (!added) return tl::unexpected(added.error());
  return list;
}

// "Roadmap of SG13"; a title that says already what the report is stands alone.
std::string heading_of(const std::string& report, const std::string& title) {
  const bool says_it = search_key(title).find(search_key(report)) != std::string::npos;
  return title.empty() ? report : says_it ? title : report + " of " + title;
}

Emitter template_emitter(const ReportEntry& entry, const ReportWords& wording,
                         const std::filesystem::path& folder) {
  const auto emit = [entry, wording, folder](const ReportData& data,
                                             const EmitOptions&) -> Result<std::string> {
    const Result<std::string> text = template_text(folder, entry.template_name);
    if (!text) {
      return fail(ErrorCode::configuration,
                  fmt::format("report {}: template {}", entry.id, entry.template_name),
                  text.error().what);
    }
    const TemplateText others = [&](const std::string& name) {
      return template_text(folder, name);
    };
    const Shown own = {{"report_title", entry.title},
                       {"heading", heading_of(entry.title, data.results().title)}};
    Result<std::string> out = render(*text, entry.template_name, {&own, &data.view(wording)},
                                     escape_of(entry.format), others);
    if (!out || entry.format != "docx") return out;
    return docx_package(*out, entry.template_name, others);
  };
  return {entry.id, entry.file, entry.title, emit, entry.by_default};
}

Emitter register_emitter(const ReportEntry& entry) {
  const auto emit = [layout = entry.layout](const ReportData& data,
                                            const EmitOptions&) -> Result<std::string> {
    return register_csv(data.results(), layout);
  };
  return {entry.id, entry.file, entry.title, emit, entry.by_default};
}

}  // namespace

Result<std::string> template_text(const std::filesystem::path& folder, const std::string& name) {
  if (!folder.empty() && std::filesystem::exists(folder / name)) {
    return read_file(folder / name, kTemplateBytes);
  }
  for (const EmbeddedFile& file : embedded_templates()) {
    if (file.name == name) return std::string(file.bytes);
  }
  return fail(ErrorCode::configuration, name,
              folder.empty()
                  ? "there is no such template"
                  : fmt::format("no such template in {}, and none compiled in", folder.string()));
}

Result<TextReports> text_reports(const EmitOptions& options) {
  Result<ReportList> list = read_lists(options.templates);
  if (!list) return tl::unexpected(list.error());
  TextReports reports;
  reports.wording = std::move(list->wording);
  for (const ReportEntry& entry : list->entries) {
    reports.emitters.push_back(entry.template_name.empty()
                                   ? register_emitter(entry)
                                   : template_emitter(entry, reports.wording, options.templates));
  }
  return reports;
}

}  // namespace rapporteur
