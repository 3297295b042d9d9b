#include "pipeline/profile/pattern_set.hpp"

#include <algorithm>
#include <cstdint>
#include <map>

namespace rapporteur {
namespace {

constexpr std::int64_t kMostMemory = std::int64_t{64} << 20;

std::unique_ptr<re2::RE2::Set> joined(const std::vector<Expression>& patterns,
                                      const std::vector<int>& places, re2::RE2::Anchor anchor) {
  re2::RE2::Options options;
  options.set_log_errors(false);
  options.set_max_mem(kMostMemory);
  auto set = std::make_unique<re2::RE2::Set>(options, anchor);
  for (const int place : places) {
    const Expression& pattern = patterns[static_cast<std::size_t>(place)];
    if (set->Add(pattern.pattern(), nullptr) < 0) return nullptr;
  }
  return set->Compile() ? std::move(set) : nullptr;
}

}  // namespace

void PatternSet::make(Automaton& automaton) const {
  for (std::size_t i = 0; i < patterns_.size(); ++i) {
    const bool wanted = which_ == Which::all || patterns_[i].literals().empty();
    if (wanted) automaton.places.push_back(static_cast<int>(i));
  }
  if (!automaton.places.empty()) automaton.set = joined(patterns_, automaton.places, anchor_);
}

const PatternSet::Automaton& PatternSet::automaton() const {
  std::call_once(automaton_->once, [this] { make(*automaton_); });
  return *automaton_;
}

bool PatternSet::match(std::string_view text, std::vector<int>& found) const {
  found.clear();
  const Automaton& all = automaton();
  if (all.places.empty()) return false;
  if (all.set == nullptr) return match_each(text, found);
  re2::RE2::Set::ErrorInfo error{};
  const re2::StringPiece piece(text.data(), text.size());
  if (!all.set->Match(piece, &found, &error)) {
    // An automaton that ran out of memory has not said that nothing matches.
    return error.kind != re2::RE2::Set::kNoError && match_each(text, found);
  }
  for (int& place : found) place = all.places[static_cast<std::size_t>(place)];
  std::ranges::sort(found);
  return true;
}

bool PatternSet::match_each(std::string_view text, std::vector<int>& found) const {
  found.clear();
  const re2::StringPiece piece(text.data(), text.size());
  for (const int place : automaton().places) {
    const Expression& pattern = patterns_[static_cast<std::size_t>(place)];
    if (pattern->Match(piece, 0, text.size(), anchor_, nullptr, 0)) found.push_back(place);
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

}  // namespace rapporteur
