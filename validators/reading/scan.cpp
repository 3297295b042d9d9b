#include "validators/reading/scan.hpp"

#include <algorithm>
#include <array>

#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

constexpr std::string_view kAbbreviations[] = {"No", "Mr", "Ms", "Mrs", "Dr",    "Rev", "vs", "Fig",
                                               "cf", "al", "St", "Ref", "Suppl", "e.g", "i.e"};

enum class ByteKind : std::uint8_t { other, word, joiner, wide };

// What a byte is to a word. A joiner is part of one where a word goes on behind it; a wide byte
// begins or continues a character beyond ASCII.
constexpr std::array<ByteKind, 256> kByteKinds = [] {
  std::array<ByteKind, 256> kinds{};
  for (std::size_t byte = 0; byte < kinds.size(); ++byte) {
    const bool letter = ('a' <= byte && byte <= 'z') || ('A' <= byte && byte <= 'Z');
    if (letter || ('0' <= byte && byte <= '9')) kinds[byte] = ByteKind::word;
    if (byte >= 0x80) kinds[byte] = ByteKind::wide;
  }
  for (const char joiner : {'-', '.', '\'', '/'}) {
    kinds[static_cast<unsigned char>(joiner)] = ByteKind::joiner;
  }
  return kinds;
}();

ByteKind kind_of(char byte) { return kByteKinds[static_cast<unsigned char>(byte)]; }

// The bytes of the character at `at`.
std::size_t character_size(std::string_view text, std::size_t at) {
  std::size_t size = 1;
  while (at + size < text.size() &&
         (static_cast<unsigned char>(text[at + size]) & 0xC0U) == 0x80U) {
    ++size;
  }
  return size;
}

// A number made of a word's letters in lower case, the first eight of which it tells apart, and
// whether the word has a digit.
class Key {
 public:
  void add(char c) {
    const bool upper = 'A' <= c && c <= 'Z';
    digit_ = digit_ || ('0' <= c && c <= '9');
    sum_ += (sum_ << 8U) + static_cast<unsigned char>(upper ? c - 'A' + 'a' : c);
  }
  std::uint64_t value() const {
    const std::uint64_t mixed = sum_ * 0x9E3779B97F4A7C15U;
    return ((mixed ^ mixed >> 32U) & ~std::uint64_t{1}) | (digit_ ? 1U : 0U);
  }

 private:
  std::uint64_t sum_ = 0;
  bool digit_ = false;
};

// The word that begins at `at`.
Word word_at(std::string_view text, std::size_t at) {
  const std::size_t begin = at;
  Key key;
  while (at < text.size()) {
    const ByteKind kind = kind_of(text[at]);
    if (kind != ByteKind::word) {
      const bool joins = kind == ByteKind::joiner && at + 1 < text.size();
      if (!is_word_character(text, joins ? at + 1 : at)) break;
    }
    const std::size_t end = kind == ByteKind::wide ? at + character_size(text, at) : at + 1;
    while (at < end) key.add(text[at++]);
  }
  return {text.substr(begin, at - begin), key.value()};
}

bool ends_sentence(std::string_view text, std::size_t stop) {
  std::size_t next = stop + 1;
  while (next < text.size() && (text[next] == ')' || text[next] == '"')) ++next;
  if (next >= text.size() || !is_space(text[next])) return false;
  while (next < text.size() && is_space(text[next])) ++next;
  if (next >= text.size() || (!is_upper(text[next]) && is_word_byte(text[next]))) return false;
  if (text[stop] != '.') return true;
  std::size_t begin = stop;
  while (begin > 0 && (is_word_byte(text[begin - 1]) || text[begin - 1] == '.')) --begin;
  const std::string_view last = text.substr(begin, stop - begin);
  if (last.empty()) return true;       // "as in [ITU-T A.5]. It …"
  if (last.size() == 1) return false;  // an initial, a list letter
  return std::ranges::find(kAbbreviations, last) == std::end(kAbbreviations);
}

}  // namespace

bool is_word_byte(char c) { return kind_of(c) == ByteKind::word || kind_of(c) == ByteKind::wide; }

bool is_word_character(std::string_view text, std::size_t at) {
  const ByteKind kind = kind_of(text[at]);
  if (kind != ByteKind::wide) return kind == ByteKind::word;
  const std::string_view rest = text.substr(at);
  return !rest.starts_with("\xE2\x80") && !rest.starts_with("\xC2");
}

std::vector<PatternMatch> matches(std::string_view text, const re2::RE2& pattern) {
  std::vector<PatternMatch> found;
  if (!pattern.ok()) return found;
  const int count = pattern.NumberOfCapturingGroups() + 1;
  std::vector<re2::StringPiece> groups(static_cast<std::size_t>(count));
  const re2::StringPiece whole(text.data(), text.size());
  for (std::size_t at = 0; at < text.size();) {
    if (!pattern.Match(whole, at, text.size(), re2::RE2::UNANCHORED, groups.data(), count)) break;
    PatternMatch match;
    for (const re2::StringPiece& group : groups)
      match.groups.emplace_back(group.data(), group.size());
    const std::size_t begin = static_cast<std::size_t>(groups[0].data() - text.data());
    at = begin + std::max<std::size_t>(groups[0].size(), 1);
    if (!groups[0].empty()) found.push_back(std::move(match));
  }
  return found;
}

bool found_in(std::string_view text, std::string_view pattern) {
  return re2::RE2::PartialMatch(re2::StringPiece(text.data(), text.size()), compiled(pattern));
}

bool is_prose(const Document& doc, BlockId id) {
  const BlockKind kind = doc.block(id).kind;
  if (kind == BlockKind::toc || kind == BlockKind::code || kind == BlockKind::table) return false;
  const PartKind part = doc.part_kind(id);
  return part == PartKind::body || part == PartKind::footnotes || part == PartKind::endnotes;
}

char first_shown(const Document& doc, BlockId id) {
  const std::string_view label = trim(doc.label(id));
  const std::string_view text = label.empty() ? trim(doc.text(id)) : label;
  return text.empty() ? ' ' : text[0];
}

std::vector<std::string_view> sentences(std::string_view text) {
  std::vector<std::string_view> out;
  std::size_t begin = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool stop = text[i] == '.' || text[i] == '?' || text[i] == '!';
    const bool line = text[i] == '\n';
    if (!line && !(stop && ends_sentence(text, i))) continue;
    const std::string_view sentence = trim(text.substr(begin, i + 1 - begin));
    if (!sentence.empty()) out.push_back(sentence);
    begin = i + 1;
  }
  const std::string_view last = trim(text.substr(begin));
  if (!last.empty()) out.push_back(last);
  return out;
}

std::uint64_t word_key(std::string_view word) {
  Key key;
  for (const char c : word) key.add(c);
  return key.value();
}

void append_words(std::string_view text, std::vector<Word>& to) {
  for (std::size_t at = 0; at < text.size();) {
    if (!is_word_character(text, at)) {
      at += kind_of(text[at]) == ByteKind::wide ? character_size(text, at) : 1;
      continue;
    }
    to.push_back(word_at(text, at));
    at += to.back().text.size();
  }
}

std::vector<std::string_view> tokens(std::string_view text) {
  std::vector<Word> words;
  append_words(text, words);
  std::vector<std::string_view> out;
  out.reserve(words.size());
  for (const Word& word : words) out.push_back(word.text);
  return out;
}

}  // namespace rapporteur
