#include "extractors/meeting/meeting_reader.hpp"

#include <algorithm>

#include "extractors/meeting/meeting_words.hpp"
#include "extractors/reading/occasion.hpp"
#include "extractors/reading/records.hpp"
#include "pipeline/text/date.hpp"
#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

constexpr ColumnSpec kColumns[] = {{"date-column", true}, {"title-column"}, {"body-column"},
                                   {"place-column"},      {"until-column"}, {"country-column"},
                                   {"question-column"},   {"topic-column"}};
constexpr std::uint32_t kHeaderReach = 2;  // blocks below the name of a meeting with its date
constexpr std::uint32_t kGroupReach = 5;   // blocks below the name of a group with its meeting
constexpr std::size_t kYear = 4;           // digits
constexpr std::size_t kWholeDate = 10;     // "2026-03-17"
constexpr std::size_t kLongestLine = 200;  // bytes of a line of a list of meetings
constexpr std::size_t kFarthestDate = 80;  // bytes after the mention of the meeting

// "The EAN workshop" -> "EAN workshop"
std::string without_article(std::string words) {
  for (const std::string_view article : {"the ", "an ", "a "}) {
    if (starts_with_ignoring_case(words, article)) return words.substr(article.size());
  }
  return words;
}

// "2026-04-12" -> "2027-04-12"
std::string a_year_later(const std::string& date) {
  const auto year = static_cast<std::size_t>(std::stoi(date.substr(0, kYear)));
  return std::to_string(year + 1) + date.substr(kYear);
}

class MeetingReader {
 public:
  MeetingReader(const DocumentScan& scan, const Wording& wording, Facts& facts)
      : scan_(scan),
        doc_(scan.doc()),
        wording_(wording),
        words_(wording, year_of(scan.doc())),
        mentions_(wording.named("mention")),
        any_mention_(set_of(mentions_)),
        list_(facts) {}

  void read() {
    const Patterns trigger = wording_.named("trigger");
    for (std::uint32_t i = 0; i < doc_.blocks().size(); ++i) {
      const BlockId id{i};
      const Block& block = doc_.block(id);
      if (block.kind == BlockKind::table) {
        read_table(doc_.table(block.table));
      } else if (block.kind != BlockKind::toc) {
        if (scan_.found(id, trigger)) read_text(id);
        if (!block.cell) read_line(id);
        follow_list(id);
      }
    }
    read_own();
    list_.drop_vague();
  }

 private:
  void read_text(BlockId id) {
    if (!doc_.block(id).cell) read_header(id);
    for (const TextRange sentence : sentences(doc_, doc_.block(id).text)) {
      // No meeting without a date.
      if (std::ranges::none_of(doc_.text(sentence), is_digit)) continue;
      if (matches(doc_.text(sentence), wording_.named("not"))) continue;
      TextRange left = sentence;
      while (const auto match = earliest(left)) {
        read_mention(id, sentence, *match);
        left.begin = std::max(match->group("rest").begin + 1, left.begin + 1);
      }
    }
  }

  std::optional<Match> earliest(TextRange area) const {
    std::optional<Match> best;
    std::vector<int> found;
    any_mention_.match(doc_.text(area), found);
    for (const int at : found) {
      Match match = match_of(doc_, area, mentions_[static_cast<std::size_t>(at)]);
      if (!best || match.where.begin < best->where.begin) best = std::move(match);
    }
    return best;
  }

  void read_mention(BlockId id, TextRange sentence, const Match& match) {
    const std::string_view rest = doc_.text(match.group("rest"));
    Meeting meeting;
    if (!words_.give_dates(rest, meeting, kFarthestDate)) return;
    if (words_.year_inferred()) look_ahead(meeting);
    meeting.title = without_article(words_at(doc_, match.group("title")));
    const std::string body = without_article(words_at(doc_, match.group("body")));
    if (matches(body, wording_.named("no-body"))) return;
    if (!matches(body, wording_.named("unnamed-body"))) meeting.body = words_.body_of(body);
    if (is_day_within(meeting, id)) return;
    MeetingEvidence at{id, sentence, "mention"};
    const bool in_title = collapse(doc_.text(id)) == collapse(doc_.identity().title);
    if (in_title && own_body_.empty()) own_body_ = meeting.body;
    if (match.has("own") && meeting.body.empty()) take_own_body(meeting, at);
    list_.add(std::move(meeting), std::move(at), words_.year_inferred());
  }

  // A letter of December that speaks of 12 April means that of the next year.
  void look_ahead(Meeting& meeting) const {
    const auto& letters = wording_.list("letters");
    const Identity& identity = doc_.identity();
    if (std::ranges::find(letters, identity.kind) == letters.end()) return;
    if (meeting.from >= identity.date) return;
    meeting.from = a_year_later(meeting.from);
    meeting.until = a_year_later(meeting.until);
  }

