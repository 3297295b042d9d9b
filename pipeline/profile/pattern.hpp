#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "pipeline/profile/compiled.hpp"

namespace rapporteur {

// Where in a profile something is said.
struct Origin {
  std::string file;
  std::uint32_t line = 0;
  std::uint32_t column = 0;

  std::string where() const;  // "profiles/itu-t.toml:12:3"
};

// A regular expression with the samples that prove it. `accepts` must match as a whole where the
// section says "full", else somewhere; `rejects` must not.
struct Pattern {
  std::string name;
  Expression expression;
  std::vector<std::string> accepts;
  std::vector<std::string> rejects;
  Origin origin;
};

class PatternSet;

// Patterns of one name, in the profile's order.
class Patterns {
 public:
  Patterns() = default;
  Patterns(const std::vector<Pattern>& patterns)
      : first_(patterns.data()), size_(patterns.size()) {}
  // One.
  explicit Patterns(const Pattern& pattern) : first_(&pattern), size_(1) {}
  // Those from `first` on; `together` tells in one pass which are found, null: each is looked for.
  Patterns(const Pattern* first, std::size_t size, const PatternSet* together)
      : first_(first), size_(size), together_(together) {}

  const Pattern* begin() const { return first_; }
  const Pattern* end() const { return first_ + size_; }
  const Pattern* data() const { return first_; }
  std::size_t size() const { return size_; }
  bool empty() const { return size_ == 0; }
  const Pattern& operator[](std::size_t at) const { return first_[at]; }
  const PatternSet* together() const { return together_; }

 private:
  const Pattern* first_ = nullptr;
  std::size_t size_ = 0;
  const PatternSet* together_ = nullptr;
};

}  // namespace rapporteur
