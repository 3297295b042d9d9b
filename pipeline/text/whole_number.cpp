#include "pipeline/text/whole_number.hpp"

#include <charconv>

#include "pipeline/text/words.hpp"

namespace rapporteur {

std::optional<int> whole_number(std::string_view text) {
  text = trim(text);
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (text.empty() || error != std::errc() || end != text.data() + text.size()) return {};
  return value;
}

}  // namespace rapporteur
