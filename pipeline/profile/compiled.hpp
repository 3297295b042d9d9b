#pragma once

#include <re2/re2.h>

#include <compare>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/text/literal.hpp"

namespace rapporteur {

// Places among the literals of an expression, a bit each; of more than 64 some share one.
using LiteralSet = std::uint64_t;

struct SoughtLiteral {
  Literal literal;
  LiteralSet places = 0;
};

// The text of a regular expression and, from its first use on, its automaton, which is kept for the
// life of the program however many profiles hold it. Any thread may use it. One that is wrong is
// not ok() and never matches.
class Expression {
 public:
  Expression() = default;
  explicit Expression(std::string_view pattern);

  explicit operator bool() const { return shared_ != nullptr; }
  const std::string& pattern() const;
  const re2::RE2& operator*() const;
  const re2::RE2* operator->() const { return &**this; }
  // The automaton to look into this text with: that of operator*, or a smaller one that finds the
  // same in it, with the same groups.
  const re2::RE2& in(std::string_view text) const;
  bool found_in(std::string_view text) const;
  // The groups by their names, and how many there are with those without one.
  const std::map<std::string, int>& named_groups() const;
  int groups() const;
  // By identity: equal texts are equal.
  friend auto operator<=>(const Expression&, const Expression&) = default;

  // What of it stands in whatever matches, as rare pieces as there are, those that are alike
  // together; none when nothing must stand there. U+0080 stands for any character beyond ASCII.
  const std::vector<SoughtLiteral>& literals() const;
  // Whether a text can match in which these of the literals may stand, and no other.
  bool can_match(LiteralSet held) const;

 private:
  struct Shared;
  struct Loose;
  const Loose& loose() const;
  Shared* shared_ = nullptr;  // of all expressions with this text
};

// For the few expressions that stand in code: that of `pattern`, looked up at each call.
const re2::RE2& compiled(std::string_view pattern);

}  // namespace rapporteur
