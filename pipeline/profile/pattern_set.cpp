#include "pipeline/profile/pattern_set.hpp"

#include <algorithm>
#include <cstdint>
#include <map>
#include <string>

namespace rapporteur {
namespace {

constexpr std::int64_t kMostMemory = std::int64_t{64} << 20;

// The pattern without the upper ends of its long repetitions: ".{3,120}" -> ".{3,}". It matches
// what the pattern does, and more. An automaton has a state for each count, and of several such
// patterns together one for each mixture of counts, which is more than its memory holds.
std::string without_long_counts(const std::string& pattern) {
  std::string loose = pattern;
  static const re2::RE2 kLongCount(R"(\{(\d),\d\d+\})");
  re2::RE2::GlobalReplace(&loose, kLongCount, R"({\1,})");
  return loose;
}

std::unique_ptr<re2::RE2::Set> joined(const std::vector<std::string>& patterns,
                                      re2::RE2::Anchor anchor) {
  re2::RE2::Options options;
  options.set_log_errors(false);
  options.set_max_mem(kMostMemory);
  auto set = std::make_unique<re2::RE2::Set>(options, anchor);
  for (const std::string& pattern : patterns) {
    if (set->Add(pattern, nullptr) < 0) return nullptr;
  }
  return set->Compile() ? std::move(set) : nullptr;
}

}  // namespace

void PatternSet::make(Automaton& automaton) const {
  std::vector<std::string> patterns;
  for (std::size_t i = 0; i < patterns_.size(); ++i) {
    if (which_ == Which::without_literals && !patterns_[i].literals().empty()) continue;
    patterns.push_back(without_long_counts(patterns_[i].pattern()));
    const bool exact = patterns.back() == patterns_[i].pattern();
    automaton.sought.push_back({static_cast<int>(i), exact});
  }
  if (!patterns.empty()) automaton.set = joined(patterns, anchor_);
}

const PatternSet::Automaton& PatternSet::automaton() const {
  std::call_once(automaton_->once, [this] { make(*automaton_); });
  return *automaton_;
}

bool PatternSet::match(std::string_view text, std::vector<int>& found) const {
  found.clear();
  const Automaton& all = automaton();
  if (all.sought.empty()) return false;
  if (all.set == nullptr) return match_each(text, found);
  re2::RE2::Set::ErrorInfo error{};
  const re2::StringPiece piece(text.data(), text.size());
  if (!all.set->Match(piece, &found, &error)) {
    // An automaton that ran out of memory has not said that nothing matches.
    return error.kind != re2::RE2::Set::kNoError && match_each(text, found);
  }
  std::erase_if(found, [&](int& at) {
    const Sought sought = all.sought[static_cast<std::size_t>(at)];
    at = sought.place;
    return !sought.exact && !match_one(text, sought.place);
  });
  std::ranges::sort(found);
  return !found.empty();
}

bool PatternSet::match_one(std::string_view text, int place) const {
  const re2::StringPiece piece(text.data(), text.size());
  const Expression& pattern = patterns_[static_cast<std::size_t>(place)];
  return pattern->Match(piece, 0, text.size(), anchor_, nullptr, 0);
}

bool PatternSet::match_each(std::string_view text, std::vector<int>& found) const {
  found.clear();
  for (const Sought& sought : automaton().sought) {
    if (match_one(text, sought.place)) found.push_back(sought.place);
  }
  return !found.empty();
}

const PatternSet& shared_set(const std::vector<Expression>& patterns) {
  static std::mutex mutex;
  static std::map<std::vector<Expression>, PatternSet> known;
  const std::scoped_lock lock(mutex);
  const auto found = known.find(patterns);
  if (found != known.end()) return found->second;
  return known.emplace(patterns, PatternSet(patterns, re2::RE2::UNANCHORED)).first->second;
}

const PatternSet& set_of(Patterns patterns) {
  std::vector<Expression> expressions;
  for (const Pattern& pattern : patterns) expressions.push_back(pattern.expression);
  return shared_set(expressions);
}

const Pattern* first_found(std::string_view text, Patterns patterns) {
  if (patterns.together() != nullptr) {
    thread_local std::vector<int> found;
    if (!patterns.together()->match(text, found)) return nullptr;
    return &patterns[static_cast<std::size_t>(found.front())];
  }
  // Looking without captures is several times faster, and most texts do not match.
  const auto first = std::ranges::find_if(patterns, [&](const Pattern& pattern) {
    return pattern.expression->Match(text, 0, text.size(), re2::RE2::UNANCHORED, nullptr, 0);
  });
  return first == patterns.end() ? nullptr : first;
}

}  // namespace rapporteur
