#include "validators/rule_docs.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

struct Group {
  char letter;
  std::string_view name;
};

constexpr Group kGroups[] = {
    {'A', "Document identity and numbering"},
    {'B', "Header and cover"},
    {'C', "Structure and mandatory clauses"},
    {'D', "Numbering of clauses, tables, figures, annexes, lists"},
    {'E', "Cross references"},
    {'F', "Normative language and wording"},
    {'G', "References"},
    {'H', "Terms, definitions, abbreviations"},
    {'I', "Procedure and deadlines"},
    {'J', "Consistency of what a document tells"},
};

std::string_view group_name(std::string_view letter) {
  const auto found = std::ranges::find_if(
      kGroups, [&](const Group& group) { return letter == std::string_view(&group.letter, 1); });
  return found == std::end(kGroups) ? std::string_view("Other rules") : found->name;
}

RulePage page_of(const Rule& rule) {
  return {std::string(rule.id),
          std::string(rule.group),
          rule.severity,
          std::string(rule.summary),
          std::string(rule.doc),
          std::string(rule.kinds),
          {rule.options.begin(), rule.options.end()},
          false};
}

RulePage page_of(const PatternRule& rule) {
  return {rule.id, rule.group, rule.severity, rule.summary, rule.doc, join(rule.kinds, " "),
          {},      true};
}

// How a profile sets a rule.
struct Setting {
  bool on = false;
  Severity severity = Severity::warning;
  std::string source;
};

Setting setting_of(const RulePage& page, const Profile& profile) {
  const auto config = profile.rules.find(page.id);
  if (config != profile.rules.end()) {
    return {config->second.enabled, config->second.severity.value_or(page.severity),
            config->second.source};
  }
  const auto pattern = std::ranges::find(profile.pattern_rules, page.id, &PatternRule::id);
  if (pattern == profile.pattern_rules.end()) return {};
  return {pattern->enabled, pattern->severity, pattern->source};
}

std::string settings_table(const RulePage& page, const std::vector<Profile>& profiles) {
  std::string out = "| profile | severity | enforces |\n|---|---|---|\n";
  for (const Profile& profile : profiles) {
    const Setting setting = setting_of(page, profile);
    out +=
        fmt::format("| {} | {} | {} |\n", profile.name, setting.on ? name(setting.severity) : "off",
                    setting.on ? setting.source : "");
  }
  return out;
}

std::string options_table(const std::vector<RuleOption>& options) {
  if (options.empty()) return "";
  std::string out = "\n## Options\n\n| option | default | meaning |\n|---|---|---|\n";
  for (const RuleOption& option : options) {
    out += fmt::format("| `{}` | `{}` | {} |\n", option.name, option.fallback, option.help);
  }
  return out;
}

std::string precision_line(const RulePage& page, const Judgements& judgements) {
  const auto found = judgements.find(page.id);
  if (found == judgements.end()) return "";
  return fmt::format("\nPrecision: {} of {} findings in real documents judged right.\n",
                     found->second.right, found->second.all);
}

std::string render(const RulePage& page, const std::vector<Profile>& profiles,
                   const Judgements& judgements = {}) {
  std::string out = fmt::format("# {}\n\nKept when {}.\n\nGroup {}, {}. ", page.id, page.summary,
                                page.group, group_name(page.group));
  if (page.kinds.empty()) {
    out += "Checked in every kind of document unless the profile names some.\n\n";
  } else {
    out += fmt::format("Checked in: {}.\n\n", page.kinds);
  }
  out += settings_table(page, profiles);
  out += precision_line(page, judgements);
  out += options_table(page.options);
  out += fmt::format("\n## What it wants\n\n{}\n", trim(page.doc));
  out +=
      "\nIn the examples `<--` marks the line that is reported and words of the message; the tests "
      "run each of them.\n";
  return out;
}

std::size_t count_examples(std::string_view doc) {
  std::size_t count = 0;
  for (const std::string_view fence : {"```fail", "```pass"}) {
    for (std::size_t at = doc.find(fence); at != doc.npos; at = doc.find(fence, at + 1)) ++count;
  }
  return count;
}

std::string link(const RulePage& page, std::string_view folder) {
  return fmt::format("[{}]({}{}.md)", page.id, folder, page.id);
}

