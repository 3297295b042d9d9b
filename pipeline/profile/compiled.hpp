#pragma once

#include <re2/re2.h>

#include <compare>
#include <string>
#include <string_view>

namespace rapporteur {

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
  // By identity: equal texts are equal.
  friend auto operator<=>(const Expression&, const Expression&) = default;

 private:
  struct Shared;
  Shared* shared_ = nullptr;  // of all expressions with this text
};

// For the few expressions that stand in code: that of `pattern`, looked up at each call.
const re2::RE2& compiled(std::string_view pattern);

}  // namespace rapporteur
