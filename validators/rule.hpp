#pragma once

#include <fmt/format.h>

#include <algorithm>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "pipeline/model/document.hpp"
#include "pipeline/model/finding.hpp"
#include "pipeline/profile/profile.hpp"

namespace rapporteur {

// Where a check writes what it found. Knows rule and severity, so a check gives only place and
// message. A message names the thing, its place and what was expected, without a full stop.
class Report {
 public:
  Report(std::string_view rule, Severity severity, const Document& doc,
         std::vector<Finding>& findings)
      : rule_(rule), severity_(severity), doc_(doc), findings_(findings) {}

  // The whole block.
  template <class... Args>
  void add(BlockId block, fmt::format_string<Args...> format, Args&&... args) {
    add_at(block, {}, fmt::format(format, std::forward<Args>(args)...));
  }
  // The words at `where` (of the document's text) in `block`; `related` are other places that
  // take part, such as the first of two equal numbers.
  void add_at(BlockId block, TextRange where, std::string message,
              std::vector<TextRange> related = {});
  // The same report at a severity no higher than this, for what is less than a fault.
  Report at_most(Severity severity) const {
    Report lower = *this;
    lower.severity_ = std::min(severity_, severity);
    return lower;
  }
  // A view into the document's text as a range of it.
  TextRange range_of(std::string_view part_of_text) const;

 private:
  std::string_view rule_;
  Severity severity_;
  const Document& doc_;
  std::vector<Finding>& findings_;
};

class SharedScan;

// What a check is given: the document, the options of its rule, the profile for what is not the
// rule's own (the forms of captions and identifiers, the words of positions), and what is looked
// for once for all rules.
struct Subject {
  const Document& doc;
  const RuleConfig& config;
  const Profile& profile;
  SharedScan& shared;
};

using Check = void (*)(const Subject&, Report&);

// An option that a profile may set.
struct RuleOption {
  std::string_view name;
  std::string_view fallback;  // as it would stand in the profile: "5", "true", "[]"
  std::string_view help;      // one line
  bool pattern = false;       // its text or texts are regular expressions
};

// A rule is a value: what it is called, how it is checked, and the page that explains it.
//
// `doc` is Markdown. Its ```fail and ```pass blocks are documents in the sketch notation; the tests
// run the check on each with the profile's options, and `<--` marks what must be reported. A rule
// without at least one of each does not pass the tests. A ```options block sets options, in TOML,
// for the examples of its page.
struct Rule {
  std::string_view id;
  std::string_view group;  // "A" to "J", the catalogue's
  Severity severity = Severity::warning;
  std::string_view summary;  // what holds when the rule is kept
  Check check = nullptr;
  std::string_view doc;
  std::span<const RuleOption> options = {};
  std::string_view kinds = {};  // document kinds it runs on, blank between; empty: all
};

// Every rule written in C++, by family.
std::span<const Rule* const> all_rules();
const Rule* find_rule(std::string_view id);

// Runs what the profile switches on: the rules in registry order, then the pattern rules, then
// sorts by place. `doc.identity().kind` decides which rules apply.
std::vector<Finding> check(const Document& doc, const Profile& profile);

// The findings of one rule alone with the profile's options, even where the profile has it off or
// for other kinds of document. For examples.
std::vector<Finding> check_rule(const Rule& rule, const Document& doc, const Profile& profile);

// Names in the profile that no rule has, options that a rule does not declare: each with file,
// line, column and the nearest valid name.
std::vector<Error> check_rule_settings(const Profile& profile);

// "ingest/damaged-part" …: what the reader had to say, as findings.
std::vector<Finding> ingest_findings(const Document& doc);
std::vector<std::string_view> ingest_rule_ids();

}  // namespace rapporteur
