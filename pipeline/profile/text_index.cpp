#include "pipeline/profile/text_index.hpp"

#include <algorithm>
#include <utility>

namespace rapporteur {
namespace {

constexpr std::size_t kPiece = 512;  // bytes; a longer text is one piece

// Asks an expression once about each set of its literals: a document has few of them.
class Answers {
 public:
  explicit Answers(const Expression& expression)
      : expression_(expression), literals_(expression.literals()) {}

  // The literals, among those in `of`, that may stand there.
  template <class Where>
  LiteralSet held(const Where& where, LiteralSet of) const {
    LiteralSet held = 0;
    for (const auto& [literal, places] : literals_) {
      if ((of & places) != 0 && literal.may_stand_in(where)) held |= places;
    }
    return held;
  }
  bool can_match(LiteralSet held) {
    const auto known = std::ranges::find(known_, held, &std::pair<LiteralSet, bool>::first);
    if (known != known_.end()) return known->second;
    return known_.emplace_back(held, expression_.can_match(held)).second;
  }

 private:
  const Expression& expression_;
  std::span<const SoughtLiteral> literals_;
  std::vector<std::pair<LiteralSet, bool>> known_;
};

}  // namespace

TextIndex::TextIndex(std::span<const std::string_view> texts) : characters_(texts.size()) {
  std::size_t size = kPiece;  // of the last piece; the first text begins one
  for (std::uint32_t i = 0; i < texts.size(); ++i) {
    if (texts[i].empty()) continue;
    if (size >= kPiece) {
      pieces_.push_back({i, i, {}});
      size = 0;
    }
    characters_[i] = pieces_.back().runs.add(texts[i]);
    pieces_.back().end = i + 1;
    size += texts[i].size();
  }
}

std::vector<std::uint32_t> TextIndex::where_possible(const Expression& expression) const {
  std::vector<std::uint32_t> found;
  Answers answers(expression);
  for (const Piece& piece : pieces_) {
    const LiteralSet in_piece = answers.held(piece.runs, ~LiteralSet{0});
    if (!answers.can_match(in_piece)) continue;
    for (std::uint32_t i = piece.begin; i < piece.end; ++i) {
      if (answers.can_match(answers.held(characters_[i], in_piece))) found.push_back(i);
    }
  }
  return found;
}

}  // namespace rapporteur
