#include "pipeline/profile/pattern_set.hpp"

#include <algorithm>
#include <map>
#include <string>

namespace rapporteur {
namespace {

constexpr std::int64_t kMostMemory = std::int64_t{64} << 20;

std::unique_ptr<re2::RE2::Set> joined(const std::vector<std::string>& patterns,
                                      re2::RE2::Anchor anchor) {
  re2::RE2::Options options;
  options.set_log_errors(false);
  options.set_max_mem(kMostMemory);
  if (patterns.empty()) return nullptr;
  auto set = std::make_unique<re2::RE2::Set>(options, anchor);
  for (const std::string& pattern : patterns) {
    if (set->Add(pattern, nullptr) < 0) return nullptr;
  }
  return set->Compile() ? std::move(set) : nullptr;
}

}  // namespace

void PatternSet::make(Automaton& automaton) const {
  std::vector<std::string> at_start;
  std::vector<std::string> elsewhere;
  for (std::size_t i = 0; i < patterns_.size(); ++i) {
    if (which_ == Which::without_literals && !patterns_[i].literals().empty()) continue;
    const std::string& pattern = patterns_[i].pattern();
    const bool begins = begins_text(pattern);
    std::vector<std::string>& joint = begins ? at_start : elsewhere;
    LooseExpression loose = loosened(pattern);
    joint.push_back(std::move(loose.pattern));
    Part& part = begins ? automaton.at_start : automaton.elsewhere;
    part.sought.push_back({static_cast<int>(i), loose.finds});
  }
  automaton.at_start.set = joined(at_start, re2::RE2::ANCHOR_START);
  automaton.elsewhere.set = joined(elsewhere, anchor_);
}

const PatternSet::Automaton& PatternSet::automaton() const {
  std::call_once(automaton_->once, [this] { make(*automaton_); });
  return *automaton_;
}

bool PatternSet::match(std::string_view text, std::vector<int>& found) const {
  found.clear();
  match_part(automaton().at_start, text, found);
  match_part(automaton().elsewhere, text, found);
  std::ranges::sort(found);
  return !found.empty();
}

void PatternSet::match_part(const Part& part, std::string_view text,
                            std::vector<int>& found) const {
  if (part.sought.empty()) return;
  thread_local std::vector<int> hits;
  re2::RE2::Set::ErrorInfo error{};
  const re2::StringPiece piece(text.data(), text.size());
  if (part.set == nullptr || !part.set->Match(piece, &hits, &error)) {
    // An automaton that ran out of memory has not said that nothing matches.
    if (part.set == nullptr || error.kind != re2::RE2::Set::kNoError) match_each(part, text, found);
    return;
  }
  const Finds exact = is_common(text) ? Finds::the_same_in_common : Finds::the_same;
  for (const int hit : hits) {
    const Sought sought = part.sought[static_cast<std::size_t>(hit)];
    if (sought.finds <= exact || match_one(text, sought.place)) found.push_back(sought.place);
  }
}

bool PatternSet::match_one(std::string_view text, int place) const {
  const re2::StringPiece piece(text.data(), text.size());
  const re2::RE2& pattern = patterns_[static_cast<std::size_t>(place)].in(text);
  return pattern.Match(piece, 0, text.size(), anchor_, nullptr, 0);
}

void PatternSet::match_each(const Part& part, std::string_view text,
                            std::vector<int>& found) const {
  for (const Sought& sought : part.sought) {
    if (match_one(text, sought.place)) found.push_back(sought.place);
  }
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
  const auto first = std::ranges::find_if(
      patterns, [&](const Pattern& pattern) { return pattern.expression.found_in(text); });
  return first == patterns.end() ? nullptr : first;
}

}  // namespace rapporteur
