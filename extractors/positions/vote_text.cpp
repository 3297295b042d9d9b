#include "extractors/positions/vote_text.hpp"

#include <algorithm>
#include <utility>

#include "extractors/positions/vote_counts.hpp"
#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

constexpr int kFromText = 90;

constexpr int kMotionReach = 6;          // paragraphs behind a motion in which its result stands
constexpr std::uint32_t kFewWords = 30;  // bytes before "without objection" in a line of its own
constexpr int kTextReach = 12;  // the same behind the title of a resolution, with its text between

// What was put to the vote, until its result is told.
struct Motion {
  BlockId block;
  TextRange where;
  TextRange asked;  // the words of the question
  std::string question;
  std::string moved_by;
  std::string seconded_by;
  int left = 0;           // paragraphs in which it is still open
  bool by_lines = false;  // its result is a line of its own, and nothing in its text
};

class VoteReader {
 public:
  VoteReader(const DocumentScan& scan, const Wording& wording, Facts& facts)
      : scan_(scan),
        doc_(scan.doc()),
        wording_(wording),
        facts_(facts),
        lines_(scan.doc(), wording) {}

  void read(BlockId id) {
    const TextRange words = trimmed(doc_, doc_.block(id).text);
    if (words.empty()) return;
    if (scan_.found(id, wording_.named("count-line")) && lines_.read(id, words)) return;
    close_lines();
    if (counted_ && read_result_line(words)) return;
    find_motion(id);
    if (motion_.left > 0) read_movers(id);
    if (scan_.found(id, wording_.named("trigger"))) {
      for (const TextRange sentence : sentences(doc_, words)) read_sentence(id, sentence);
    }
    if (motion_.left > 0) read_consent(id, words);
    if (motion_.left > 0) read_outcome(id, words);
    --motion_.left;
    if (motion_.left <= 0 && outer_.left > 0) motion_ = std::exchange(outer_, {});
  }

  // What the last lines told.
  void finish() { close_lines(); }

 private:
  // "Motion passes." behind the count.
  bool read_result_line(TextRange words) {
    counted_ = false;
    const auto line = find_match(doc_, words, wording_.named("result-line"));
    if (!line) return false;
    Fact& last = facts_.all().back();
    Vote* const vote = std::get_if<Vote>(&last.value);
    if (vote == nullptr || !vote->result.empty()) return false;
    vote->result = lower_ascii(words_at(doc_, line->group("result")));
    last.where.end = words.end;
    return true;
  }

  void find_motion(BlockId id) {
    if (const Match* const by = scan_.match(id, wording_.named("motion-by"))) {
      movers_ = {.moved_by = words_at(doc_, by->group("mover")),
                 .seconded_by = words_at(doc_, by->group("seconder"))};
      return;
    }
    const Motion movers = std::exchange(movers_, {});
    if (const Match* const motion = scan_.match(id, wording_.named("motion"))) {
      open(id, *motion, kMotionReach);
      motion_.moved_by = movers.moved_by;
      motion_.seconded_by = movers.seconded_by;
    } else if (const Match* const ballot = scan_.match(id, wording_.named("ballot-question"))) {
      open(id, *ballot, kTextReach);
    } else if (const Match* const title = scan_.match(id, wording_.named("resolution-line"))) {
      open(id, *title, kTextReach);
      motion_.by_lines = true;
    } else if (motion_.by_lines && doc_.block(id).kind == BlockKind::heading &&
               !matches(trim(doc_.text(id)), wording_.named("unanimous-line"))) {
      motion_ = {};
    }
  }

  void open(BlockId id, const Match& match, int reach) {
    // An amendment, or a poll, is dealt with before the motion that it stands below.
    const bool within = match.has("amendment") && is_open();
    outer_ = within ? std::exchange(motion_, {}) : Motion{};
    if (within) outer_.left = kTextReach;
    motion_ = {.block = id,
               .where = match.where,
               .asked = match.group("question"),
               .question = words_at(doc_, match.group("question")),
               .left = reach};
    while (motion_.question.ends_with('.')) motion_.question.pop_back();
    // What stands behind the question of a poll are its answers.
    const std::size_t asked = motion_.question.find("? ");
    if (match.has("amendment") && asked != std::string::npos) motion_.question.resize(asked + 1);
  }

