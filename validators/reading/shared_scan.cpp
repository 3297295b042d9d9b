#include "validators/reading/shared_scan.hpp"

namespace rapporteur {

const std::vector<PlacedMatch>& SharedScan::matches(const Expression& expression) {
  const auto [found, fresh] = matches_.try_emplace(&expression.pattern());
  if (!fresh || !expression->ok()) return found->second;
  for (const std::uint32_t place : index().where_possible(expression)) {
    const BlockId block{place};
    if (!is_prose(doc_, block)) continue;
    for (PatternMatch& match : rapporteur::matches(doc_.text(block), *expression)) {
      found->second.push_back({block, std::move(match)});
    }
  }
  return found->second;
}

const TextIndex& SharedScan::index() {
  if (index_) return *index_;
  std::vector<std::string_view> texts;
  texts.reserve(doc_.blocks().size());
  for (const Block& block : doc_.blocks()) texts.push_back(doc_.text(block.text));
  return index_.emplace(texts);
}

const std::vector<Caption>& SharedScan::captions() {
  if (!captions_) captions_ = rapporteur::captions(doc_, profile_);
  return *captions_;
}

void SharedScan::find_words() {
  const std::size_t blocks = doc_.blocks().size();
  constexpr std::size_t kUsualWord = 6;  // bytes, with the blank behind it
  words_.reserve(doc_.text().size() / kUsualWord);
  first_word_.reserve(blocks + 1);
  for (std::uint32_t i = 0; i < blocks; ++i) {
    first_word_.push_back(static_cast<std::uint32_t>(words_.size()));
    if (is_prose(doc_, BlockId{i})) append_words(doc_.text(BlockId{i}), words_);
  }
  first_word_.push_back(static_cast<std::uint32_t>(words_.size()));
}

std::span<const Word> SharedScan::words(BlockId block) {
  if (first_word_.empty()) find_words();
  const std::uint32_t first = first_word_.at(block.index);
  return std::span(words_).subspan(first, first_word_.at(block.index + 1) - first);
}

std::span<const Sentence> SharedScan::sentences() {
  if (sentences_) return *sentences_;
  sentences_.emplace();
  for (std::uint32_t i = 0; i < doc_.blocks().size(); ++i) {
    const std::span<const Word> all = words(BlockId{i});
    std::size_t next = 0;
    if (all.empty()) continue;
    for (const std::string_view text : rapporteur::sentences(doc_.text(BlockId{i}))) {
      const std::size_t first = next;
      const char* const end = text.data() + text.size();
      while (next < all.size() && all[next].text.data() < end) ++next;
      sentences_->push_back({BlockId{i}, text, all.subspan(first, next - first)});
    }
  }
  return *sentences_;
}

std::span<const PlacedIdentifier> SharedScan::identifiers() {
  if (identifiers_) return *identifiers_;
  identifiers_.emplace();
  const Identifier& own = doc_.identity().number;
  const IdentifierContext context{std::string(own.field("group")),
                                  std::string(own.field("assembly"))};
  for (Identifier& one : profile_.grammar.scan(doc_.text(), context)) {
    const BlockId block = doc_.block_at(one.where.begin);
    if (block && is_prose(doc_, block)) identifiers_->push_back({std::move(one), block});
  }
  return *identifiers_;
}

std::span<const ListedReference> SharedScan::references() {
  if (!references_) references_ = rapporteur::references(doc_, profile_);
  return *references_;
}

const std::vector<PartLine>& SharedScan::part_lines() {
  if (!part_lines_) part_lines_ = rapporteur::part_lines(doc_, profile_);
  return *part_lines_;
}

std::vector<const PartLine*> SharedScan::part_lines(std::string_view pattern) {
  const std::vector<PartLine>& all = part_lines();
  if (!part_index_) {
    std::vector<std::string_view> texts;
    for (const PartLine& line : all) texts.push_back(line.whole());
    part_index_.emplace(texts);
  }
  const Expression expression(pattern);
  std::vector<const PartLine*> found;
  for (const std::uint32_t place : part_index_->where_possible(expression)) {
    if (all[place].matches(*expression)) found.push_back(&all[place]);
  }
  return found;
}

std::span<const PassagePair> SharedScan::near_passages(std::size_t least) {
  const auto [found, fresh] = passages_.try_emplace(least);
  if (fresh) found->second = rapporteur::near_passages(doc_, sentences(), least);
  return found->second;
}

}  // namespace rapporteur
