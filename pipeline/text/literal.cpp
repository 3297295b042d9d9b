#include "pipeline/text/literal.hpp"

#include <algorithm>

namespace rapporteur {
namespace {

constexpr unsigned char kBeyondAscii = 0x7F;
constexpr std::uint32_t kTwo = 0xFFFF;  // the characters of a run
constexpr std::uint32_t kThree = 0xFFFFFF;

// The character that a byte is or is part of.
constexpr std::array<unsigned char, 256> kCharacters = [] {
  std::array<unsigned char, 256> characters{};
  for (unsigned byte = 0; byte < characters.size(); ++byte) {
    unsigned character = byte < 0x80 ? byte : kBeyondAscii;
    if ('A' <= byte && byte <= 'Z') character = byte - 'A' + 'a';
    if ('0' <= byte && byte <= '9') character = '0';
    characters[byte] = static_cast<unsigned char>(character);
  }
  return characters;
}();

unsigned char character(char byte) { return kCharacters[static_cast<unsigned char>(byte)]; }

// The bit, of 4096, of two or three characters; `run` has one in each byte.
std::uint32_t bit_of(std::uint32_t run) { return (run * 0x9E3779B1U) >> 20U; }

template <std::size_t Size>
void set_bit(std::array<std::uint64_t, Size>& bits, std::uint32_t bit) {
  bits[bit / 64] |= std::uint64_t{1} << (bit % 64);
}

template <std::size_t Size>
bool has_bit(const std::array<std::uint64_t, Size>& bits, std::uint32_t bit) {
  return (bits[bit / 64] >> (bit % 64) & 1U) != 0;
}

}  // namespace

void CharacterSet::add(const CharacterSet& other) {
  for (std::size_t i = 0; i < bits.size(); ++i) bits[i] |= other.bits[i];
}

CharacterSet RunSet::add(std::string_view text) {
  CharacterSet own;
  std::uint32_t last = 0;  // runs that begin before the text are none that is looked for
  for (const char byte : text) {
    const unsigned char one = character(byte);
    set_bit(own.bits, one);
    last = last << 8U | one;
    set_bit(runs, bit_of(last & kTwo));
    set_bit(runs, bit_of(last & kThree));
  }
  characters.add(own);
  return own;
}

Literal::Literal(std::string_view text) {
  std::uint32_t last = 0;
  std::size_t ascii = 0;  // characters up to here
  for (const char byte : text) {
    const unsigned char one = character(byte);
    set_bit(characters_, one);
    last = last << 8U | one;
    ascii = one == kBeyondAscii ? 0 : ascii + 1;
    if (ascii == 2) runs_.push_back(bit_of(last & kTwo));
    if (ascii > 2) runs_.push_back(bit_of(last & kThree));
  }
}

bool Literal::may_stand_in(const CharacterSet& set) const {
  return (characters_[0] & ~set.bits[0]) == 0 && (characters_[1] & ~set.bits[1]) == 0;
}

bool Literal::may_stand_in(const RunSet& set) const {
  const auto stands = [&](std::uint32_t bit) { return has_bit(set.runs, bit); };
  return may_stand_in(set.characters) && std::ranges::all_of(runs_, stands);
}

}  // namespace rapporteur
