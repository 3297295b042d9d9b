#include "pipeline/text/text_positions.hpp"

#include <catch2/catch.hpp>
#include <string>

namespace rapporteur {

TEST_CASE("a byte is a line and a character, counted from 0") {
  const TextPositions positions("a\u00e9\nb");
  CHECK(positions.at(0).character == 0);
  CHECK(positions.at(3).character == 2);
  CHECK(positions.at(3).line == 0);
  CHECK(positions.at(4).line == 1);
  CHECK(positions.at(4).character == 3);
  CHECK(positions.at(99).character == 4);
  CHECK(TextPositions("").at(5).character == 0);
}

TEST_CASE("positions of a long text are those of counting from its beginning") {
  std::string text;
  for (int i = 0; i < 3000; ++i) text += i % 7 == 0 ? "\n" : i % 5 == 0 ? "\u20ac" : "x";
  const TextPositions positions(text);
  std::uint32_t line = 0;
  std::uint32_t character = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool same = positions.at(i).line == line && positions.at(i).character == character;
    if (!same) FAIL("byte " << i);
    if (text[i] == '\n') ++line;
    if ((static_cast<unsigned char>(text[i]) & 0xC0) != 0x80) ++character;
  }
}

}  // namespace rapporteur
