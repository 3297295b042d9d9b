// Rules about passages that say the same thing in two places of a document.

#include <algorithm>

#include "pipeline/text/words.hpp"
#include "validators/families.hpp"
#include "validators/reading/outline_reading.hpp"
#include "validators/reading/scan.hpp"
#include "validators/reading/shared_scan.hpp"

namespace rapporteur {
namespace {

std::string quoted(const std::vector<std::string_view>& only) {
  if (only.empty()) return "nothing";
  std::string out = "'";
  for (const std::string_view word : only) {
    if (out.size() > 1) out += ' ';
    out += word;
  }
  return out + "'";
}

// "WTSA-24" as "AAAA-99".
std::string shape(std::string_view word) {
  std::string out;
  for (const char c : word) out += is_digit(c) ? '9' : is_alpha(c) ? 'A' : c;
  return out;
}

// One number, date or code in the place of another of its kind: a slip that changes what is said.
bool differs_in_number(const Difference& difference) {
  const auto alike = [](std::string_view a, std::string_view b) {
    return std::ranges::any_of(a, is_digit) && shape(a) == shape(b);
  };
  return std::ranges::equal(difference.only_first, difference.only_second, alike);
}

constexpr RuleOption kOptions[] = {
    {"least", "14", "words that a passage must have"},
    {"fixed", "[]", "patterns of sentences that a template words", true},
};

constexpr std::string_view kDivergenceDoc = R"md(
Two passages that are nearly the same do not differ in a number, a name or a date: one of them was
changed and the other forgotten. Reported where a number differs; other differences are told as
information. Cells of one table and sentences of one clause are alike on purpose and not compared;
so are the sentences with which the template of a body begins its clauses.

```fail
%kind report
# 1 Summary
The Director submits the report of the advisory group on its work to the assembly of the year 2024 for consideration.
# 2 Introduction
The Director submits the report of the advisory group on its work to the assembly of the year 2020 for consideration.  <-- '2024' there, '2020' here
```

```pass
%kind report
# 1 Summary
The Director submits the report of the advisory group on its work to the assembly of the year 2024 for consideration.
# 2 Introduction
The Director submits the report of the advisory group on its work to the assembly of the year 2024 for consideration.
The group noted that the assembly in 2020 had asked for another report.
```

```pass
%kind report
# 5.1 Node to server
This configuration, illustrated in figure 5.1-1, allows a node to connect to a server by the binding.
# 5.2 Gateway to server
This configuration, illustrated in figure 5.2-1, allows a gateway to connect to a server by the binding.
```

```pass
%profile 3gpp
%kind unknown
# 3.1 Terms
For the purposes of the present document, the terms given in TR 21.905 [1] and the following apply.
A term defined in the present document takes precedence over the definition of the same term, if any, in TR 21.905 [1].
# 3.3 Abbreviations
For the purposes of the present document, the abbreviations given in TR 21.905 [1] and the following apply.
An abbreviation defined in the present document takes precedence over the definition of the same abbreviation, if any, in TR 21.905 [1].
```
)md";

// A copy that has an article or nothing of weight where the first has its tag ("AP1.3").
bool leaves_out_tag(const Difference& difference) {
  const auto has_code = [](const std::vector<std::string_view>& words) {
    return std::ranges::any_of(
        words, [](std::string_view word) { return std::ranges::any_of(word, is_digit); });
  };
  const bool first = has_code(difference.only_first);
  const bool second = has_code(difference.only_second);
  if (first == second) return false;
  return (first ? difference.only_second : difference.only_first).size() == 1;
}

// "Figure 5.2.1-1" within clause 5.2.1.
bool names_own_clause(const Document& doc, BlockId block,
                      const std::vector<std::string_view>& words) {
  const ClauseId clause = doc.clause_of(block);
  if (!clause || doc.clause(clause).number.empty()) return false;
  const std::string own = doc.clause(clause).number + "-";
  return std::ranges::any_of(words, [&](std::string_view word) { return word.starts_with(own); });
}

// Each of two passages speaks of what its own clause is about.
bool are_parallel(const Document& doc, const PassagePair& pair) {
  return names_own_clause(doc, pair.first->block, pair.difference.only_first) &&
         names_own_clause(doc, pair.second->block, pair.difference.only_second);
}

std::span<const PassagePair> pairs_of(const Subject& in) {
  return in.shared.near_passages(static_cast<std::size_t>(in.config.integer("least", 14)));
}

void check_divergence(const Subject& in, Report& report) {
  const std::vector<std::string>& fixed = in.config.list("fixed");
  for (const PassagePair& pair : pairs_of(in)) {
    if (leaves_out_tag(pair.difference) || matches_any(pair.second->text, fixed)) continue;
    if (are_parallel(in.doc, pair)) continue;
    Report level = differs_in_number(pair.difference) ? report : report.at_most(Severity::info);
    level.add_at(
        pair.second->block, report.range_of(pair.second->text),
        fmt::format("nearly the same as an earlier passage: {} there, {} here",
                    quoted(pair.difference.only_first), quoted(pair.difference.only_second)),
        {report.range_of(pair.first->text)});
  }
}

constexpr RuleOption kAssemblyOptions[] = {
    {"least", "14", "words that a passage must have"},
    {"assemblies", "[]", "patterns of the names of assemblies and conferences", true},
};

constexpr std::string_view kAssemblyDoc = R"md(
One text is addressed to one assembly: of two passages that are nearly the same, one does not name
another assembly or conference than the other. Sentences about an earlier assembly pass.

```fail
%kind report
# 1 Summary
The Director of the Bureau submits herewith the report of the advisory group to WTSA-24 for its consideration.
# 2 Introduction
The Director of the Bureau submits herewith the report of the advisory group to WTSA-20 for its consideration.  <-- WTSA-24 there, WTSA-20 here
```

```pass
%kind report
# 1 Summary
The Director of the Bureau submits herewith the report of the advisory group to WTSA-24 for its consideration.
# 2 Introduction
The group noted at every meeting the WTSA-20 Action Plan, a tool to keep track of the implementation of Resolutions.
```
)md";

std::string_view assembly_in(const std::vector<std::string_view>& words,
                             const std::vector<std::string>& patterns) {
  for (const std::string_view word : words) {
    for (const std::string& pattern : patterns) {
      if (found_in(word, pattern)) return word;
    }
  }
  return {};
}

void check_assembly(const Subject& in, Report& report) {
  const std::vector<std::string>& patterns = in.config.list("assemblies");
  for (const PassagePair& pair : pairs_of(in)) {
    const std::string_view first = assembly_in(pair.difference.only_first, patterns);
    const std::string_view second = assembly_in(pair.difference.only_second, patterns);
    if (first.empty() || second.empty()) continue;
    report.add_at(pair.second->block, report.range_of(second),
                  fmt::format("the same passage names {} there, {} here", first, second),
                  {report.range_of(first)});
  }
}

constexpr Rule kRules[] = {
    {.id = "assembly-mismatch",
     .group = "J",
     .severity = Severity::error,
     .summary = "one text is addressed to one assembly",
     .check = check_assembly,
     .doc = kAssemblyDoc,
     .options = kAssemblyOptions},
    {.id = "near-duplicate-divergence",
     .group = "J",
     .severity = Severity::warning,
     .summary = "nearly identical passages agree in numbers, names and dates",
     .check = check_divergence,
     .doc = kDivergenceDoc,
     .options = kOptions},
};

}  // namespace

std::span<const Rule> passage_rules() { return kRules; }

}  // namespace rapporteur
