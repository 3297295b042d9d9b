#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "pipeline/cli/command.hpp"
#include "pipeline/cli/id_in_files.hpp"
#include "pipeline/run/configure.hpp"
#include "pipeline/text/fold.hpp"

namespace rapporteur {
namespace {

struct Options {
  std::vector<std::string> texts;
  std::vector<std::filesystem::path> files;
  std::string profile;
  std::filesystem::path profiles;
  std::string format = "text";
};

// What is to be said about one argument.
struct Answer {
  std::string text;
  std::optional<Identifier> found;  // as it stands, or as it was meant
  std::string key;
  std::string fault;  // "" when the text is a whole identifier
};

// Of a list, or of words with identifiers in them, which they are.
std::string fault_of(const std::string& text, const IdentifierGrammar& grammar) {
  std::vector<std::string> inside;
  for (const Identifier& one : grammar.scan(text)) inside.push_back(one.canonical);
  if (inside.empty()) return "no identifier of this profile";
  return fmt::format("not one identifier but words with {}; give each by itself",
                     fmt::join(inside, ", "));
}

Answer answer_for(const std::string& text, const IdentifierGrammar& grammar) {
  Answer answer{text, {}, {}, {}};
  std::string folded;
  append_folded(text, folded);
  answer.found = grammar.parse(folded);
  if (!answer.found) {
    if (std::optional<ReadTolerantly> read = grammar.parse_tolerantly(folded)) {
      answer.found = std::move(read->meant);
      answer.fault = std::move(read->fault);
    } else {
      answer.fault = fault_of(folded, grammar);
    }
  }
  if (answer.found) answer.key = grammar.key(*answer.found);
  return answer;
}

void print_text(const Answer& answer) {
  fmt::print("{}\n", answer.text);
  if (!answer.fault.empty()) {
    const std::string meant =
        answer.found ? fmt::format("; did you mean {}?", answer.found->canonical) : "";
    fmt::print("  wrong      {}{}\n", answer.fault, meant);
  }
  if (!answer.found) return;
  fmt::print("  family     {}\n  canonical  {}\n  document   {}\n  file name  {}\n",
             answer.found->family, answer.found->canonical, answer.key,
             IdentifierGrammar::file_name(*answer.found));
  for (const auto& [name, value] : answer.found->fields) {
    if (!value.empty()) fmt::print("  {:<10} {}\n", name, value);
  }
}

nlohmann::ordered_json as_json(const Answer& answer) {
  nlohmann::ordered_json out{{"text", answer.text}, {"valid", answer.fault.empty()}};
  if (!answer.fault.empty()) out["fault"] = answer.fault;
  if (!answer.found) return out;
  out["family"] = answer.found->family;
  out["canonical"] = answer.found->canonical;
  out["document"] = answer.key;
  out["file_name"] = IdentifierGrammar::file_name(*answer.found);
  nlohmann::ordered_json fields = nlohmann::ordered_json::object();
  for (const auto& [name, value] : answer.found->fields) fields[name] = value;
  out["fields"] = std::move(fields);
  return out;
}

int run(const Options& options) {
  if (options.texts.empty() == options.files.empty()) {
    return report_error(
        {ErrorCode::configuration, "id", "give identifiers, or files with --in, one of them"});
  }
  if (!options.files.empty()) {
    return print_identifiers(
        {options.files, options.profile, options.profiles, options.format == "json"});
  }
  const ProfileSource source(options.profiles);
  const Result<Profile> profile =
      source.load(options.profile.empty() ? source.default_name() : options.profile);
  if (!profile) return report_error(profile.error());
  nlohmann::ordered_json all = nlohmann::ordered_json::array();
  bool valid = true;
  for (const std::string& text : options.texts) {
    const Answer answer = answer_for(text, profile->grammar);
    valid = valid && answer.fault.empty();
    if (options.format == "json") {
      all.push_back(as_json(answer));
    } else {
      print_text(answer);
    }
  }
  if (options.format == "json") {
    fmt::print("{}\n", all.dump(2, ' ', false, nlohmann::json::error_handler_t::replace));
  }
  return valid ? kExitClean : kExitFindings;
}

}  // namespace

Command id_command(CLI::App& root) {
  CLI::App* const app =
      root.add_subcommand("id", "Read document identifiers and say what is wrong with them");
  const auto options = std::make_shared<Options>();
  app->add_option("TEXT", options->texts, "an identifier: TD439, \"ITU-T Y.3800\"");
  app->add_option("--in", options->files, "documents whose identifiers are listed instead")
      ->check(CLI::ExistingFile);
  app->add_option(
      "-p,--profile", options->profile,
      "standards body whose identifiers are read (default: the profile that says so; in documents "
      "the one that fits)");
  app->add_option("--profiles", options->profiles, "folder with profiles of your own, read first")
      ->check(CLI::ExistingDirectory);
  app->add_option("-f,--format", options->format, "text or json")
      ->check(CLI::IsMember({"text", "json"}))
      ->capture_default_str();
  return {app, [options] { return run(*options); }};
}

}  // namespace rapporteur
