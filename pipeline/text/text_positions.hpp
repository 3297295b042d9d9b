#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace rapporteur {

// A byte of a text as its line and as its place among the characters (code points), from 0.
struct TextPosition {
  std::uint32_t line = 0;
  std::uint32_t character = 0;
};

// Answers for many bytes of one text without counting from its beginning each time. The text must
// outlive it.
class TextPositions {
 public:
  explicit TextPositions(std::string_view text);

  // A byte past the end counts as the end.
  TextPosition at(std::size_t byte) const;

 private:
  std::string_view text_;
  std::vector<TextPosition> steps_;  // of every kStep-th byte
};

}  // namespace rapporteur
