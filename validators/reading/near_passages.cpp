#include "validators/reading/near_passages.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <unordered_map>

namespace rapporteur {
namespace {

constexpr std::size_t kShingle = 4;    // words that two passages must share in a row
constexpr std::size_t kLongest = 400;  // words; a longer one is a page, not a passage
constexpr double kSimilar = 0.85;

// A row of words that stands in this many passages or more tells nothing.
constexpr std::size_t kCommonplace = 8;

using Words = std::span<const Word>;

// The longest common subsequence of the rests of two sequences, for all pairs of rests.
class CommonRests {
 public:
  CommonRests(Words a, Words b) : width_(b.size() + 1), lengths_((a.size() + 1) * width_) {
    for (std::size_t i = a.size(); i-- > 0;) {
      for (std::size_t j = b.size(); j-- > 0;) {
        lengths_[i * width_ + j] = a[i].key == b[j].key
                                       ? static_cast<std::uint16_t>(at(i + 1, j + 1) + 1)
                                       : std::max(at(i + 1, j), at(i, j + 1));
      }
    }
  }
  std::uint16_t at(std::size_t i, std::size_t j) const { return lengths_[i * width_ + j]; }

 private:
  std::size_t width_;
  std::vector<std::uint16_t> lengths_;
};

std::size_t common_beginning(Words a, Words b) {
  const auto [first, second] = std::ranges::mismatch(a, b, {}, &Word::key, &Word::key);
  return static_cast<std::size_t>(first - a.begin());
}

Difference compare(Words a, Words b) {
  const std::size_t both = a.size() + b.size();
  const std::size_t begin = common_beginning(a, b);
  a = a.subspan(begin);
  b = b.subspan(begin);
  const CommonRests rests(a, b);
  Difference difference;
  difference.similarity = 2.0 * static_cast<double>(begin + rests.at(0, 0)) /
                          static_cast<double>(std::max<std::size_t>(both, 1));
  if (difference.similarity < kSimilar) return difference;
  std::size_t i = 0;
  std::size_t j = 0;
  while (i < a.size() || j < b.size()) {
    if (i < a.size() && j < b.size() && a[i].key == b[j].key) {
      ++i;
      ++j;
    } else if (j == b.size() || (i < a.size() && rests.at(i + 1, j) >= rests.at(i, j + 1))) {
      difference.only_first.push_back(a[i++].text);
    } else {
      difference.only_second.push_back(b[j++].text);
    }
  }
  return difference;
}

// Where the same words stand in two cells of one table, the rows are meant to be alike.
bool comparable(const Document& doc, const Sentence& a, const Sentence& b) {
  const Block& first = doc.block(a.block);
  const Block& second = doc.block(b.block);
  if (first.cell && second.cell) return doc.cell(first.cell).table != doc.cell(second.cell).table;
  if (first.cell || second.cell) return true;
  return doc.clause_of(a.block) != doc.clause_of(b.block);
}

// Two web pages told in the same words are two pages.
bool differs_in_address(const Difference& difference) {
  const auto is_address = [](std::string_view word) {
    return word.find('/') != word.npos && word.find('.') != word.npos;
  };
  return std::ranges::any_of(difference.only_first, is_address);
}

std::size_t shingles(Words words) { return words.size() - kShingle + 1; }

std::uint64_t shingle(Words words, std::size_t at) {
  std::uint64_t hash = 0;
  for (std::size_t i = at; i < at + kShingle; ++i) {
    hash = (hash ^ words[i].key) * 0x9E3779B97F4A7C15U;
    hash ^= hash >> 29U;
  }
  return hash;
}

// Which rows of words may stand more than once: most stand once, and are not worth an index.
class Repeated {
 public:
  explicit Repeated(std::span<const Sentence* const> passages) {
    std::size_t total = 0;
    for (const Sentence* passage : passages) total += shingles(passage->words);
    times_.resize(std::bit_ceil(total * 4 + 1));
    for (const Sentence* passage : passages) {
      for (std::size_t at = 0; at < shingles(passage->words); ++at) {
        std::uint8_t& times = times_[slot(shingle(passage->words, at))];
        if (times < 2) ++times;
      }
    }
  }
  bool has(std::uint64_t key) const { return times_[slot(key)] > 1; }

 private:
  std::size_t slot(std::uint64_t key) const { return key & (times_.size() - 1); }
  std::vector<std::uint8_t> times_;
};

// The passages that hold a row of words, as far as they matter.
struct Holders {
  std::array<std::uint32_t, kCommonplace> passages{};
  std::uint8_t count = 0;
};

// For one passage after the other: the earlier ones that share enough rows of words with it.
class PassageIndex {
 public:
  explicit PassageIndex(std::span<const Sentence* const> passages)
      : passages_(passages), repeated_(passages), shared_(passages.size()) {}

  std::vector<std::uint32_t> alike_before(std::uint32_t passage) {
    const Words words = passages_[passage]->words;
    std::vector<std::uint32_t> touched;
    for (std::size_t at = 0; at < shingles(words); ++at) {
      const std::uint64_t key = shingle(words, at);
      if (repeated_.has(key)) enter(index_[key], passage, touched);
    }
    std::vector<std::uint32_t> alike;
    for (const std::uint32_t other : touched) {
      const std::size_t rows = shared_[other];
      if (other != passage && rows * 2 >= words.size() - kShingle) alike.push_back(other);
      shared_[other] = 0;
    }
    std::ranges::sort(alike);
    return alike;
  }

 private:
  void enter(Holders& holders, std::uint32_t passage, std::vector<std::uint32_t>& touched) {
    if (holders.count == kCommonplace) return;
    for (std::size_t i = 0; i < holders.count; ++i) {
      const std::uint32_t other = holders.passages.at(i);
      if (shared_[other]++ == 0) touched.push_back(other);
    }
    if (holders.count > 0 && holders.passages.at(holders.count - 1U) == passage) return;
    holders.passages.at(holders.count++) = passage;
  }

  std::span<const Sentence* const> passages_;
  Repeated repeated_;
  std::unordered_map<std::uint64_t, Holders> index_;
  std::vector<std::uint32_t> shared_;  // rows shared with the passage in work, by passage
};

}  // namespace

std::vector<PassagePair> near_passages(const Document& doc, std::span<const Sentence> all,
                                       std::size_t least) {
  std::vector<const Sentence*> passages;
  for (const Sentence& sentence : all) {
    const std::size_t size = sentence.words.size();
    if (size >= std::max(least, kShingle) && size <= kLongest) passages.push_back(&sentence);
  }
  std::vector<PassagePair> pairs;
  PassageIndex index(passages);
  for (std::uint32_t i = 0; i < passages.size(); ++i) {
    for (const std::uint32_t j : index.alike_before(i)) {
      const Sentence& first = *passages[j];
      const Sentence& second = *passages[i];
      if (!comparable(doc, first, second)) continue;
      Difference difference = compare(first.words, second.words);
      // What was only added or left out, such as a tag in front, takes nothing back.
      const bool apart = !difference.only_first.empty() && !difference.only_second.empty();
      if (!apart || difference.similarity < kSimilar || differs_in_address(difference)) continue;
      pairs.push_back({&first, &second, std::move(difference)});
    }
  }
  return pairs;
}

}  // namespace rapporteur
