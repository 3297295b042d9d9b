#include "pipeline/text/text_positions.hpp"

#include <algorithm>

namespace rapporteur {
namespace {

constexpr std::size_t kStep = 1024;

TextPosition after(TextPosition before, char c) {
  if (c == '\n') ++before.line;
  if ((static_cast<unsigned char>(c) & 0xC0) != 0x80) ++before.character;
  return before;
}

}  // namespace

TextPositions::TextPositions(std::string_view text) : text_(text) {
  TextPosition position;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (i % kStep == 0) steps_.push_back(position);
    position = after(position, text[i]);
  }
}

TextPosition TextPositions::at(std::size_t byte) const {
  if (steps_.empty()) return {};
  byte = std::min(byte, text_.size());
  const std::size_t step = std::min(byte / kStep, steps_.size() - 1);
  TextPosition position = steps_[step];
  for (std::size_t i = step * kStep; i < byte; ++i) position = after(position, text_[i]);
  return position;
}

}  // namespace rapporteur
