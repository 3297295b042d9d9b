#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace rapporteur {

// How mentions of identifiers begin, and which families begin so. In a trigger "#" stands for a
// digit, "@" for a capital letter, "*" for a run of letters, digits and hyphens.
class TriggerTable {
 public:
  using Families = std::vector<std::size_t>;

  // Families are added rising.
  void add(const std::string& trigger, std::size_t family);
  // To be called once, when all are added.
  void arrange();

  // Puts the families one of whose triggers stands at `at` into `families`, rising. Most places are
  // passed by their first two bytes alone.
  void find(std::string_view text, std::size_t at, Families& families) const;

 private:
  struct Trigger {
    std::string text;
    Families families;
  };
  using Few = std::vector<std::uint16_t>;  // places in triggers_

  std::vector<Trigger> triggers_;
  std::vector<Few> few_;  // those that begin with the same two bytes; the first is empty
  std::vector<std::uint16_t> by_two_;  // the place in few_ for two bytes
};

}  // namespace rapporteur
