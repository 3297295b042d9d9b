#include <fmt/format.h>

#include <algorithm>

#include "parsers/docx/sign_fonts.hpp"
#include "parsers/docx/word_numbering.hpp"

namespace rapporteur {
namespace {

// Whether a paragraph at level `used` makes the level `deeper` begin again (17.9.10 lvlRestart:
// absent, any higher level does; 0, none; n, level n and those above it).
bool restarts(const ListLevel& deeper, int used) {
  return !deeper.restart || used < *deeper.restart;
}

// In figures (17.9.4 isLgl). Word leaves the level's own number the zero before it: "Section 1.01".
NumberForm legal_form(NumberForm form, bool own) {
  const bool kept = form == NumberForm::bullet || (own && form == NumberForm::decimal_zero);
  return kept ? form : NumberForm::decimal;
}

// The value past which a list stops counting: no document has that many items.
constexpr int kLargest = 1'000'000'000;

}  // namespace

void ListCounters::begin(const WordList& list, int level, Counts& counts) {
  const auto at = static_cast<std::size_t>(level);
  counts.value[at] = std::clamp(list.level(level).start, 0, kLargest);
  counts.begun[at] = true;
  counts.used[at] = true;
}

void ListCounters::advance(const WordList& list, int level, Counts& counts) {
  const auto at = static_cast<std::size_t>(level);
  // The levels above that were never used count as used once by the one that passes over them.
  for (int above = level - 1; above >= 0 && !counts.used[static_cast<std::size_t>(above)];
       --above) {
    begin(list, above, counts);
  }
  if (counts.begun[at]) {
    counts.value[at] = std::min(counts.value[at] + 1, kLargest);
  } else {
    begin(list, level, counts);
  }
  for (int deeper = level + 1; deeper < kListLevels; ++deeper) {
    if (restarts(list.level(deeper), level)) {
      counts.begun[static_cast<std::size_t>(deeper)] = false;
    }
  }
}

std::string ListCounters::next(int list_id, int level) {
  const WordList* const list = numbering_->find(list_id);
  if (list == nullptr || level < 0 || level >= kListLevels) return {};
  Counts& counts = counts_[list->counted_by];
  const auto at = static_cast<std::size_t>(level);
  advance(*list, level, counts);
  // A list with a start of its own uses it once, when it first reaches the level.
  if (list->starts[at] && started_.emplace(list_id, level).second) {
    counts.value[at] = std::clamp(*list->starts[at], 0, kLargest);
  }
  const ListLevel& shown = list->level(level);
  if (shown.form == NumberForm::bullet) return sign_text(shown.text, shown.font);
  std::string label;
  for (std::size_t i = 0; i < shown.text.size(); ++i) {
    const char next = i + 1 < shown.text.size() ? shown.text[i + 1] : '\0';
    if (shown.text[i] != '%' || next < '1' || next > '9') {
      label += shown.text[i];
      continue;
    }
    ++i;
    const int other = next - '1';
    const auto part = static_cast<std::size_t>(other);
    if (other > level && !counts.begun[part]) continue;
    const ListLevel& form = list->level(other);
    // A level above that is to begin again shows the number it will begin with.
    const int number = counts.begun[part] ? counts.value[part] : form.start;
    label += number_words(number, shown.legal ? legal_form(form.form, other == level) : form.form);
  }
  return sign_text(label, shown.font);
}

}  // namespace rapporteur
