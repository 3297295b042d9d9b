#include <algorithm>
#include <set>

#include "extractors/extractor.hpp"
#include "extractors/records.hpp"
#include "pipeline/text/date.hpp"
#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

constexpr std::string_view kDeadlinesDoc = R"md(
What has to be done by which date: from lists of deadlines and from sentences that ask for
something by a date. A deadline that a document repeats with the same date is one.

```document
Participants are requested to submit their inputs by 13 March 2023 at the latest.
Key deadlines:
| 2023-03-20 | -\tPre-registration (via the form) |
| 2023-03-13 | -\tSubmit inputs to the group by email |
| 2023-02-09 | Requests for visa support letters\nRequests for fellowships |
The text was approved by 13 March 2023.
```

```facts
{"date": "2023-03-13", "what": "Participants are requested to submit their inputs", "evidence": "Participants are requested to submit their inputs by 13 March 2023 at the latest."}
{"date": "2023-03-20", "what": "Pre-registration (via the form)"}
{"date": "2023-02-09", "what": "Requests for visa support letters"}
{"date": "2023-02-09", "what": "Requests for fellowships"}
```

```document
So that all can read them, please send them to the secretariat by 4 March 2026 at the latest.
The deadline for contributions is 12 days before the meeting, which is 25 February 2026.
Deadline for submitting documents: Friday, 8 November 2019, 24:00 UTC
Replies are requested by 15 June 2026.
```

```facts
{"date": "2026-03-04", "what": "please send them to the secretariat"}
{"date": "2026-02-25", "what": "The deadline for contributions"}
{"date": "2019-11-08", "what": "Deadline for submitting documents"}
{"date": "2026-06-15", "what": "Replies are requested"}
```
)md";

constexpr std::size_t kWordsInCommon = 2;
constexpr std::size_t kShortestWord = 4;

std::set<std::string> content_words(std::string_view text) {
  std::set<std::string> out;
  const std::string lower = lower_ascii(text);
  for (const std::string_view word : words(lower)) {
    if (word.size() >= kShortestWord) out.emplace(word);
  }
  return out;
}

// The same demand in other words: the same date and words in common.
bool repeats(const Deadline& a, const Deadline& b) {
  if (a.date != b.date) return false;
  const std::set<std::string> left = content_words(a.what);
  const std::set<std::string> right = content_words(b.what);
  const auto common = static_cast<std::size_t>(
      std::ranges::count_if(left, [&](const std::string& word) { return right.contains(word); }));
  return common >= std::min({kWordsInCommon, left.size(), right.size()});
}

class DeadlineReader {
 public:
  DeadlineReader(const DocumentScan& scan, const Wording& wording, Facts& facts)
      : scan_(scan),
        doc_(scan.doc()),
        wording_(wording),
        facts_(facts),
        year_(year_of(scan.doc())) {}

  void read() {
    const Patterns trigger = wording_.named("trigger");
    for (std::uint32_t i = 0; i < doc_.blocks().size(); ++i) {
      const Block& block = doc_.block({i});
      if (block.kind == BlockKind::table) {
        read_table(doc_.table(block.table));
      } else if (!block.cell && scan_.found({i}, trigger)) {
        for (const TextRange sentence : sentences(doc_, block.text)) read(BlockId{i}, sentence);
      }
    }
  }

 private:
  // A list of deadlines under its heading: a date, and what is due.
  void read_table(const Table& table) {
    const Grid grid(doc_, table);
    if (grid.columns() < 2 || !matches(words_above(doc_, table), wording_.named("heading"))) return;
    for (std::uint32_t row = 0; row < grid.rows(); ++row) {
      const std::string date = date_in(grid.text(row, 0), year_);
      if (date.empty()) continue;
      const std::string cell = grid.raw(row, 1);
      for (const std::string_view line : split(cell, '\n')) {
        const std::string what = collapse(without_marker(line));
        if (what.empty()) continue;
        add({date, what, "", false}, grid.first_block(row, 0), grid.row_range(row), "list");
      }
    }
  }

  void read(BlockId id, TextRange sentence) {
    if (matches(doc_.text(sentence), wording_.named("not"))) return;
    const std::optional<Match> match = find_match(doc_, sentence, wording_.named("sentence"));
    if (!match) return;
    Deadline deadline;
    deadline.date = date_in(doc_.text(match->group("when")), year_, &deadline.inferred);
    deadline.what = words_at(doc_, match->group("what"));
    deadline.whom = words_at(doc_, match->group("whom"));
    if (!deadline.date.empty()) add(std::move(deadline), id, sentence, "sentence");
  }

  void add(Deadline deadline, BlockId id, TextRange where, std::string pattern) {
    for (const Fact& fact : facts_.all()) {
      const Deadline* other = std::get_if<Deadline>(&fact.value);
      if (other != nullptr && repeats(*other, deadline)) return;
    }
    const bool inferred = deadline.inferred;
    facts_.add(std::move(deadline), id, where, std::move(pattern), inferred ? 80 : 95,
               inferred ? "the year is that of the document" : "");
  }

  const DocumentScan& scan_;
  const Document& doc_;
  const Wording& wording_;
  Facts& facts_;
  int year_;
};

void extract_deadlines(const DocumentScan& scan, const Wording& wording, Facts& facts) {
  DeadlineReader(scan, wording, facts).read();
}

constexpr WordingKey kLists[] = {{"numbers", "numbers in words, from none on"}};

constexpr WordingKey kPatterns[] = {
    {"heading", "a line that announces a list of deadlines"},
    {"trigger", "a paragraph worth looking at for deadlines", LookIn::blocks},
    {"sentence", "a sentence with a deadline; groups what, when and whom"},
    {"not", "a sentence that tells of the past and asks for nothing"},
    {"before-meeting", "a time before the meeting; groups count and unit"},
    {"after-meeting", "a time after the meeting; groups count and unit"},
    {"after-document", "a time after the date of the document; groups count and unit"},
    {"within", "a length of time from the meeting on; groups count and unit"},
    {"unit-working-day", "a unit: days without Saturdays and Sundays"},
    {"unit-week", "a unit: weeks"},
    {"unit-month", "a unit: months"},
    {"end-of-week", "the end of the week of the meeting"},
    {"end-of-meeting", "the last day of the meeting"},
    {"start-of-meeting", "the first day of the meeting"},
    {"next-meeting", "the next meeting of the group"},
};

}  // namespace

extern const Extractor kDeadlinesExtractor;
const Extractor kDeadlinesExtractor = {.id = "deadlines",
                                       .summary = "what is due when",
                                       .extract = extract_deadlines,
                                       .doc = kDeadlinesDoc,
                                       .lists = kLists,
                                       .patterns = kPatterns};

}  // namespace rapporteur
