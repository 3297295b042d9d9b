#include <algorithm>

#include "extractors/positions/known_parties.hpp"
#include "extractors/positions/position_claims.hpp"
#include "extractors/positions/position_discussion.hpp"
#include "extractors/positions/position_question.hpp"
#include "extractors/positions/position_reading.hpp"
#include "extractors/positions/position_stances.hpp"
#include "extractors/reading/grid.hpp"
#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

constexpr std::size_t kLongestLine = 2000;     // bytes
constexpr std::size_t kLongestQuestion = 200;  // bytes
constexpr int kFromStanceList = 80;
constexpr std::string_view kAnswers = "answers behind the names of parties";
constexpr int kFromRemark = 70;
constexpr int kFromNamesBelow = 75;

class ListReader {
 public:
  ListReader(const DocumentScan& scan, const Wording& wording, Facts& facts)
      : scan_(scan),
        doc_(scan.doc()),
        wording_(wording),
        facts_(facts),
        questions_(scan, wording),
        known_(scan, wording),
        discussions_(scan, wording),
        claims_(scan.doc(), wording, known_),
        trigger_(wording.named("list-trigger")),
        said_(wording.named("said")),
        list_leads_(wording.named("list-lead")),
        not_claims_(wording.named("not-a-claim")),
        answers_(wording.named("party-answers")),
        stances_(scan.doc(), wording) {}

  void read() {
    for (std::uint32_t at = 0; at < doc_.blocks().size(); ++at) {
      const BlockId id{at};
      const Block& block = doc_.block(id);
      if (block.kind == BlockKind::table || block.text.size() > kLongestLine) continue;
      const TextRange line = trimmed(doc_, block.text);
      if (block.cell) {
        if (scan_.found(id, trigger_)) read_cell(id, line);
        continue;
      }
      if (read_names(id, line)) continue;
      above_names_.reset();
      if (!scan_.found(id, trigger_)) continue;
      // A short line of its own may look like a heading.
      if (read_roll_call(id, line) || read_stance_lists(id, line) || read_remarks(id, line))
        continue;
      if (block.kind != BlockKind::heading && !matches(doc_.text(line), not_claims_)) {
        claims_.note_options(id, line, [&] { return question_of(id, true); });
        // "Yes: A; No: B" behind other words is no wish of B's.
        if (stances_.lists_in(line).size() == 1) claims_.note_wish(id, line);
      }
    }
    claims_.tell(facts_);
  }

 private:
  // Where it is told, and how it was found.
  struct Telling {
    BlockId block;
    TextRange line;
    std::string_view pattern;
    int confidence;
    std::string_view reason;
  };

  // "Alt 1: one beam" or "Not supporting:", and the lines below that have nothing but names.
  bool read_names(BlockId id, TextRange line) {
    if (line.empty() || !known_.leads(doc_.text(line))) return false;
    auto parties = read_party_list(words_at(doc_, line), wording_);
    if (parties.empty() || !known_.enough(parties)) return false;
    if (!above_names_) above_names_ = answer_above(id, parties.size() > 1);
    if (!above_names_) return false;
    add({id, line, "names-below", kFromNamesBelow, "names below what they support"}, parties,
        *above_names_);
    for (const PartyReading& party : parties) known_.learn(party.party);
    return true;
  }

  // What the line above a line of names says of them: a stance, an option, or, where the names are
  // items of a deeper list and `several`, anything else.
  std::optional<Position> answer_above(BlockId names, bool several) const {
    BlockId id = names;
    do {
      if (id.index == 0) return {};
      --id.index;
    } while (trim(doc_.text(id)).empty());
    const Block& above = doc_.block(id);
    if (above.cell || above.kind == BlockKind::table) return {};
    // A name alone behind an empty line heads what follows.
    const bool item = doc_.block(names).kind == BlockKind::list_item;
    if (!item && id.index + 1 != names.index) return {};
    std::string words = collapse(doc_.text(id));
    if (matches(words, not_claims_)) return {};
    Position position{.stance = Stance::support};
    if (const auto answer = read_answer(words, wording_)) {
      position.stance = answer->stance;
      position.question = with_option(question_of(id, !answer->option.empty()), answer->option);
      if (answer->option.empty()) position.as_written = std::move(words);
      return position;
    }
    const Block& own = doc_.block(names);
    const bool deeper = own.kind == BlockKind::list_item && above.kind == BlockKind::list_item &&
                        above.level < own.level;
    if (!deeper || !several || words.size() > kLongestQuestion) return {};
    if (words.ends_with(':')) words.pop_back();
    position.question = std::move(words);
    return position;
  }

  void read_cell(BlockId id, TextRange words) {
    for (TextRange left = words; !left.empty();) {
      const std::size_t end = std::min(doc_.text(left).find('\n'), left.size());
      const TextRange line{left.begin, left.begin + static_cast<std::uint32_t>(end)};
      read_in_cell(id, trimmed(doc_, line));
      left = trimmed(doc_, {line.end, left.end});
    }
  }