std::string index_page(const std::vector<RulePage>& pages) {
  std::string out = fmt::format(
      "# Rules\n\n{} rules. Each page says what the rule wants, where it is on and from which "
      "clause, and shows examples that the tests run. Generated; do not edit.\n",
      pages.size());
  for (const Group& group : kGroups) {
    std::string rows;
    for (const RulePage& page : pages) {
      if (page.group != std::string_view(&group.letter, 1)) continue;
      rows += fmt::format("| {} | {} | {} |\n", link(page, ""), name(page.severity), page.summary);
    }
    if (rows.empty()) continue;
    out += fmt::format("\n## {}. {}\n\n| rule | severity | kept when |\n|---|---|---|\n{}",
                       group.letter, group.name, rows);
  }
  return out;
}

// Drafting clause -> rules -> examples.
std::string sources_table(const std::vector<RulePage>& pages, const Profile& profile) {
  std::map<std::string, std::vector<const RulePage*>> sources;
  for (const RulePage& page : pages) {
    const Setting setting = setting_of(page, profile);
    if (!setting.on) continue;
    const std::string source = setting.source.empty() ? "(good practice)" : setting.source;
    sources[source].push_back(&page);
  }
  std::string out = "| enforces | rule | severity | examples |\n|---|---|---|---|\n";
  for (const auto& [source, rules] : sources) {
    for (const RulePage* page : rules) {
      out += fmt::format("| {} | {} | {} | {} |\n", source, link(*page, "../rules/"),
                         name(setting_of(*page, profile).severity), count_examples(page->doc));
    }
  }
  return out;
}

std::string off_list(const std::vector<RulePage>& pages, const Profile& profile) {
  std::string out;
  for (const RulePage& page : pages) {
    if (!setting_of(page, profile).on) out += fmt::format("- {}\n", link(page, "../rules/"));
  }
  return out.empty() ? out : "\n## Built, but off in this profile\n\n" + out;
}

std::string gaps_list(const Profile& profile) {
  if (profile.gaps.empty()) return "";
  std::string out = "\n## Not checked\n\n";
  for (const RuleGap& gap : profile.gaps) {
    out += fmt::format("- {}: {}.\n", join(gap.rules, ", "), gap.reason);
  }
  return out;
}

std::string coverage_page(const std::vector<RulePage>& pages, const Profile& profile) {
  return fmt::format(
             "# Coverage: {}\n\nWhat is checked in {}, by the clause it comes from, and what is "
             "not. Generated; do not edit.\n\n",
             profile.name, profile.title) +
         sources_table(pages, profile) + off_list(pages, profile) + gaps_list(profile);
}

}  // namespace

Judgements read_judgements(std::string_view tsv) {
  constexpr std::size_t kVerdict = 3;  // column
  Judgements counts;
  for (const std::string_view line : split(tsv, '\n')) {
    const std::vector<std::string_view> columns = split(line, '\t');
    if (line.starts_with('#') || columns.size() <= kVerdict) continue;
    Judged& judged = counts[std::string(columns[0])];
    ++judged.all;
    if (columns[kVerdict] == "right") ++judged.right;
  }
  return counts;
}

std::vector<RulePage> rule_pages(const std::vector<Profile>& profiles) {
  std::map<std::string, RulePage> pages;
  for (const Rule* rule : all_rules()) pages.emplace(std::string(rule->id), page_of(*rule));
  for (const Profile& profile : profiles) {
    for (const PatternRule& rule : profile.pattern_rules) pages.emplace(rule.id, page_of(rule));
  }
  std::vector<RulePage> sorted;
  for (auto& [id, page] : pages) sorted.push_back(std::move(page));
  return sorted;
}

std::optional<std::string> rule_page(std::string_view id, const std::vector<Profile>& profiles) {
  for (const RulePage& page : rule_pages(profiles)) {
    if (page.id == id) return render(page, profiles);
  }
  return {};
}

std::vector<std::pair<std::string, std::string>> generated_pages(
    const std::vector<Profile>& profiles, const Judgements& judgements) {
  const std::vector<RulePage> pages = rule_pages(profiles);
  std::vector<std::pair<std::string, std::string>> files;
  for (const RulePage& page : pages) {
    files.emplace_back("docs/rules/" + page.id + ".md", render(page, profiles, judgements));
  }
  files.emplace_back("docs/rules/index.md", index_page(pages));
  for (const Profile& profile : profiles) {
    files.emplace_back("docs/coverage/" + profile.name + ".md", coverage_page(pages, profile));
  }
  return files;
}

Result<std::vector<std::pair<std::string, std::string>>> generated_pages(
    const ProfileSource& source, const Judgements& judgements) {
  std::vector<Profile> profiles;
  for (const std::string& name : source.names()) {
    Result<Profile> profile = source.load(name);
    if (!profile) return tl::unexpected<Error>(profile.error());
    profiles.push_back(std::move(*profile));
  }
  return generated_pages(profiles, judgements);
}

}  // namespace rapporteur
