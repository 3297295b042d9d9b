// Rules about passages that say the same thing in two places of a document.

#include <algorithm>
#include <cstdint>
#include <map>
#include <set>

#include "pipeline/text/words.hpp"
#include "validators/families.hpp"
#include "validators/scan.hpp"

namespace rapporteur {
namespace {

constexpr std::size_t kShingle = 4;  // words that two passages must share in a row to be compared
constexpr double kSimilar = 0.85;

struct Passage {
  Sentence sentence;
  std::vector<std::string_view> words;
};

struct Difference {
  std::vector<std::string_view> only_first;
  std::vector<std::string_view> only_second;
  double similarity = 0;
};

// What two word sequences do not share, by their longest common subsequence.
Difference compare(const std::vector<std::string_view>& a, const std::vector<std::string_view>& b) {
  const std::size_t width = b.size() + 1;
  std::vector<std::uint32_t> length((a.size() + 1) * width);
  for (std::size_t i = a.size(); i-- > 0;) {
    for (std::size_t j = b.size(); j-- > 0;) {
      length[i * width + j] =
          equals_ignoring_case(a[i], b[j])
              ? length[(i + 1) * width + j + 1] + 1
              : std::max(length[(i + 1) * width + j], length[i * width + j + 1]);
    }
  }
  Difference difference;
  difference.similarity =
      2.0 * static_cast<double>(length[0]) / static_cast<double>(a.size() + b.size());
  std::size_t i = 0;
  std::size_t j = 0;
  while (i < a.size() || j < b.size()) {
    if (i < a.size() && j < b.size() && equals_ignoring_case(a[i], b[j])) {
      ++i;
      ++j;
    } else if (j == b.size() ||
               (i < a.size() && length[(i + 1) * width + j] >= length[i * width + j + 1])) {
      difference.only_first.push_back(a[i++]);
    } else {
      difference.only_second.push_back(b[j++]);
    }
  }
  return difference;
}

std::vector<Passage> passages(const Document& doc, std::size_t least) {
  constexpr std::size_t kLongest = 400;  // words; a longer one is a page, not a passage
  std::vector<Passage> all;
  for (const Sentence& sentence : sentences(doc)) {
    std::vector<std::string_view> found = tokens(sentence.text);
    if (found.size() >= least && found.size() <= kLongest) {
      all.push_back({sentence, std::move(found)});
    }
  }
  return all;
}

struct Pair {
  const Passage* first;
  const Passage* second;
  Difference difference;
};

// Where the same words stand in two cells of one table, the rows are meant to be alike.
bool comparable(const Document& doc, const Passage& a, const Passage& b) {
  const Block& first = doc.block(a.sentence.block);
  const Block& second = doc.block(b.sentence.block);
  if (first.cell && second.cell) return doc.cell(first.cell).table != doc.cell(second.cell).table;
  if (first.cell || second.cell) return true;
  return doc.clause_of(a.sentence.block) != doc.clause_of(b.sentence.block);
}

std::string shingle(const Passage& passage, std::size_t at) {
  std::string key;
  for (std::size_t i = at; i < at + kShingle; ++i) key += lower_ascii(passage.words[i]) + ' ';
  return key;
}

// Two web pages told in the same words are two pages.
bool differs_in_address(const Difference& difference) {
  const auto is_address = [](std::string_view word) {
    return word.find('/') != word.npos && word.find('.') != word.npos;
  };
  return std::ranges::any_of(difference.only_first, is_address);
}

// Pairs of passages that are alike but not the same. Each passage is compared with the earlier
// ones it shares the most rows of words with.
std::vector<Pair> divergent_pairs(const Document& doc, const std::vector<Passage>& all) {
  constexpr std::size_t kCommonplace = 8;  // a row of words in more passages tells nothing
  std::map<std::string, std::vector<std::size_t>> index;
  std::vector<Pair> pairs;
  for (std::size_t i = 0; i < all.size(); ++i) {
    std::map<std::size_t, std::size_t> shared;
    for (std::size_t at = 0; at + kShingle <= all[i].words.size(); ++at) {
      std::vector<std::size_t>& holders = index[shingle(all[i], at)];
      if (holders.size() < kCommonplace) {
        for (const std::size_t holder : holders) ++shared[holder];
      }
      if (holders.empty() || holders.back() != i) holders.push_back(i);
    }
    for (const auto& [j, count] : shared) {
      if (j == i || count * 2 < all[i].words.size() - kShingle) continue;
      if (!comparable(doc, all[j], all[i])) continue;
      Difference difference = compare(all[j].words, all[i].words);
      // What was only added or left out, such as a tag in front, takes nothing back.
      const bool apart = !difference.only_first.empty() && !difference.only_second.empty();
      if (!apart || differs_in_address(difference) || difference.similarity < kSimilar) continue;
      pairs.push_back({&all[j], &all[i], std::move(difference)});
    }
  }
  return pairs;
}

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

constexpr RuleOption kOptions[] = {{"least", "14", "words that a passage must have"}};

constexpr std::string_view kDivergenceDoc = R"md(
Two passages that are nearly the same do not differ in a number, a name or a date: one of them was
changed and the other forgotten. Reported where a number differs; other differences are told as
information. Cells of one table and sentences of one clause are alike on purpose and not compared.

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
)md";

std::vector<Pair> pairs_of(const Subject& in, std::vector<Passage>& storage) {
  storage = passages(in.doc, static_cast<std::size_t>(in.config.integer("least", 14)));
  return divergent_pairs(in.doc, storage);
}

void check_divergence(const Subject& in, Report& report) {
  std::vector<Passage> storage;
  for (const Pair& pair : pairs_of(in, storage)) {
    Report level = differs_in_number(pair.difference) ? report : report.at_most(Severity::info);
    level.add_at(
        pair.second->sentence.block, report.range_of(pair.second->sentence.text),
        fmt::format("nearly the same as an earlier passage: {} there, {} here",
                    quoted(pair.difference.only_first), quoted(pair.difference.only_second)),
        {report.range_of(pair.first->sentence.text)});
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
  std::vector<Passage> storage;
  for (const Pair& pair : pairs_of(in, storage)) {
    const std::string_view first = assembly_in(pair.difference.only_first, patterns);
    const std::string_view second = assembly_in(pair.difference.only_second, patterns);
    if (first.empty() || second.empty()) continue;
    report.add_at(pair.second->sentence.block, report.range_of(second),
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
