#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "pipeline/profile/compiled.hpp"
#include "pipeline/text/literal.hpp"

namespace rapporteur {

// In which of many short texts, such as the blocks of a document, an expression can match at all,
// without reading them again: a summary of what stands in them, made in one pass.
class TextIndex {
 public:
  explicit TextIndex(std::span<const std::string_view> texts);

  // The places of the texts outside which the expression matches nowhere, rising.
  std::vector<std::uint32_t> where_possible(const Expression& expression) const;

 private:
  // Neighbouring texts of some hundred bytes together.
  struct Piece {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    RunSet runs;
  };

  std::vector<Piece> pieces_;
  std::vector<CharacterSet> characters_;  // of each text
};

}  // namespace rapporteur