  // "Moved: Ada First, Seconded: Bob Second"
  void read_movers(BlockId id) {
    // "Adopt the plan as proposed by Ada" says who proposed the plan.
    TextRange words = doc_.block(id).text;
    TextRange before{words.begin, words.begin};
    if (motion_.block == id) {
      before.end = std::max(words.begin, motion_.asked.begin);
      words.begin = std::min(std::max(words.begin, motion_.asked.end), words.end);
    }
    const auto give = [&](std::string& person, std::string_view pattern) {
      if (person.empty()) person = person_in(before, pattern);
      if (person.empty()) person = person_in(words, pattern);
    };
    give(motion_.moved_by, "moved");
    give(motion_.seconded_by, "seconded");
  }

  std::string person_in(TextRange words, std::string_view pattern) const {
    const auto match = find_match(doc_, words, wording_.named(pattern));
    return match ? words_at(doc_, match->group("person")) : std::string();
  }

  // "Approved by unanimous consent": nobody counts.
  void read_consent(BlockId id, TextRange words) {
    const std::string_view consents = motion_.by_lines ? "unanimous-line" : "unanimous";
    const auto consent = find_match(doc_, words, wording_.named(consents));
    if (!consent || motion_.question.empty()) return;
    // "The old key is left out. No objections." is about the key.
    const bool at_once = consent->where.begin <= words.begin + kFewWords;
    if (!at_once && !scan_.found(id, wording_.named("trigger"))) return;
    if (id != motion_.block) leave_poll();
    Vote vote;
    vote.result = lower_ascii(words_at(doc_, consent->group("result")));
    close(std::move(vote), words, "unanimous");
  }

  // What is asked is not passed: that is the motion it was asked about.
  void leave_poll() {
    if (motion_.question.ends_with('?') && outer_.left > 0) motion_ = std::exchange(outer_, {});
  }

  // "Motion passed.", behind a motion that nobody counted.
  void read_outcome(BlockId id, TextRange words) {
    if (id == motion_.block || !is_open() || motion_.by_lines) return;
    if (motion_.moved_by.empty() || motion_.question.ends_with('?')) return;
    for (const TextRange sentence : sentences(doc_, words)) {
      const auto line = find_match(doc_, sentence, wording_.named("result-line"));
      if (!line) continue;
      Vote vote;
      vote.result = lower_ascii(words_at(doc_, line->group("result")));
      return close(std::move(vote), words, "result-line");
    }
  }

  // The vote that a motion led to; its words go from the motion to the result.
  void close(Vote vote, TextRange result, std::string pattern) {
    vote.question = motion_.question;
    vote.moved_by = motion_.moved_by;
    vote.seconded_by = motion_.seconded_by;
    counted_ = vote.result.empty();
    facts_.add(std::move(vote), motion_.block, {motion_.where.begin, result.end},
               std::move(pattern), kFromText, "read from running text");
    motion_.left = 0;
  }

  void read_sentence(BlockId id, TextRange sentence) {
    std::optional<VoteCount> count = read_count(doc_, sentence, wording_);
    if (!count) return;
    count->vote.result = result_of(id, sentence);
    if (std::string item = item_before(id, sentence, count->where); !item.empty()) {
      count->vote.question = std::move(item);
      return add(std::move(*count), id, sentence);
    }
    const auto question = find_match(doc_, sentence, wording_.named("question"));
    if (!count->vote.result.empty()) leave_poll();
    const bool own = question && motion_.block != id;
    if (is_open() && !own && (!motion_.by_lines || begins_block(id, sentence))) {
      return close(std::move(count->vote), sentence, std::move(count->pattern));
    }
    count->vote.question =
        question ? words_at(doc_, question->group("question")) : question_before(id, sentence);
    count->vote.moved_by = person_in(sentence, "moved");
    count->vote.seconded_by = person_in(sentence, "seconded");
    add(std::move(*count), id, sentence);
  }

  // "- Technical feasibility Y:77, N:0, A:8": what an item of a list says before its count.
  std::string item_before(BlockId id, TextRange sentence, TextRange count) const {
    if (doc_.block(id).kind != BlockKind::list_item || !begins_block(id, sentence)) return {};
    if (find_match(doc_, sentence, wording_.named("question"))) return {};
    std::string words = words_at(doc_, {sentence.begin, std::max(sentence.begin, count.begin)});
    while (!words.empty() && std::string_view(" :,-(").find(words.back()) != std::string::npos) {
      words.pop_back();
    }
    return matches(words, wording_.named("no-item")) ? std::string() : words;
  }

