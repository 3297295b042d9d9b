#pragma once

#include <re2/set.h>

#include <cstdint>
#include <memory>
#include <mutex>
#include <string_view>
#include <vector>

#include "pipeline/profile/compiled.hpp"
#include "pipeline/profile/loose_expression.hpp"
#include "pipeline/profile/pattern.hpp"

namespace rapporteur {

// Expressions in one automaton: which of them match a text, in one pass. The automaton is made when
// first asked; any thread may ask.
class PatternSet {
 public:
  PatternSet() = default;
  // Which of the patterns are looked for: all, or those that have no literals.
  enum class Which : std::uint8_t { all, without_literals };
  // Where they must match: at the beginning of the text, or anywhere.
  PatternSet(std::vector<Expression> patterns, re2::RE2::Anchor anchor, Which which = Which::all)
      : patterns_(std::move(patterns)), anchor_(anchor), which_(which) {}

  // Puts the places, among the patterns, of those that match into `found`, rising; false when
  // there is none.
  bool match(std::string_view text, std::vector<int>& found) const;

 private:
  struct Sought {
    int place;    // among the patterns
    Finds finds;  // what the automaton does, against the pattern
  };
  struct Part {
    std::vector<Sought> sought;
    std::unique_ptr<re2::RE2::Set> set;  // null when there are none, or too many for one
  };
  // What can match at the beginning of a text alone is an automaton of its own, which is done with
  // most texts after a few bytes and does not multiply the states of the other one.
  struct Automaton {
    std::once_flag once;
    Part at_start;
    Part elsewhere;
  };
  const Automaton& automaton() const;
  void make(Automaton& automaton) const;
  void match_part(const Part& part, std::string_view text, std::vector<int>& found) const;
  bool match_one(std::string_view text, int place) const;
  void match_each(const Part& part, std::string_view text, std::vector<int>& found) const;

  std::vector<Expression> patterns_;
  re2::RE2::Anchor anchor_ = re2::RE2::UNANCHORED;
  Which which_ = Which::all;
  std::unique_ptr<Automaton> automaton_ = std::make_unique<Automaton>();
};

// The set of these patterns, found anywhere in a text; one for the life of the program. Any thread
// may ask.
const PatternSet& shared_set(const std::vector<Expression>& patterns);
// The same of patterns with their names and samples.
const PatternSet& set_of(Patterns patterns);

// The first of `patterns` that is found in `text`, or null.
const Pattern* first_found(std::string_view text, Patterns patterns);

}  // namespace rapporteur
