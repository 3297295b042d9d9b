#include "pipeline/run/fingerprint.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "pipeline/base/files.hpp"
#include "pipeline/text/fold.hpp"
#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

constexpr std::size_t kNeighbours = 4;     // words on each side
constexpr std::size_t kLongestNumber = 3;  // digits; longer ones name documents and years
constexpr std::size_t kHexadecimals = 16;

bool is_number_part(std::string_view part) {
  if (!part.empty() && part.size() > 1 && is_alpha(part.back())) part.remove_suffix(1);
  return !part.empty() && part.size() <= kLongestNumber && std::ranges::all_of(part, is_digit);
}

// "7", "7.2.1", "7a", "A.3"; a letter alone is a word.
bool is_shifting_number(std::string_view word) {
  const std::vector<std::string_view> parts = split(word, '.');
  const bool lettered = parts.size() > 1 && parts[0].size() == 1 && is_alpha(parts[0][0]);
  return std::all_of(parts.begin() + (lettered ? 1 : 0), parts.end(), is_number_part);
}

bool is_punctuation(char c) {
  return std::string_view("()[]{},;:.!?\"'").find(c) != std::string_view::npos;
}

std::string masked(std::string_view word) {
  std::string_view core = word;
  while (!core.empty() && is_punctuation(core.front())) core.remove_prefix(1);
  while (!core.empty() && is_punctuation(core.back())) core.remove_suffix(1);
  if (core.empty() || !is_shifting_number(core)) return std::string(word);
  std::string out(word);
  return out.replace(static_cast<std::size_t>(core.data() - word.data()), core.size(), "#");
}

std::string last_words(const std::string& text) {
  const std::vector<std::string_view> all = words(text);
  const std::size_t from = all.size() > kNeighbours ? all.size() - kNeighbours : 0;
  return fmt::format("{}",
                     fmt::join(all.begin() + static_cast<std::ptrdiff_t>(from), all.end(), " "));
}

std::string first_words(const std::string& text) {
  std::vector<std::string_view> all = words(text);
  all.resize(std::min(all.size(), kNeighbours));
  return fmt::format("{}", fmt::join(all, " "));
}

std::string_view file_name(std::string_view path) { return path.substr(path.rfind('/') + 1); }

// A finding about the document as a whole has no words; then the message says which one it is.
std::string content_of(const LocatedFinding& finding) {
  const Place& place = finding.place;
  if (place.quote.empty()) return without_numbers(finding.message);
  return fmt::format("{}\n{}\n{}", last_words(without_numbers(place.before)),
                     without_numbers(place.quote), first_words(without_numbers(place.after)));
}

}  // namespace

std::string without_numbers(std::string_view text) {
  const std::string key = search_key(text);
  std::string out;
  for (const std::string_view word : words(key)) {
    if (!out.empty()) out += ' ';
    out += masked(word);
  }
  return out;
}

void add_fingerprints(Results& results) {
  std::map<std::string, int> seen;
  for (LocatedFinding& finding : results.findings) {
    const std::string content =
        fmt::format("{}\n{}\n{}", finding.rule, file_name(finding.document), content_of(finding));
    const std::string hash = sha256(content).substr(0, kHexadecimals);
    finding.fingerprint = fmt::format("{}:{}", hash, ++seen[hash]);
  }
}

}  // namespace rapporteur
