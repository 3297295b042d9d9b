// Rules about the title of a document.

#include <algorithm>

#include "pipeline/text/words.hpp"
#include "validators/families.hpp"
#include "validators/reading/scan.hpp"
#include "validators/reading/shared_scan.hpp"

namespace rapporteur {
namespace {

constexpr std::string_view kAcronymDoc = R"md(
A title has no abbreviation that its reader may not know. Abbreviations known to everybody are
options; titles in capitals throughout are not looked at. Told as information: many titles need
one.

```fail
%kind recommendation
@Title Security framework for QKDN  <-- 'QKDN'
```

```pass
%kind recommendation
@Title Security framework for quantum key distribution networks over IP
```

```pass
%kind recommendation
@Title [NOTE TO AUTHORS: replace this line by the title of the text]
```
)md";

constexpr RuleOption kAcronymOptions[] = {{"known", "[]", "abbreviations that a title may have"}};

std::ptrdiff_t capitals(std::string_view word) { return std::ranges::count_if(word, is_upper); }

bool is_in_capitals(std::string_view title) {
  return capitals(title) * 2 > std::ranges::count_if(title, is_alpha);
}

// The block of the head that shows the title, or none.
BlockId block_of_title(const Document& doc) {
  constexpr std::uint32_t kHead = 200;  // blocks of covers and front pages
  const auto count = static_cast<std::uint32_t>(doc.blocks().size());
  for (std::uint32_t i = 0; i < std::min(kHead, count); ++i) {
    if (collapse(doc.text(BlockId{i})) == doc.identity().title) return BlockId{i};
  }
  return {};
}

void check_acronym(const Subject& in, Report& report) {
  const std::string& title = in.doc.identity().title;
  // What a template says in brackets is replaced by a title yet to come.
  if (is_in_capitals(title) || title.starts_with('[') || title.starts_with('<')) return;
  const std::vector<std::string>& known = in.config.list("known");
  for (const std::string_view word : tokens(title)) {
    if (capitals(word) < 2 || word.find('.') != word.npos) continue;
    if (std::ranges::find(known, word) != known.end()) continue;
    report.add(block_of_title(in.doc), "'{}' is an abbreviation", word);
    return;
  }
}

constexpr std::string_view kSeriesDoc = R"md(
The title does not repeat the title of the series, which stands on the cover above it.

```fail
%kind recommendation
ITU-T H.999
@Title Audiovisual and multimedia systems: key relay control  <-- repeats the title of the series
```

```pass
%kind recommendation
ITU-T H.999
@Title Key relay control
```
)md";

constexpr RuleOption kSeriesOptions[] = {{"series", "{}", "letter and title of the series"}};

void check_series(const Subject& in, Report& report) {
  const Identity& identity = in.doc.identity();
  const std::string title = lower_ascii(identity.title);
  for (const auto& [letter, series] : in.config.table("series")) {
    if (identity.number.field("series") != letter || title == lower_ascii(series)) continue;
    if (!title.starts_with(lower_ascii(series))) continue;
    report.add(block_of_title(in.doc), "the title repeats the title of the series, '{}'", series);
  }
}

constexpr std::string_view kConflictDoc = R"md(
One Resolution is cited with one title. Two titles that begin alike and go on differently are of one
text: one of them was cut, or is an older one. Reported once for each further title.

```fail
The group agreed to revise Resolution 68 "Evolving role of industry in the Sector".
| Next steps for Resolution 68 (Rev. Hammamet, 2016), Evolving role of industry in ITU-T |  <-- earlier 'Evolving role of industry in the Sector'
```

```pass
Resolution 68 (Rev. Hammamet, 2016), Evolving role of industry in ITU-T
The group agreed to revise Resolution 68 "Evolving role of industry in ITU-T".
Resolution 68 "Review of all numbers" is of another assembly.
```
)md";

// A title behind the number of a Resolution: in quotation marks, or up to the end of the block.
constexpr std::string_view kTitled =
    R"re(\bResolution (\d{1,3})(?: \([^()\n]+\))?(?:,? ["“]([^"“”\n]+)["”]|(?:,| [–-]) (\p{Lu}[^.;"“\n]+)$))re";
constexpr std::size_t kShortestTitle = 12;  // bytes
constexpr std::size_t kLongestTitle = 150;

constexpr std::size_t kAlike = 2;  // first words that two titles of one text share

bool begin_alike(std::string_view a, std::string_view b) {
  const std::vector<std::string_view> first = words(a);
  const std::vector<std::string_view> second = words(b);
  if (first.size() <= kAlike || second.size() <= kAlike) return false;
  return std::equal(first.begin(), first.begin() + kAlike, second.begin(), equals_ignoring_case);
}

struct Titled {
  std::string number;
  std::string title;
  std::string_view where;
};

void check_titles_agree(const Subject& in, Report& report) {
  std::vector<Titled> known;
  for (const PlacedMatch& hit : in.shared.matches(kTitled)) {
    const std::string_view written = hit.group(2).empty() ? hit.group(3) : hit.group(2);
    if (written.size() < kShortestTitle || kLongestTitle < written.size()) continue;
    Titled one{std::string(hit.group(1)), lower_ascii(collapse(written)), written};
    for (const Titled& other : known) {
      if (other.number != one.number || !begin_alike(other.title, one.title)) continue;
      if (other.title == one.title) break;
      report.add_at(hit.block, report.range_of(written),
                    fmt::format("Resolution {}: earlier '{}'", one.number, other.where),
                    {report.range_of(other.where)});
      break;
    }
    known.push_back(std::move(one));
  }
}

constexpr Rule kRules[] = {
    {.id = "rec-title-acronym",
     .group = "A",
     .severity = Severity::info,
     .summary = "a title has no abbreviation",
     .check = check_acronym,
     .doc = kAcronymDoc,
     .options = kAcronymOptions},
    {.id = "rec-title-repeats-series",
     .group = "A",
     .severity = Severity::warning,
     .summary = "a title does not repeat that of its series",
     .check = check_series,
     .doc = kSeriesDoc,
     .options = kSeriesOptions},
    {.id = "ref-title-conflict",
     .group = "G",
     .severity = Severity::warning,
     .summary = "one Resolution is cited with one title",
     .check = check_titles_agree,
     .doc = kConflictDoc},
};

}  // namespace

std::span<const Rule> title_rules() { return kRules; }

}  // namespace rapporteur