  // The day on which something happened at a meeting: of the document's, or told in a cell, as the
  // approval of a liaison statement is.
  bool is_day_within(const Meeting& meeting, BlockId id) const {
    if (meeting.from != meeting.until || meeting.from.size() != kWholeDate) return false;
    if (doc_.block(id).cell) return true;
    const Occasion own = occasion_of(doc_, scan_.profile());
    return own.body == meeting.body && own.from != own.until && own.from <= meeting.from &&
           meeting.until <= own.until;
  }

  // "The next meeting" is one of the group whose document this is.
  void take_own_body(Meeting& meeting, MeetingEvidence& at) const {
    meeting.body = own_body_.empty() ? occasion_of(doc_, scan_.profile()).body : own_body_;
    if (!meeting.body.empty()) at.reason = "the group is that of the document";
  }

  // The head of a document: the meeting on one line, place and date on one of the next.
  void read_header(BlockId id) {
    const auto match =
        find_match(doc_, trimmed(doc_, doc_.block(id).text), wording_.named("header"));
    if (!match) return;
    // The name of a group alone may head a paper that has a day of its own.
    const bool alone =
        words_at(doc_, match->group("title")) == words_at(doc_, match->group("body"));
    const auto end = std::min<std::uint32_t>(id.index + 1 + (alone ? kGroupReach : kHeaderReach),
                                             static_cast<std::uint32_t>(doc_.blocks().size()));
    std::string place;
    for (BlockId next{id.index + 1}; next.index < end; ++next.index) {
      Meeting meeting;
      if (doc_.block(next).cell || doc_.text(next).size() > kLongestLine) return;
      if (!words_.give_dates(doc_.text(next), meeting, kLongestLine)) {
        if (place.empty()) place = words_.place_alone(doc_.text(next));
        continue;
      }
      if (alone && meeting.from == meeting.until) continue;
      if (meeting.place.empty()) meeting.place = place;
      if (meeting.place.empty()) meeting.place = place_below(next);
      meeting.title = words_at(doc_, match->group("title"));
      meeting.body = words_at(doc_, match->group("body"));
      if (meeting.body.ends_with(')')) meeting.body = words_.body_of(meeting.body);
      if (match->has("place")) meeting.place = words_at(doc_, match->group("place"));
      if (meeting.body.empty()) meeting.body = line_above(id);
      if (own_body_.empty()) own_body_ = meeting.body;
      return list_.add(std::move(meeting),
                       {id, {match->where.begin, doc_.block(next).text.end}, "header"}, false);
    }
  }

  // The place may have a line of its own below that of the days.
  std::string place_below(BlockId days) const {
    const BlockId below{days.index + 1};
    if (below.index >= doc_.blocks().size() || doc_.block(below).cell) return {};
    return doc_.text(below).size() > kLongestLine ? "" : words_.place_alone(doc_.text(below));
  }

  // The group stands above "183rd session".
  std::string line_above(BlockId id) const {
    if (id.index == 0) return {};
    const std::string above = collapse(doc_.text(BlockId{id.index - 1}));
    const bool group =
        matches(above, wording_.named("group-line")) && !matches(above, wording_.named("no-body"));
    return group ? above : std::string();
  }

  // A line of a list of meetings: below its heading, or one that names a meeting by its number.
  void read_line(BlockId id) {
    const TextRange line = trimmed(doc_, doc_.block(id).text);
    const std::string_view text = doc_.text(line);
    if (text.size() > kLongestLine || std::ranges::none_of(text, is_digit)) return;
    const Match* const numbered = scan_.match(id, wording_.named("numbered"));
    const bool listed = !numbered && is_below_heading(id);
    if (!numbered && !listed) return;
    const std::optional<Match> match =
        numbered ? *numbered : find_match(doc_, line, wording_.named("listed"));
    if (!match) return;
    const std::string_view rest = doc_.text(match->group("rest"));
    Meeting meeting;
    if (words_.is_no_place(rest) || !words_.give_dates(rest, meeting, kLongestLine)) return;
    meeting.title = words_at(doc_, match->group("title"));
    meeting.body = words_.body_of(words_at(doc_, match->group("body")));
    if (meeting.body.empty()) meeting.body = words_.body_in(meeting.title);
    MeetingEvidence at{id, line, "line"};
    if (meeting.body.empty() && is_below_announced(id)) meeting.body = announced_body_;
    if (meeting.body.empty() && numbered) meeting.body = words_.named_in(line_above(id));
    if (meeting.body.empty()) take_own_body(meeting, at);
    list_.add(std::move(meeting), std::move(at), words_.year_inferred());
  }

  bool is_below_heading(BlockId id) const {
    const ClauseId clause = doc_.clause_of(id);
    if (clause && doc_.block(id).kind != BlockKind::heading &&
        matches(doc_.clause(clause).title, wording_.named("heading"))) {
      return true;
    }
    return is_below_announced(id);
  }

