#include <algorithm>

#include "extractors/extractor.hpp"
#include "extractors/meeting/check_points.hpp"
#include "extractors/meeting/deadline_words.hpp"
#include "extractors/reading/records.hpp"
#include "extractors/reading/relative_date.hpp"
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
4 Written inputs should be submitted to the secretariat by 20 June 2026.
```

```facts
{"date": "2026-03-04", "what": "please send them to the secretariat"}
{"date": "2026-02-25", "what": "The deadline for contributions"}
{"date": "2019-11-08", "what": "Deadline for submitting documents"}
{"date": "2026-06-15", "what": "Replies are requested"}
{"date": "2026-06-20", "what": "Written inputs should be submitted to the secretariat"}
```
)md";

constexpr int kFromText = 95;
constexpr int kInferred = 80;
constexpr int kUndated = 70;
constexpr int kMostOfSentence = 4;          // deadlines in one sentence
constexpr std::size_t kLongestLabel = 40;   // bytes
constexpr std::size_t kLongestAbove = 200;  // bytes of a line that says what a date is for

constexpr ColumnSpec kColumns[] = {
    {"deadline-column", true}, {"what-column", true}, {"whom-column"}};

// "Circulation Date: 20 October 2026"
bool is_field(std::string_view line) {
  return line.find(": ") <= kLongestLabel && !trim(line).ends_with(':');
}

class DeadlineReader {
 public:
  DeadlineReader(const DocumentScan& scan, const Wording& wording, Facts& facts)
      : scan_(scan),
        doc_(scan.doc()),
        wording_(wording),
        facts_(facts),
        relative_(scan),
        year_(year_of(scan.doc())) {}

  void read() {
    bool in_list = false;
    for (std::uint32_t i = 0; i < doc_.blocks().size(); ++i) {
      const BlockId id{i};
      const Block& block = doc_.block(id);
      if (block.kind == BlockKind::table) read_table(doc_.table(block.table));
      if (block.kind == BlockKind::table || (block.cell && !is_boxed(doc_, block))) continue;
      if (scan_.found(id, wording_.named("list-heading"))) {
        in_list = true;
        listed_day_ = {};
        continue;
      }
      in_list = in_list && (block.text.empty() || read_listed(id));
      if (scan_.found(id, wording_.named("check-point"))) read_check_points(id);
      if (!in_list && scan_.found(id, wording_.named("trigger"))) read_text(id);
    }
  }

 private:
  // A list of deadlines under its heading, or with columns that say so.
  void read_table(const Table& table) {
    if (const auto records = Records::find(scan_, table, wording_, kColumns)) {
      for (std::uint32_t row = records->first_row(); row < records->end_row(); ++row) {
        read_row(records->grid(), row, records->column_of("deadline-column"),
                 records->column_of("what-column"), records->text(row, "whom-column"),
                 matched_group(records->header_text("deadline-column"),
                               wording_.named("deadline-of"), "what"));
      }
      return;
    }
    const Grid grid(doc_, table);
    const bool announced = matches(words_above(doc_, table), wording_.named("heading"));
    if (grid.columns() < 2 || !(announced || heads_what_is_due(grid))) return;
    for (std::uint32_t row = 0; row < grid.rows(); ++row) {
      const bool first = !date_in(grid.text(row, 0), year_).empty();
      read_row(grid, row, first ? 0 : 1, first ? 1 : 0, "", "");
    }
  }

  // "Date | Deadline": the second column says what is due on the date before it.
  bool heads_what_is_due(const Grid& grid) const {
    if (grid.columns() != 2 || grid.rows() < 2) return false;
    return matches(grid.text(0, 1), wording_.named("deadline-column")) &&
           !date_in(grid.text(1, 0), year_).empty();
  }

  // `of` is what the header says that it is a deadline of: "Submission deadline".
  void read_row(const Grid& grid, std::uint32_t row, std::uint32_t date_column,
                std::uint32_t what_column, const std::string& whom, const std::string& of) {
    Deadline deadline = dated(grid.text(row, date_column));
    if (deadline.date.empty() && deadline.when.empty()) return;
    deadline.whom = whom;
    const std::string cell = grid.raw(row, what_column);
    for (const std::string_view line : split(cell, '\n')) {
      deadline.what = collapse(without_marker(line));
      if (deadline.what.empty()) continue;
      if (!of.empty()) deadline.what += " – " + of;
      add(deadline, grid.first_block(row, date_column), grid.row_range(row), "list");
    }
  }

  bool read_listed(BlockId id) {
    const TextRange words = trimmed(doc_, doc_.block(id).text);
    if (const auto match = find_match(doc_, words, wording_.named("listed"))) {
      Deadline deadline = dated(words_at(doc_, match->group("when")));
      if (deadline.date.empty() && deadline.when.empty()) return false;
      listed_day_ = deadline;
      deadline.what = words_at(doc_, match->group("what"));
      add(std::move(deadline), id, words, "list");
      return true;
    }
    return read_listed_day(id, words);
  }

  // A day alone on its line, and lines with a mark below it: each is due on that day.
  bool read_listed_day(BlockId id, TextRange words) {
    if (matches(doc_.text(words), wording_.named("listed-day"))) {
      listed_day_ = dated(words_at(doc_, words));
      return !listed_day_.date.empty();
    }
    const std::string_view item = without_marker(doc_.text(words));
    const bool marked = item.size() < words.size() || doc_.block(id).kind == BlockKind::list_item;
    if (!marked || listed_day_.date.empty()) return false;
    Deadline deadline = listed_day_;
    deadline.what = collapse(item);
    add(std::move(deadline), id, words, "list");
    return true;
  }

  // "1st check point: 5/19", of a discussion that the line above names
  void read_check_points(BlockId id) {
    for (const CheckPoint& point : check_points_in(doc_, id, wording_, year_)) {
      Deadline deadline;
      deadline.date = point.date;
      deadline.inferred = true;
      deadline.what = point.what;
      add(std::move(deadline), id, point.where, "check-point");
    }
  }

  void read_text(BlockId id) {
    for (const TextRange sentence : sentences(doc_, doc_.block(id).text)) {
      const std::string_view text = doc_.text(sentence);
      const bool demands = matches(text, wording_.named("demand"));
      if (!demands && matches(text, wording_.named("not"))) continue;
      if (!is_action(id, sentence) && !read_dated(id, sentence) && demands) {
        read_relative(id, sentence);
      }
    }
  }

  // What an action says of its date is not said again.
  bool is_action(BlockId id, TextRange sentence) const {
    return std::ranges::any_of(facts_.all(), [&](const Fact& fact) {
      const Action* action = std::get_if<Action>(&fact.value);
      return action != nullptr && fact.block == id && !action->due.empty() &&
             fact.where.begin < sentence.end && sentence.begin < fact.where.end;
    });
  }

  bool read_dated(BlockId id, TextRange sentence) {
    if (std::ranges::none_of(doc_.text(sentence), is_digit)) return false;
    TextRange left = sentence;
    bool found = false;
    for (int i = 0; i < kMostOfSentence; ++i) {
      const std::optional<Match> match = find_match(doc_, left, wording_.named("sentence"));
      if (!match) break;
      const TextRange when = match->group("when");
      const auto dates = find_dates(doc_.text(when), assumed_year());
      if (dates.empty()) break;
      found = true;
      Deadline deadline;
      deadline.date = dates.front().from.iso();
      deadline.inferred = dates.front().year_inferred;
      if (!give_words(id, *match, deadline)) break;
      add(std::move(deadline), id, sentence, "sentence");
      left.begin = std::max(left.begin, when.begin + static_cast<std::uint32_t>(dates.front().end));
      if (match->group("what").begin > when.begin) break;
    }
    return found;
  }

  // "… two weeks before the meeting"
  void read_relative(BlockId id, TextRange sentence) {
    const auto& standing = wording_.list("standing-texts");
    if (std::ranges::find(standing, doc_.identity().kind) != standing.end()) return;
    const auto match = find_match(doc_, sentence, wording_.named("relative"));
    if (!match) return;
    Deadline deadline = dated(words_at(doc_, match->group("when")));
    deadline.what = words_at(doc_, {sentence.begin, match->where.begin});
    if (deadline.what.empty()) {
      deadline.what = words_at(doc_, {match->where.end, sentence.end});
    }
    const bool rule = !matches(doc_.text(sentence), wording_.named("request"));
    if (deadline.date.empty() && (rule || deadline.when.empty())) return;
    give_whom(deadline);
    add(std::move(deadline), id, sentence, "relative");
  }

  bool give_words(BlockId id, const Match& match, Deadline& deadline) const {
    deadline.what = words_at(doc_, match.group("what"));
    if (matches(deadline.what, wording_.named("bare"))) {
      // The label of a form, of which a liaison statement was read.
      if (is_known(deadline.date)) return false;
      if (std::string above = words_before(id, match.where); !above.empty()) {
        deadline.what = std::move(above);
      }
    }
    while (deadline.what.ends_with(',')) deadline.what.pop_back();
    deadline.what = without_arrow(without_number(deadline.what));
    deadline.whom = words_at(doc_, match.group("whom"));
    give_whom(deadline);
    return true;
  }

  bool is_known(const std::string& date) const {
    return std::ranges::any_of(facts_.all(), [&](const Fact& fact) {
      const Deadline* other = std::get_if<Deadline>(&fact.value);
      return other != nullptr && other->date == date;
    });
  }

  // What "Deadline: 5 May" is a deadline of: the sentence or line before it, or the heading.
  std::string words_before(BlockId id, TextRange where) const {
    const auto earlier = sentences(doc_, {doc_.block(id).text.begin, where.begin});
    if (!earlier.empty()) return words_at(doc_, earlier.back());
    const ClauseId clause = doc_.clause_of(id);
    if (id.index > 0) {
      const BlockId above{id.index - 1};
      const Block& block = doc_.block(above);
      const bool near = !block.cell && block.kind != BlockKind::table &&
                        block.text.size() <= kLongestAbove && doc_.clause_of(above) == clause;
      // Of two fields one below the other neither is about the other, but about the document.
      if (near && is_field(doc_.text(above))) return doc_.identity().title;
      if (near && !block.text.empty()) return words_at(doc_, block.text);
    }
    return clause ? doc_.clause(clause).title : std::string();
  }

  void give_whom(Deadline& deadline) const {
    if (!deadline.whom.empty()) return;
    deadline.whom = matched_group(deadline.what, wording_.named("whom"), "whom");
  }

  // The date that the words tell, or the words themselves.
  Deadline dated(const std::string& words) const {
    Deadline out;
    out.date = date_in(words, year_, &out.inferred);
    if (!out.date.empty() || !relative_.is_relative(words)) return out;
    out.when = words;
    out.date = relative_.resolve(words);
    out.inferred = !out.date.empty();
    return out;
  }

  std::optional<int> assumed_year() const {
    return year_ == 0 ? std::optional<int>() : std::optional<int>(year_);
  }

  void add(Deadline deadline, BlockId id, TextRange where, std::string pattern) {
    for (const Fact& fact : facts_.all()) {
      const Deadline* other = std::get_if<Deadline>(&fact.value);
      const bool alike = (pattern == "list") == (fact.pattern == "list");
      const Kin kin = !alike ? Kin::mixed : (pattern == "list" ? Kin::listed : Kin::told);
      if (other != nullptr && repeats(*other, deadline, kin)) return;
    }
    const int confidence =
        deadline.date.empty() ? kUndated : (deadline.inferred ? kInferred : kFromText);
    std::string reason;
    if (deadline.date.empty()) {
      reason = "the document does not say from which day it is counted";
    } else if (deadline.inferred) {
      reason = deadline.when.empty() ? "the year is that of the document"
                                     : "the date is counted from a meeting or from the document";
    }
    facts_.add(std::move(deadline), id, where, std::move(pattern), confidence, std::move(reason));
  }

  const DocumentScan& scan_;
  const Document& doc_;
  const Wording& wording_;
  Facts& facts_;
  RelativeDates relative_;
  int year_;
  Deadline listed_day_;  // the day told last in a list of deadlines, without what is due
};

void extract_deadlines(const DocumentScan& scan, const Wording& wording, Facts& facts) {
  DeadlineReader(scan, wording, facts).read();
}

constexpr WordingKey kLists[] = {
    {"numbers", "numbers in words, from none on"},
    {"standing-texts", "kinds of documents whose periods are rules and no deadlines"},
};

constexpr WordingKey kPatterns[] = {
    {"heading", "words above a table that announce deadlines"},
    {"list-heading", "a line that announces a list of deadlines", LookIn::blocks},
    {"listed", "a line of such a list; groups when and what"},
    {"listed-day", "a line of such a list that is the day of the items below it"},
    {"deadline-column", "header of the column of deadlines"},
    {"deadline-of", "such a header that says of what; group what"},
    {"what-column", "header of the column of what is due"},
    {"whom-column", "header of the column of those who have to do it"},
    {"check-point", "when a discussion is looked at again; groups what and when", LookIn::blocks},
    {"month-and-day", "a day that is written as two numbers; groups month and day"},
    {"discussed", "a line that names a discussion with such days"},
    {"trigger", "a paragraph worth looking at for deadlines", LookIn::blocks},
    {"sentence", "a sentence with a deadline; groups what, when and whom"},
    {"bare", "the word 'deadline' alone, which is that of the line above"},
    {"request", "words that ask somebody for something"},
    {"demand", "words that ask for something or promise it"},
    {"not", "a sentence that tells of the past, unless it asks for something"},
    {"whom", "what is due, with those who have to do it; group whom"},
    {"relative", "a date told relative to a meeting or a document; group when"},
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
