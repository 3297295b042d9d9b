#include "validators/scan.hpp"

#include <algorithm>
#include <map>
#include <memory>
#include <mutex>

#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

constexpr std::string_view kAbbreviations[] = {"No", "Mr", "Ms", "Mrs", "Dr",    "Rev", "vs", "Fig",
                                               "cf", "al", "St", "Ref", "Suppl", "e.g", "i.e"};

// Letters and digits of any script: bytes of a longer UTF-8 sequence count as letters.
bool is_word_byte(char c) {
  return is_alpha(c) || is_digit(c) || (static_cast<unsigned char>(c) & 0x80U) != 0;
}

// The bytes of the character at `at`.
std::size_t character_size(std::string_view text, std::size_t at) {
  std::size_t size = 1;
  while (at + size < text.size() &&
         (static_cast<unsigned char>(text[at + size]) & 0xC0U) == 0x80U) {
    ++size;
  }
  return size;
}

// A letter or digit of any script. General punctuation (U+2010 to U+203F) and the signs of
// Latin-1 are not.
bool is_word_character(std::string_view text, std::size_t at) {
  const std::string_view rest = text.substr(at);
  return is_word_byte(rest[0]) && !rest.starts_with("\xE2\x80") && !rest.starts_with("\xC2");
}

bool ends_sentence(std::string_view text, std::size_t stop) {
  std::size_t next = stop + 1;
  while (next < text.size() && (text[next] == ')' || text[next] == '"')) ++next;
  if (next >= text.size() || !is_space(text[next])) return false;
  while (next < text.size() && is_space(text[next])) ++next;
  if (next >= text.size() || !(is_upper(text[next]) || !is_word_byte(text[next]))) return false;
  if (text[stop] != '.') return true;
  std::size_t begin = stop;
  while (begin > 0 && (is_word_byte(text[begin - 1]) || text[begin - 1] == '.')) --begin;
  const std::string_view last = text.substr(begin, stop - begin);
  if (last.size() <= 1) return false;  // an initial, a list letter
  return std::ranges::find(kAbbreviations, last) == std::end(kAbbreviations);
}

}  // namespace

const re2::RE2& compiled(std::string_view pattern) {
  static std::mutex mutex;
  static std::map<std::string, std::unique_ptr<re2::RE2>, std::less<>> known;
  const std::scoped_lock lock(mutex);
  const auto found = known.find(pattern);
  if (found != known.end()) return *found->second;
  auto made =
      std::make_unique<re2::RE2>(re2::StringPiece(pattern.data(), pattern.size()), re2::RE2::Quiet);
  return *known.emplace(std::string(pattern), std::move(made)).first->second;
}

std::vector<Match> matches(std::string_view text, const re2::RE2& pattern) {
  std::vector<Match> found;
  if (!pattern.ok()) return found;
  const int count = pattern.NumberOfCapturingGroups() + 1;
  std::vector<re2::StringPiece> groups(static_cast<std::size_t>(count));
  const re2::StringPiece whole(text.data(), text.size());
  for (std::size_t at = 0; at < text.size();) {
    if (!pattern.Match(whole, at, text.size(), re2::RE2::UNANCHORED, groups.data(), count)) break;
    Match match;
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

std::vector<PlacedMatch> matches(const Document& doc, const re2::RE2& pattern) {
  std::vector<PlacedMatch> placed;
  for (Match& match : matches(doc.text(), pattern)) {
    const auto offset = static_cast<std::uint32_t>(match.text().data() - doc.text().data());
    const BlockId block = doc.block_at(offset);
    if (block && is_prose(doc, block)) placed.push_back({block, std::move(match)});
  }
  return placed;
}

bool is_prose(const Document& doc, BlockId id) {
  const BlockKind kind = doc.block(id).kind;
  if (kind == BlockKind::toc || kind == BlockKind::code || kind == BlockKind::table) return false;
  const PartKind part = doc.part_kind(id);
  return part == PartKind::body || part == PartKind::footnotes || part == PartKind::endnotes;
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

std::vector<Sentence> sentences(const Document& doc) {
  std::vector<Sentence> out;
  for (std::uint32_t i = 0; i < doc.blocks().size(); ++i) {
    const BlockId id{i};
    if (!is_prose(doc, id)) continue;
    for (const std::string_view text : sentences(doc.text(id))) out.push_back({id, text});
  }
  return out;
}

std::vector<std::string_view> tokens(std::string_view text) {
  constexpr std::string_view kJoiners = "-.'/";
  std::vector<std::string_view> out;
  std::size_t begin = std::string_view::npos;
  for (std::size_t i = 0; i <= text.size();) {
    const std::size_t size = i < text.size() ? character_size(text, i) : 1;
    bool part = i < text.size() && is_word_character(text, i);
    if (!part && begin != std::string_view::npos && i + 1 < text.size()) {
      part = kJoiners.find(text[i]) != std::string_view::npos && is_word_character(text, i + 1);
    }
    if (part && begin == std::string_view::npos) begin = i;
    if (!part && begin != std::string_view::npos) {
      out.push_back(text.substr(begin, i - begin));
      begin = std::string_view::npos;
    }
    i += size;
  }
  return out;
}

}  // namespace rapporteur