  // "The group has the following meeting schedule:" and the lines below it.
  void follow_list(BlockId id) {
    const std::string_view text = trim(doc_.text(id));
    const bool announces = text.ends_with(':') && matches(text, wording_.named("heading"));
    const bool goes_on = is_below_announced(id) && matches(text, wording_.named("listed"));
    if (announces || goes_on) announced_ = id;
    if (announces) {
      announced_body_ = words_.body_of(matched_group(text, wording_.named("announces-of"), "body"));
    }
  }
  bool is_below_announced(BlockId id) const {
    return announced_ && announced_.index + 1 == id.index;
  }

  void read_table(const Table& table) {
    const std::optional<Records> records = Records::find(scan_, table, wording_, kColumns);
    if (!records || !(records->has("title-column") || records->has("body-column") ||
                      records->has("topic-column"))) {
      return;
    }
    const std::string above = words_above(doc_, table);
    const ClauseId clause = doc_.clause_of(table.block);
    if (!matches(above, wording_.named("caption")) &&
        !matches(records->header_text("title-column"), wording_.named("sure-title-column")) &&
        !(records->has("body-column") && records->has("place-column")) &&
        !(clause && matches(doc_.clause(clause).title, wording_.named("heading")))) {
      return;
    }
    for (std::uint32_t row = records->first_row(); row < records->end_row(); ++row) {
      if (!records->is_empty_row(row)) read_row(*records, row);
    }
  }

  void read_row(const Records& records, std::uint32_t row) {
    Meeting meeting;
    if (!words_.give_dates(records.text(row, "date-column"), meeting, kLongestLine)) return;
    const bool inferred = words_.year_inferred();
    Meeting end;
    if (words_.give_dates(records.text(row, "until-column"), end, kLongestLine)) {
      meeting.until = end.until;
    }
    meeting.title = listed_title(records, row);
    meeting.body = words_.body_of(records.text(row, "question-column"));
    if (meeting.body.empty()) meeting.body = words_.body_of(records.text(row, "body-column"));
    if (meeting.body.empty()) meeting.body = words_.body_in(meeting.title);
    const std::string place = records.text(row, "place-column");
    const bool own_column =
        records.column_of("place-column") != records.column_of("date-column") && !place.empty();
    if (own_column) meeting.place = words_.is_no_place(place) ? std::string() : place;
    const std::string country = records.text(row, "country-column");
    if (!country.empty() && !meeting.place.empty()) meeting.place += ", " + country;
    list_.add(std::move(meeting), {records.block(row), records.range(row), "table"}, inferred);
  }

  // The meeting of a document that its head has in two fields: the title or the number names the
  // group, another one place and dates.
  void read_own() {
    const auto& letters = wording_.list("letters");
    const Identity& identity = doc_.identity();
    const CoverField* const date = field("place-date");
    if (date == nullptr || std::ranges::find(letters, identity.kind) != letters.end()) return;
    Meeting meeting;
    if (!words_.give_dates(date->value, meeting, kLongestLine)) return;
    TextRange where = doc_.block(date->block).text;
    meeting.body = identity.number.field("group");
    const CoverField* const title = field("title");
    if (title != nullptr && find_dates(title->value).empty()) {
      const TextRange words = doc_.block(title->block).text;
      if (const auto match = find_match(doc_, words, wording_.named("own"))) {
        meeting.title = words_at(doc_, match->group("title"));
        if (meeting.body.empty())
          meeting.body = words_.body_of(words_at(doc_, match->group("body")));
        where = {std::min(words.begin, where.begin), std::max(words.end, where.end)};
      }
    }
    if (meeting.title.empty() && meeting.from == meeting.until) return;
    if (meeting.body.empty()) meeting.body = occasion_of(doc_, scan_.profile()).body;
    if (!meeting.body.empty()) list_.add(std::move(meeting), {date->block, where, "head"}, false);
  }

  const CoverField* field(std::string_view name) const {
    const auto& cover = doc_.identity().cover;
    const auto found = std::ranges::find(cover, name, &CoverField::name);
    return found == cover.end() || !found->block ? nullptr : &*found;
  }

  const DocumentScan& scan_;
  const Document& doc_;
  const Wording& wording_;
  MeetingWords words_;
  const Patterns mentions_;
  const PatternSet& any_mention_;
  MeetingList list_;
  std::string own_body_;        // the group that the head names
  BlockId announced_;           // the last line of a list that a sentence announces
  std::string announced_body_;  // whose meetings these are, as far as the sentence says
};

}  // namespace

void read_meetings(const DocumentScan& scan, const Wording& wording, Facts& facts) {
  MeetingReader(scan, wording, facts).read();
}

}  // namespace rapporteur
