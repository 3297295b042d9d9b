#include "pipeline/cli/report_choice.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <set>

#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

using Names = std::set<std::string, std::less<>>;

bool has(const std::vector<std::string>& list, std::string_view name) {
  return std::ranges::find(list, name) != list.end();
}

Result<void> check_names(const std::vector<std::string>& wanted, const Names& known,
                         const Names& listed, const char* option) {
  for (const std::string& name : wanted) {
    if (name == "all" || known.contains(name)) continue;
    const std::string_view meant = nearest(name, {known.begin(), known.end()});
    return fail(ErrorCode::configuration, fmt::format("{} {}", option, name),
                fmt::format("there is none of this name{}; known: all, {}",
                            meant.empty() ? "" : fmt::format(" (did you mean '{}'?)", meant),
                            fmt::join(listed, ", ")));
  }
  return {};
}

Result<void> check_choice(const std::vector<Emitter>& all, const ReportChoice& choice) {
  Names names;
  Names formats;
  Names ids;
  for (const Emitter& emitter : all) {
    names.emplace(report_name(emitter));
    formats.emplace(report_format(emitter));
    ids.insert(emitter.id);
  }
  ids.insert(names.begin(), names.end());
  const Result<void> known = check_names(choice.reports, ids, names, "--reports");
  return known ? check_names(choice.formats, formats, formats, "--formats") : known;
}

}  // namespace

std::string_view report_name(const Emitter& emitter) {
  return std::string_view(emitter.file_name).substr(0, emitter.file_name.find('.'));
}

std::string_view report_format(const Emitter& emitter) {
  return std::string_view(emitter.file_name).substr(emitter.file_name.rfind('.') + 1);
}

Result<std::vector<Emitter>> chosen(const std::vector<Emitter>& all, const ReportChoice& choice) {
  if (const Result<void> known = check_choice(all, choice); !known) {
    return tl::unexpected<Error>(known.error());
  }
  Names usual;  // reports that are written in some form without being asked
  for (const Emitter& emitter : all) {
    if (emitter.by_default) usual.emplace(report_name(emitter));
  }
  const bool every_report = has(choice.reports, "all");
  const bool every_format = has(choice.formats, "all");
  const auto is_wanted = [&](const Emitter& emitter) {
    const std::string_view name = report_name(emitter);
    if (has(choice.reports, emitter.id) && choice.formats.empty()) return true;
    const bool is_named = has(choice.reports, emitter.id) || has(choice.reports, name);
    if (!every_report && !choice.reports.empty() && !is_named) return false;
    if (choice.reports.empty() && !usual.contains(name)) return false;
    if (!choice.formats.empty()) return every_format || has(choice.formats, report_format(emitter));
    return emitter.by_default || every_report || !usual.contains(name);
  };
  std::string forms;
  for (const Emitter& emitter : all) {
    if (has(choice.reports, report_name(emitter)) || has(choice.reports, emitter.id)) {
      forms += fmt::format("{}{}", forms.empty() ? "; there are " : ", ", emitter.file_name);
    }
  }
  std::vector<Emitter> picked;
  std::ranges::copy_if(all, std::back_inserter(picked), is_wanted);
  if (!picked.empty()) return picked;
  return fail(ErrorCode::configuration, "--formats " + join(choice.formats, ","),
              "no report of the chosen ones has this form" + forms);
}

}  // namespace rapporteur