  // "Proposal 3 | Support: A, B": of what stands first in the row, unless that is a party.
  void read_in_cell(BlockId id, TextRange line) {
    if (read_said_in_cell(id, line) || read_answers_in_cell(id, line)) return;
    const Cell& cell = doc_.cell(doc_.block(id).cell);
    if (cell.column == 0) return;
    const bool stance = stances_.of(line) != nullptr;
    if (!stance && !claims_.is_option(line)) return;
    const Grid grid(doc_, doc_.table(cell.table));
    std::string matter = discussions_.document_of(id);
    if (matter.empty()) matter = matter_of_row(grid, cell);
    if (matter.empty() || known_.leads(matter)) return;
    if (!stance) {
      return claims_.note_options(id, line, [&] { return questions_.stated(matter); });
    }
    for (const TextRange part : stances_.lists_in(line)) read_stance_list(id, line, part, matter);
  }

  // What stands first in a row, with what its number numbers.
  static std::string matter_of_row(const Grid& grid, const Cell& cell) {
    std::string matter = grid.text(cell.row, 0);
    const bool number = cell.column > 1 && std::ranges::none_of(matter, is_alpha);
    return number ? matter.append(" ").append(grid.text(cell.row, 1)) : matter;
  }

  // "Two timers | Alba: YES, Bretta: no": answers behind the names.
  bool read_answers_in_cell(BlockId id, TextRange line) {
    const Cell& cell = doc_.cell(doc_.block(id).cell);
    if (cell.column == 0 || !matches(doc_.text(line), answers_)) return false;
    read_answers({id, line, "party-answers", kFromStanceList, kAnswers}, words_at(doc_, line),
                 answers_, matter_of_row(Grid(doc_, doc_.table(cell.table)), cell));
    return true;
  }

  // "Roll call: Alba – yes, Bretta – no": answers behind the names, in one line.
  bool read_roll_call(BlockId id, TextRange line) {
    const auto call = find_match(doc_, line, wording_.named("roll-call"));
    if (!call) return false;
    std::string asked = words_at(doc_, call->group("question"));
    if (asked.empty()) asked = questions_.of_vote(id, line.begin);
    std::string answers = words_at(doc_, call->group("answers"));
    std::ranges::replace(answers, ';', ',');
    read_answers({id, line, "roll-call", kFromStanceList, kAnswers}, answers,
                 wording_.named("roll-answer"), asked);
    return true;
  }

  // "Alba – yes, Bretta – no"; `pattern` has the groups party and answer.
  void read_answers(const Telling& told, const std::string& answers, Patterns pattern,
                    const std::string& question) {
    for (const std::string_view each : split(answers, ',')) {
      const Capture answer = capture(trim(each), pattern);
      Position position;
      position.as_written = answer.words("answer");
      position.stance = read_stance_cell(position.as_written, wording_).stance;
      position.question = question;
      add(told, read_parties(answer.words("party"), wording_), std::move(position));
    }
  }

  // "CR 12 | Alba: it is not needed": what was said of a document, beside it.
  bool read_said_in_cell(BlockId id, TextRange line) {
    const std::string document = discussions_.document_of(id);
    return !document.empty() && read_remark(id, line, document);
  }

  // "Support: A, B; Against: C"
  bool read_stance_lists(BlockId id, TextRange line) {
    if (const auto lead = find_match(doc_, line, list_leads_)) line.begin = lead->where.end;
    if (stances_.of(line) == nullptr) return false;
    bool read = false;
    for (const TextRange part : stances_.lists_in(line))
      read = read_stance_list(id, line, part) || read;
    return read;
  }

  // "Not support – A, B (as C)"
  bool read_stance_list(BlockId id, TextRange line, TextRange part,
                        const std::string& matter = {}) {
    const ListStance* stance = stances_.of(part);
    if (stance == nullptr) return false;
    const auto match = find_match(doc_, part, wording_.named(stance->pattern));
    const auto parties = listed_parties(doc_, *match, wording_);
    if (parties.empty()) return false;
    Position position;
    position.stance = stance->stance;
    position.as_written = words_at(doc_, match->group("words"));
    // A letter, or what is supported, stands before other things than names too.
    const bool doubtful = position.as_written.size() == 1 || match->has("what");
    if (doubtful && !known_.enough(parties)) return false;
    position.question = matter.empty() ? matter_of(id, words_at(doc_, match->group("matter")))
                                       : questions_.stated(matter);
    const std::string what = words_at(doc_, match->group("what"));
    if (!what.empty()) position.question = with_option(position.question, what);
    add({id, line, stance->pattern, kFromStanceList, "a list of who takes this position"}, parties,
        std::move(position));
    for (const PartyReading& party : parties) known_.learn(party.party);
    return true;
  }