  bool is_open() const { return motion_.left > 0 && !motion_.question.empty(); }

  bool begins_block(BlockId id, TextRange sentence) const {
    return trimmed(doc_, doc_.block(id).text).begin == sentence.begin;
  }

  void close_lines() {
    if (!lines_.begun()) return;
    const BlockId id = lines_.block();
    const TextRange where = lines_.where();
    std::optional<VoteCount> count = lines_.take();
    if (!count) return;
    if (is_open()) return close(std::move(count->vote), where, std::move(count->pattern));
    count->vote.question = asked_above(id);
    if (!is_vote(id, *count)) return;
    if (count->vote.question.empty()) count->vote.question = question_before(id, where);
    add(std::move(*count), id, where);
  }

  // "Yes: 1" and "No: 0" are values of a parameter too.
  bool is_vote(BlockId id, const VoteCount& count) const {
    const bool all_three = count.vote.abstained > 0;
    const bool told = id.index > 0 && scan_.found(BlockId{id.index - 1}, wording_.named("trigger"));
    return all_three || told || !count.vote.question.empty();
  }

  // The question that stands right above the lines of a count.
  std::string asked_above(BlockId id) const {
    const std::string words = text_above(id);
    return words.ends_with('?') ? words : std::string();
  }

  // The last words before the block, unless they stand in a table.
  std::string text_above(BlockId id) const {
    while (id.index > 0) {
      const Block& above = doc_.block(BlockId{--id.index});
      if (above.cell || above.kind == BlockKind::table) break;
      std::string words = words_at(doc_, above.text);
      if (!words.empty()) return words;
    }
    return {};
  }

  void add(VoteCount count, BlockId id, TextRange where) {
    counted_ = count.vote.result.empty();
    facts_.add(std::move(count.vote), id, where, std::move(count.pattern), kFromText,
               "read from running text");
  }

  // What was voted on: before the sentence in its paragraph, the heading above, or the title.
  std::string question_before(BlockId id, TextRange sentence) const {
    const TextRange before{doc_.block(id).text.begin, sentence.begin};
    const std::vector<TextRange> earlier = sentences(doc_, before);
    if (!earlier.empty()) {
      if (const auto match = find_match(doc_, earlier.back(), wording_.named("question"))) {
        return words_at(doc_, match->group("question"));
      }
      std::string words = words_at(doc_, earlier.back());
      if (words.ends_with('.')) words.pop_back();
      return words;
    }
    // "M: First, S: Second, 12/0/3" stands below the motion.
    if (!person_in(sentence, "moved").empty()) {
      if (std::string motion = text_above(id); !motion.empty()) return motion;
    }
    const ClauseId clause = doc_.clause_of(id);
    const std::string title = clause ? doc_.clause(clause).title : std::string();
    // A line of a form is no question.
    const bool is_line = title.find(": ") != std::string::npos;
    return title.empty() || is_line ? doc_.identity().title : title;
  }

  // In the sentence, or in what follows it in its paragraph.
  std::string result_of(BlockId id, TextRange sentence) const {
    const TextRange rest{sentence.begin, std::max(sentence.begin, doc_.block(id).text.end)};
    const auto match = find_match(doc_, rest, wording_.named("result"));
    return match ? lower_ascii(words_at(doc_, match->group("result"))) : std::string();
  }

  const DocumentScan& scan_;
  const Document& doc_;
  const Wording& wording_;
  Facts& facts_;
  CountLines lines_;
  Motion motion_;
  Motion outer_;          // the motion that an amendment or a poll stands below
  Motion movers_;         // whose motion the next block is, and nothing else
  bool counted_ = false;  // the block before counted, and did not say how the vote came out
};

}  // namespace

void read_vote_text(const DocumentScan& scan, const Wording& wording, Facts& facts) {
  const Document& doc = scan.doc();
  VoteReader reader(scan, wording, facts);
  for (BlockId id{0}; id.index < doc.blocks().size(); ++id.index) {
    const Block& block = doc.block(id);
    if (!block.cell && block.kind != BlockKind::table) reader.read(id);
  }
  reader.finish();
}

}  // namespace rapporteur
