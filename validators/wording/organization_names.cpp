// Rules about the names of organizations.

#include <algorithm>
#include <bitset>
#include <span>
#include <utility>

#include "pipeline/text/words.hpp"
#include "validators/families.hpp"
#include "validators/reading/scan.hpp"
#include "validators/reading/shared_scan.hpp"

namespace rapporteur {
namespace {

// A name is compared with what stands before its short form when it has at least this many words.
constexpr std::size_t kComparedWords = 3;

constexpr std::string_view kNameDoc = R"md(
The names of organizations and their parts are written as these bodies write them: a letter or a
word too many or too few in front of a known short form, or a plural where the name has none, is
reported. A name that is quite another one is not. The names are those of the profile's
[organizations.bodies] and [organizations.institutes].
One finding of five in real documents was refuted, the name of a body in the title of a standard;
the names of that body are no longer compared.

```fail
the agreement by the Telecommunication Advisory Group (TSAG)  <-- Telecommunication Standardization Advisory Group
```

```fail
The Telecommunications Standardization Bureau provides the secretariat.  <-- Telecommunication Standardization Bureau
```

```pass
Telecommunication Standardization Advisory Group (TSAG) and Technical Support Group (TSAG)
The European Telecommunications Standards Institute (ETSI) met the International
Telecommunication Union (ITU).
```
)md";

struct OfficialName {
  std::string_view acronym;
  std::string_view name;
  std::vector<std::string_view> words;
};

std::vector<OfficialName> official_names(const Profile& profile) {
  std::vector<OfficialName> names;
  for (const Organization& one : profile.organizations.all()) {
    if (!one.official.empty()) names.push_back({one.name, one.official, words(one.official)});
  }
  return names;
}

std::string_view without_plural(std::string_view word) {
  return word.ends_with('s') ? word.substr(0, word.size() - 1) : word;
}

// The beginning of the text as far as it is the name, each word of which may have a plural "s" too
// many or too few; "" when it is not.
std::string_view written_at(std::string_view text, const OfficialName& official) {
  std::string_view rest = text;
  for (const std::string_view word : official.words) {
    if (rest.size() < text.size()) {
      if (!rest.starts_with(' ')) return {};
      rest.remove_prefix(1);
    }
    const std::string_view stem = without_plural(word);
    if (!rest.starts_with(stem)) return {};
    rest.remove_prefix(stem.size());
    if (rest.starts_with('s')) rest.remove_prefix(1);
  }
  if (!rest.empty() && (is_alpha(rest[0]) || is_digit(rest[0]))) return {};
  return text.substr(0, text.size() - rest.size());
}

// "assemblies" as "assembly", in small letters.
std::string singular(std::string_view word) {
  const std::string lower = lower_ascii(word);
  if (lower.ends_with("ies")) return lower.substr(0, lower.size() - 3) + "y";
  return std::string(without_plural(lower));
}

bool same_but_plurals(const std::vector<std::string_view>& found, const OfficialName& official) {
  return std::ranges::equal(found, official.words, {}, singular, singular);
}

// The long names by their first word, with and without a plural "s".
class ByFirstWord {
 public:
  explicit ByFirstWord(const std::vector<OfficialName>& names) {
    for (const OfficialName& official : names) {
      if (official.words.size() < kComparedWords) continue;
      const std::string stem(without_plural(official.words.front()));
      add(word_key(stem), official);
      add(word_key(stem + "s"), official);
    }
    std::ranges::stable_sort(names_, {}, &Entry::first);
  }

  std::span<const std::pair<std::uint64_t, const OfficialName*>> at(const Word& word) const {
    if (!some_[word.key / 2 % some_.size()]) return {};
    const auto found = std::ranges::equal_range(names_, word.key, {}, &Entry::first);
    return {found.begin(), found.end()};
  }

 private:
  using Entry = std::pair<std::uint64_t, const OfficialName*>;
  void add(std::uint64_t key, const OfficialName& official) {
    some_.set(key / 2 % some_.size());
    names_.emplace_back(key, &official);
  }

