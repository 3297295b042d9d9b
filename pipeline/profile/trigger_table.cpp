#include "pipeline/profile/trigger_table.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

constexpr std::size_t kBytes = 256;

std::size_t place_of(std::size_t first, std::size_t second) { return first * kBytes + second; }

bool stands_for(char of_trigger, char c) {
  if (of_trigger == '@') return is_upper(c);
  return of_trigger == '#' ? is_digit(c) : of_trigger == c;
}

bool may_be_second(std::string_view trigger, char c) {
  return trigger.size() < 2 || trigger[1] == '*' || stands_for(trigger[1], c);
}

bool is_in_run(char c) { return is_alpha(c) || is_digit(c) || c == '-'; }

// The first character is known to match: the trigger was found by it.
bool begins_with_trigger(std::string_view text, std::string_view trigger) {
  std::size_t at = 1;
  for (const char wanted : trigger.substr(1)) {
    if (wanted == '*') {
      while (at < text.size() && is_in_run(text[at])) ++at;
      continue;
    }
    if (at >= text.size() || !stands_for(wanted, text[at])) return false;
    ++at;
  }
  return true;
}

}  // namespace

void TriggerTable::add(const std::string& trigger, std::size_t family) {
  if (trigger.empty()) return;
  auto known = std::ranges::find(triggers_, trigger, &Trigger::text);
  if (known == triggers_.end()) known = triggers_.insert(known, {trigger, {}});
  if (known->families.empty() || known->families.back() != family) {
    known->families.push_back(family);
  }
}

void TriggerTable::arrange() {
  by_two_.assign(kBytes * kBytes, 0);
  few_.assign(1, {});
  std::map<Few, std::uint16_t> known{{{}, 0}};
  for (std::size_t first = 0; first < kBytes; ++first) {
    Few of_first;
    for (std::size_t i = 0; i < triggers_.size(); ++i) {
      if (!stands_for(triggers_[i].text.front(), static_cast<char>(first))) continue;
      of_first.push_back(static_cast<std::uint16_t>(i));
    }
    if (of_first.empty()) continue;
    for (std::size_t second = 0; second < kBytes; ++second) {
      Few of_both;
      std::ranges::copy_if(of_first, std::back_inserter(of_both), [&](std::uint16_t i) {
        return may_be_second(triggers_[i].text, static_cast<char>(second));
      });
      const auto [entry, fresh] = known.emplace(of_both, static_cast<std::uint16_t>(few_.size()));
      if (fresh) few_.push_back(std::move(of_both));
      by_two_[place_of(first, second)] = entry->second;
    }
  }
}

void TriggerTable::find(std::string_view text, std::size_t at, Families& families) const {
  families.clear();
  if (at + 1 >= text.size() || by_two_.empty()) return;
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const Few& few = few_[by_two_[place_of(byte(at), byte(at + 1))]];
  for (const std::uint16_t i : few) {
    const Trigger& trigger = triggers_[i];
    if (!begins_with_trigger(text.substr(at), trigger.text)) continue;
    families.insert(families.end(), trigger.families.begin(), trigger.families.end());
  }
  if (families.size() < 2) return;
  std::ranges::sort(families);
  const auto repeated = std::ranges::unique(families);
  families.erase(repeated.begin(), repeated.end());
}

}  // namespace rapporteur
