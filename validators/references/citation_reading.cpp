#include "validators/references/citation_reading.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "pipeline/text/words.hpp"
#include "validators/reading/scan.hpp"
#include "validators/reading/sequence.hpp"
#include "validators/reading/shared_scan.hpp"

namespace rapporteur {
namespace {

constexpr int kLongestRange = 200;

// "3", "3.2", "A.1", "5.2-1", "3.A.1", "B", "IV".
constexpr std::string_view kNumber =
    R"((?:[A-Z][.-])?\d+(?:[.-](?:\d+|[A-Z]))*[a-z]?\b|[A-Z]\b|[IVX]+\b)";

// Texts one of which stands there, as a pattern; without any one that matches nowhere.
std::string any_of(const std::vector<std::string>& patterns) {
  return patterns.empty() ? R"([^\s\S])" : fmt::format("(?:{})", fmt::join(patterns, "|"));
}

std::string option(const RuleConfig& config, std::string_view name) {
  const std::string pattern = config.text(name, "");
  return any_of(pattern.empty() ? std::vector<std::string>() : std::vector{pattern});
}

// The options of a rule as expressions.
struct CitationWords {
  explicit CitationWords(const RuleConfig& config);

  Expression citation;  // groups: the word, the numbers, what makes it go on
  Expression number_or_range;
  Expression document;
  Expression document_behind;
  Expression companion;
  Expression inside;
  Expression outside;
};

CitationWords::CitationWords(const RuleConfig& config) {
  std::vector<std::string> words;
  for (const std::string& word : config.list("words")) {
    words.push_back("(?i:" + re2::RE2::QuoteMeta(word) + ")");
  }
  const std::string number = fmt::format("(?:{})", kNumber);
  citation = Expression(fmt::format(R"(\b({})[ \t]+({}(?:{}{})*)({})?)", any_of(words), number,
                                    option(config, "between"), number, option(config, "onwards")));
  number_or_range = Expression(fmt::format("({})|({})", kNumber, option(config, "ranges")));
  const std::string documents = any_of(config.list("documents"));
  document = Expression(documents);
  document_behind = Expression("^[ ),]*" + documents);
  companion = Expression("^" + option(config, "companion"));
  inside = Expression("^" + option(config, "inside"));
  outside = Expression("^" + option(config, "outside"));
}

// The sentence up to the citation, and the text behind it.
std::string_view before_in_sentence(std::string_view block, std::string_view cited) {
  for (const std::string_view sentence : sentences(block)) {
    if (sentence.data() <= cited.data() && cited.data() < sentence.data() + sentence.size()) {
      return {sentence.data(), static_cast<std::size_t>(cited.data() - sentence.data())};
    }
  }
  return {};
}

std::string_view after(std::string_view block, std::string_view cited) {
  const auto end = static_cast<std::size_t>(cited.data() + cited.size() - block.data());
  return block.substr(std::min(end, block.size()));
}

// "clause 5.3, Table 2 of …": what is cited with it stands between it and the document.
std::string_view without_companion(std::string_view rest, const CitationWords& words) {
  const std::vector<PatternMatch> found = matches(rest, *words.companion);
  return found.empty() ? rest : rest.substr(found.front().text().size());
}

bool names_other_behind(std::string_view whole, const CitationWords& words) {
  const std::string_view rest = without_companion(whole, words);
  if (re2::RE2::PartialMatch(rest, *words.inside)) return false;
  // "Table 2, Directive 5"
  return re2::RE2::PartialMatch(rest, *words.outside) ||
         re2::RE2::PartialMatch(rest, *words.document_behind);
}

void append_numbers(std::string_view list, const CitationWords& words, Citation& citation) {
  bool range = false;
  for (const PatternMatch& match : matches(list, *words.number_or_range)) {
    if (!match.groups[2].empty()) {
      range = true;
      continue;
    }
    std::vector<std::string> more{std::string(match.text())};
    if (range && !citation.numbers.empty()) {
      more = spelled_out(citation.numbers.back(), match.text());
      more.erase(more.begin());
    }
    range = false;
    citation.numbers.insert(citation.numbers.end(), more.begin(), more.end());
  }
}

// What passages of another text cite is found in that text.
bool is_in_excerpt(const Document& doc, BlockId block) {
  const ScopeId scope = doc.scope_of(block);
  return scope && doc.scope(scope).kind == ScopeKind::excerpt;
}

}  // namespace

std::vector<std::string> spelled_out(std::string_view from, std::string_view to) {
  const Numbered first = numbered(from, {});
  const Numbered last = numbered(to, {});
  const bool range = first.parent == last.parent && first.last >= 0 && first.last < last.last &&
                     last.last - first.last <= kLongestRange;
  if (!range) return {std::string(from), std::string(to)};
  std::vector<std::string> all;
  const std::string stem(from.substr(0, from.size() - std::to_string(first.last).size()));
  for (int i = first.last; i <= last.last; ++i) all.push_back(stem + std::to_string(i));
  return all;
}

std::vector<Citation> citations(const Subject& in) {
  std::vector<Citation> found;
  if (in.config.list("words").empty()) return found;
  const CitationWords words(in.config);
  for (const PlacedMatch& hit : in.shared.matches(words.citation)) {
    const std::string_view block = in.doc.text(hit.block);
    // At the start of a line stands what is cited, not the citation.
    if (in.doc.block(hit.block).kind == BlockKind::caption) continue;
    Citation citation;
    citation.block = hit.block;
    citation.word = hit.group(1);
    citation.text = hit.text();
    citation.onwards = !hit.group(3).empty();
    append_numbers(hit.group(2), words, citation);
    const std::string_view before = before_in_sentence(block, hit.text());
    citation.external = re2::RE2::PartialMatch(before, *words.document) ||
                        names_other_behind(after(block, hit.text()), words) ||
                        is_in_excerpt(in.doc, hit.block);
    found.push_back(std::move(citation));
  }
  return found;
}

std::size_t least_targets(const Subject& in, std::int64_t fallback) {
  return static_cast<std::size_t>(in.config.integer("least", fallback));
}

std::string number_shape(std::string_view number) {
  std::string out;
  for (const char c : number) {
    const char kind = is_digit(c) ? '9' : is_alpha(c) ? 'A' : c;
    if (out.empty() || out.back() != kind) out += kind;
  }
  return out;
}

}  // namespace rapporteur
