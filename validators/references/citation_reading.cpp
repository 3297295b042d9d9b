#include "validators/references/citation_reading.hpp"

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

std::string citation_pattern(const std::vector<std::string>& words) {
  std::string alternatives;
  for (const std::string& word : words) {
    if (!alternatives.empty()) alternatives += '|';
    alternatives += "(?i:" + re2::RE2::QuoteMeta(word) + ")";
  }
  const std::string number = "(?:" + std::string(kNumber) + ")";
  return R"(\b()" + alternatives + R"()[ \t]+()" + number +
         R"((?:(?:, ?(?:and |or )?| (?:and|or|to|through) | ?[–&] ?))" + number +
         R"()*)( onwards)?)";
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

// Whether the name of another document stands right behind: "Table 2, Directive 5".
bool begins_with_document(std::string_view rest, const std::vector<std::string>& documents) {
  std::string_view words = rest;
  while (!words.empty() && std::string_view(" ),").find(words.front()) != words.npos) {
    words.remove_prefix(1);
  }
  return std::ranges::any_of(documents, [&](const std::string& pattern) {
    return found_in(words, "^(?:" + pattern + ")");
  });
}

// "clause 5.3, Table 2 of …": what is cited with it stands between it and the document.
std::string_view without_companion(std::string_view rest) {
  constexpr std::string_view kCompanion =
      R"(^(?:,|,? and) (?i:clause|table|figure|annex|appendix|note) (?:[A-Z][.-]?)?\d[\d.-]*)";
  const std::vector<Match> found = matches(rest, compiled(kCompanion));
  return found.empty() ? rest : rest.substr(found.front().text().size());
}

bool names_other_behind(std::string_view whole, const std::vector<std::string>& documents) {
  constexpr std::string_view kLocal =
      R"(^[ ,)]*(?:of|in|from|to|under|within) (?:this|the present|the following|clause|annex|the table))";
  constexpr std::string_view kOther =
      R"(^[ )]*(?:,? ?(?:of|from) |(?:,? ?(?:in|to|under|within|and|or)) (?:the )?(?:[A-Z\[]|document)|,? ?\[))";
  const std::string_view rest = without_companion(whole);
  if (found_in(rest, kLocal)) return false;
  return found_in(rest, kOther) || begins_with_document(rest, documents);
}

bool names_other_before(std::string_view sentence, const std::vector<std::string>& documents) {
  return std::ranges::any_of(
      documents, [&](const std::string& pattern) { return found_in(sentence, pattern); });
}

void append_numbers(std::string_view list, Citation& citation) {
  static const std::string kPattern = "(" + std::string(kNumber) + R"()|(\bto\b|\bthrough\b|–))";
  bool range = false;
  for (const Match& match : matches(list, compiled(kPattern))) {
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

std::vector<Citation> citations(SharedScan& shared, const std::vector<std::string>& words,
                                const std::vector<std::string>& documents) {
  std::vector<Citation> found;
  if (words.empty()) return found;
  const Document& doc = shared.doc();
  for (const PlacedMatch& hit : shared.matches(citation_pattern(words))) {
    const std::string_view block = doc.text(hit.block);
    // At the start of a line stands what is cited, not the citation.
    if (doc.block(hit.block).kind == BlockKind::caption) continue;
    Citation citation;
    citation.block = hit.block;
    citation.word = hit.group(1);
    citation.text = hit.text();
    citation.onwards = !hit.group(3).empty();
    append_numbers(hit.group(2), citation);
    citation.external = names_other_before(before_in_sentence(block, hit.text()), documents) ||
                        names_other_behind(after(block, hit.text()), documents);
    found.push_back(std::move(citation));
  }
  return found;
}

}  // namespace rapporteur
