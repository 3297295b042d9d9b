#include "pipeline/text/language.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <set>

#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

constexpr std::size_t kRead = 20000;        // bytes looked at
constexpr std::size_t kLeastLetters = 40;   // of a script, or nothing is said
constexpr std::size_t kLeastStopWords = 5;  // of a language

struct Script {
  char32_t first;
  char32_t last;
  const char* language;
};
// A text with kana is Japanese however many of its characters are Chinese: it stands before them.
constexpr Script kScripts[] = {{0x0600, 0x06FF, "ar"},
                               {0x0400, 0x04FF, "ru"},
                               {0xAC00, 0xD7A3, "ko"},
                               {0x3040, 0x30FF, "ja"},
                               {0x4E00, 0x9FFF, "zh"}};

struct StopWords {
  const char* language;
  std::set<std::string_view> words;  // those that the others do not have
};

const std::array<StopWords, 4>& stop_words() {
  static const std::array<StopWords, 4> kAll = {
      {{"en",
        {"the", "of", "and", "to", "is", "that", "for", "with", "this", "be", "are", "by", "from",
         "which", "shall", "was", "has", "not", "it"}},
       {"fr",
        {"le", "les", "des", "du", "et", "dans", "une", "est", "pour", "par", "sur", "au", "aux",
         "sont", "avec", "qui", "cette", "ces", "ou"}},
       {"es",
        {"el", "los", "las", "del", "y", "una", "para", "por", "con", "que", "se", "al", "como",
         "sus", "esta", "lo", "su", "o"}},
       {"de",
        {"der", "die", "das", "und", "den", "dem", "ist", "nicht", "ein", "eine", "mit", "von",
         "zu", "im", "auf", "werden", "sich", "wird"}}}};
  return kAll;
}

// The code point of the sequence that begins at `at`; `at` moves behind it. Well-formed UTF-8.
char32_t next(std::string_view text, std::size_t& at) {
  const auto lead = static_cast<unsigned char>(text[at++]);
  if (lead < 0x80) return lead;
  const int more = lead >= 0xF0 ? 3 : lead >= 0xE0 ? 2 : 1;
  char32_t point = lead & (0x3FU >> static_cast<unsigned>(more));
  for (int i = 0; i < more && at < text.size(); ++i) {
    point = point << 6U | (static_cast<unsigned char>(text[at++]) & 0x3FU);
  }
  return point;
}

std::string by_script(std::string_view text) {
  std::array<std::size_t, std::size(kScripts)> counts{};
  std::size_t latin = 0;
  for (std::size_t at = 0; at < text.size();) {
    if (is_alpha(text[at])) ++latin;
    const char32_t point = next(text, at);
    for (std::size_t i = 0; i < std::size(kScripts); ++i) {
      if (kScripts[i].first <= point && point <= kScripts[i].last) ++counts[i];
    }
  }
  for (std::size_t i = 0; i < std::size(kScripts); ++i) {
    // A character of these says more than a Latin letter does.
    const bool dense = kScripts[i].first >= 0x3000;
    if (counts[i] >= kLeastLetters / (dense ? 4 : 1) && counts[i] * (dense ? 4 : 1) > latin) {
      return kScripts[i].language;
    }
  }
  return {};
}

std::string by_stop_words(std::string_view text) {
  const auto& all = stop_words();
  std::array<std::size_t, 4> counts{};
  for (const std::string_view word : words(text)) {
    const std::string lower = lower_ascii(word);
    for (std::size_t i = 0; i < all.size(); ++i) counts[i] += all[i].words.contains(lower) ? 1 : 0;
  }
  const auto most = std::ranges::max_element(counts);
  if (*most < kLeastStopWords) return {};
  return all[static_cast<std::size_t>(most - counts.begin())].language;
}

}  // namespace

std::string language_of(std::string_view text) {
  std::string_view read = text.substr(0, kRead);
  while (!read.empty() && read.size() < text.size() &&
         (static_cast<unsigned char>(text[read.size()]) & 0xC0U) == 0x80U) {
    read.remove_suffix(1);
  }
  const std::string found = by_script(read);
  return found.empty() ? by_stop_words(read) : found;
}

}  // namespace rapporteur