  // "Companies supporting to send it": what the label itself names, else what stands above.
  std::string matter_of(BlockId id, const std::string& named) const {
    if (named.empty()) return question_of(id);
    const auto answer = read_answer(named, wording_);
    const bool option = answer && !answer->option.empty();
    return option ? with_option(question_of(id, true), answer->option) : questions_.stated(named);
  }

  // "Alba: we support this; Bretta: not needed": each piece that begins with a party.
  bool read_remarks(BlockId id, TextRange line) {
    if (!is_remark(line)) return false;
    TextRange left = line;
    for (std::uint32_t at = line.begin; at < line.end; ++at) {
      if (doc_.text({at, at + 1}) != ";") continue;
      const TextRange next = trimmed(doc_, {at + 1, line.end});
      if (!is_remark(next)) continue;
      read_remark(id, trimmed(doc_, {left.begin, at}));
      left = next;
    }
    return read_remark(id, left);
  }

  bool is_remark(TextRange words) const {
    const auto match = find_match(doc_, words, said_);
    return match && known_.contains(words_at(doc_, match->group("party")));
  }

  // "[Alba]: We support this": a line that begins with a party that is known.
  bool read_remark(BlockId id, TextRange line, const std::string& matter = {}) {
    const auto match = find_match(doc_, line, said_);
    if (!match) return false;
    const std::string party = words_at(doc_, match->group("party"));
    if (!known_.contains(party)) return false;
    Position position;
    position.as_written = words_at(doc_, match->group("words"));
    // Who agrees with another says what that one said, which is read there.
    if (matches(position.as_written, wording_.named("same-as"))) return true;
    const StanceReading reading = read_stance_in_comment(position.as_written, wording_);
    const std::string option =
        matched_group(position.as_written, wording_.named("chosen-option"), "option");
    if (reading.stance == Stance::unclear && option.empty()) return true;
    position.stance = reading.stance == Stance::unclear ? Stance::support : reading.stance;
    position.question = matter.empty() ? question_of(id, !option.empty()) : matter;
    if (position.stance == Stance::support) {
      position.question = with_option(position.question, option);
    }
    add({id, line, "said", kFromRemark, "a remark behind the name of a party"}, {{party, {}, {}}},
        std::move(position));
    return true;
  }

  // What is asked above a line. Of an option it is no other option.
  std::string question_of(BlockId id, bool option = false) const {
    return questions_.of_line(
        id, [&](BlockId other) { return is_answer(other) || (option && names_option(other)); });
  }

  bool names_option(BlockId id) const {
    const auto answer = read_answer(collapse(doc_.text(id)), wording_);
    return answer && !answer->option.empty();
  }

  bool is_names(TextRange line) const {
    if (line.empty() || !known_.leads(doc_.text(line))) return false;
    const auto parties = read_party_list(words_at(doc_, line), wording_);
    return !parties.empty() && known_.enough(parties);
  }

  bool is_answer(BlockId id) const {
    const TextRange line = trimmed(doc_, doc_.block(id).text);
    if (stances_.of(line) != nullptr || is_names(line)) return true;
    const auto said = find_match(doc_, line, said_);
    if (said && is_told_by(*said)) return true;
    return claims_.is_option_of_known(line);
  }

  // "Alba: object to this": a known name, or one that takes a stance.
  bool is_told_by(const Match& said) const {
    const std::string party = words_at(doc_, said.group("party"));
    if (known_.contains(party)) return true;
    if (read_party_list(party, wording_).empty()) return false;
    const std::string words = words_at(doc_, said.group("words"));
    return read_stance_in_comment(words, wording_).stance != Stance::unclear;
  }

  void add(const Telling& told, const std::vector<PartyReading>& parties, Position position) {
    const Stance stance = position.stance;
    for (const PartyReading& party : parties) {
      position.party = party.party;
      position.office = party.office;
      position.comment = party.note;
      position.stance = stance_with_note(stance, party.note, wording_);
      facts_.add(position, told.block, told.line, std::string(told.pattern), told.confidence,
                 std::string(told.reason));
    }
  }

  const DocumentScan& scan_;
  const Document& doc_;
  const Wording& wording_;
  Facts& facts_;
  QuestionReader questions_;
  KnownParties known_;
  Discussions discussions_;
  PositionClaims claims_;
  Patterns trigger_;
  Patterns said_;
  Patterns list_leads_;
  Patterns not_claims_;
  Patterns answers_;
  ListStances stances_;
  std::optional<Position> above_names_;  // what the names being read are below
};

}  // namespace

void extract_position_lists(const DocumentScan& scan, const Wording& wording, Facts& facts) {
  ListReader(scan, wording, facts).read();
}

}  // namespace rapporteur
