#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

namespace rapporteur {

// Which characters stand in a text. Capitals count as small letters, all digits as '0', all
// characters beyond ASCII as DEL.
struct CharacterSet {
  std::array<std::uint64_t, 2> bits{};

  void add(const CharacterSet& other);
};

// The same of a longer text, and which runs of two and of three such characters: one bit for many
// runs, so that it may say yes for one that is not there, and never no for one that is.
struct RunSet {
  CharacterSet characters;
  std::array<std::uint64_t, 64> runs{};

  // Adds a text, and gives the characters of that text alone.
  CharacterSet add(std::string_view text);
};

// A piece of text that is looked for: whether it may stand in what was summed up so. Runs with a
// character beyond ASCII are not compared, since the bytes of its small letter are others.
class Literal {
 public:
  explicit Literal(std::string_view text);

  bool may_stand_in(const CharacterSet& set) const;
  bool may_stand_in(const RunSet& set) const;
  // Literals that are alike for all of this: "Table 1" and "table 2".
  friend bool operator==(const Literal&, const Literal&) = default;

 private:
  std::array<std::uint64_t, 2> characters_{};
  std::vector<std::uint32_t> runs_;  // bits of a RunSet
};

}  // namespace rapporteur
