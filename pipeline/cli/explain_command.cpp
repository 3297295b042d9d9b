#include <fmt/format.h>

#include <memory>
#include <optional>

#include "pipeline/cli/command.hpp"
#include "pipeline/cli/output.hpp"
#include "pipeline/run/configure.hpp"
#include "pipeline/text/words.hpp"
#include "validators/rule_docs.hpp"

namespace rapporteur {
namespace {

struct Options {
  ReadingOptions reading;
  std::string rule;
};

int report_unknown(const std::string& rule, const std::vector<Profile>& profiles) {
  const std::vector<RulePage> pages = rule_pages(profiles);
  std::vector<std::string_view> known;
  for (const RulePage& page : pages) known.push_back(page.id);
  const std::string_view meant = nearest(rule, known);
  return report_error(
      {ErrorCode::configuration, rule,
       fmt::format("there is no such rule{}; 'rapporteur rules' lists them",
                   meant.empty() ? "" : fmt::format(" (did you mean '{}'?)", meant))});
}

int run(const Options& options) {
  const Result<std::vector<Profile>> profiles =
      load_profiles(ProfileSource(options.reading.profiles), options.reading.profile);
  if (!profiles) return report_error(profiles.error());
  const std::optional<std::string> page = rule_page(options.rule, *profiles);
  if (!page) return report_unknown(options.rule, *profiles);
  if (const Result<void> put = put_out(*page, {}); !put) return report_error(put.error());
  return kExitClean;
}

}  // namespace

Command explain_command(CLI::App& root) {
  CLI::App* const app =
      root.add_subcommand("explain", "Show what a rule wants, where it comes from, and examples");
  const auto options = std::make_shared<Options>();
  app->add_option("RULE", options->rule, "id of the rule")->required();
  declare_profile(*app, options->reading);
  return {app, [options] { return run(*options); }};
}

}  // namespace rapporteur