  std::vector<Entry> names_;
  std::bitset<1024> some_;  // keys that a name may have; most words are none
};

void check_plural(BlockId block, std::string_view text, const OfficialName& official,
                  const std::vector<OfficialName>& names, Report& report) {
  const std::string_view written = written_at(text, official);
  if (written.empty()) return;
  const std::vector<std::string_view> found = words(written);
  const auto exact = [&](const OfficialName& name) { return name.words == found; };
  if (std::ranges::any_of(names, exact)) return;
  report.add_at(block, report.range_of(written),
                fmt::format("'{}': the name is {}", written, official.name));
}

void check_plurals(const Subject& in, const std::vector<OfficialName>& names, Report& report) {
  const ByFirstWord first(names);
  for (std::uint32_t i = 0; i < in.doc.blocks().size(); ++i) {
    const std::string_view text = in.doc.text(BlockId{i});
    for (const Word& word : in.shared.words(BlockId{i})) {
      for (const auto& [key, official] : first.at(word)) {
        const auto at = static_cast<std::size_t>(word.text.data() - text.data());
        check_plural(BlockId{i}, text.substr(at), *official, names, report);
      }
    }
  }
}

std::size_t word_distance(std::span<const std::string_view> a,
                          std::span<const std::string_view> b) {
  std::vector<std::size_t> above(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) above[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::vector<std::size_t> row(b.size() + 1, i);
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t changed = equals_ignoring_case(a[i - 1], b[j - 1]) ? 0 : 1;
      row[j] = std::min({above[j] + 1, row[j - 1] + 1, above[j - 1] + changed});
    }
    above = std::move(row);
  }
  return above[b.size()];
}

// The words before a short form that come nearest to its name.
struct Nearest {
  std::size_t distance = 0;
  std::span<const std::string_view> words;
};

Nearest nearest_words(const std::vector<std::string_view>& before, const OfficialName& official) {
  Nearest best{official.words.size(), {}};
  const std::size_t most = std::min(before.size(), official.words.size() + 2);
  for (std::size_t count = 2; count <= most; ++count) {
    const std::span<const std::string_view> tail = std::span(before).last(count);
    const std::size_t distance = word_distance(tail, official.words);
    // A name begins with the same word, or it is another name.
    if (distance != 0 && !equals_ignoring_case(without_plural(tail.front()),
                                               without_plural(official.words.front()))) {
      continue;
    }
    if (distance < best.distance) best = {distance, tail};
  }
  return best;
}

// `before` is what stands in the block before the short form.
void check_expansion(BlockId block, std::string_view before, const OfficialName& official,
                     Report& report) {
  const std::vector<std::string_view> said = tokens(before);
  const Nearest nearest = nearest_words(said, official);
  const std::size_t allowed = official.words.size() / 3 + 1;
  if (nearest.words.empty() || nearest.distance == 0 || nearest.distance > allowed) return;
  const std::string_view first = nearest.words.front();
  const std::string_view last = nearest.words.back();
  const std::string_view written(
      first.data(), static_cast<std::size_t>(last.data() + last.size() - first.data()));
  // What differs in a plural only is reported wherever it stands, not only before a short form.
  if (same_but_plurals({nearest.words.begin(), nearest.words.end()}, official)) return;
  report.add_at(
      block, report.range_of(written),
      fmt::format("'{} ({})': the name is {}", collapse(written), official.acronym, official.name));
}

// The names whose short form stands in brackets: "Telecommunication Standardization Bureau (TSB)".
void check_expansions(const Subject& in, const std::vector<OfficialName>& names, Report& report) {
  for (BlockId id{0}; id.index < in.doc.blocks().size(); ++id.index) {
    const std::string_view text = in.doc.text(id);
    std::size_t open = text.find('(');
    if (open == text.npos || !is_prose(in.doc, id)) continue;
    for (; open != text.npos; open = text.find('(', open + 1)) {
      const std::size_t close = text.find(')', open);
      if (close == text.npos) break;
      const std::string_view inside = text.substr(open + 1, close - open - 1);
      const auto official = std::ranges::find(names, inside, &OfficialName::acronym);
      if (official == names.end() || official->words.size() < kComparedWords) continue;
      check_expansion(id, text.substr(0, open), *official, report);
    }
  }
}

void check_names(const Subject& in, Report& report) {
  const std::vector<OfficialName> names = official_names(in.profile);
  check_plurals(in, names, report);
  check_expansions(in, names, report);
}

constexpr Rule kRules[] = {
    {.id = "org-name-wrong",
     .group = "F",
     .severity = Severity::error,
     .summary = "names of organizations are the official ones",
     .check = check_names,
     .doc = kNameDoc},
};

}  // namespace

std::span<const Rule> name_rules() { return kRules; }

}  // namespace rapporteur
