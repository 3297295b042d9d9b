#include <algorithm>

#include "extractors/positions/known_parties.hpp"
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
constexpr int kFromRemark = 70;
constexpr int kFromClaim = 60;
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
        trigger_(wording.named("list-trigger")),
        claim_patterns_(wording.named("claim")),
        option_claims_(wording.named("option-claim")),
        said_(wording.named("said")),
        suffix_(wording.named("name-suffix")),
        counted_(wording.named("counted-parties")),
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
      if (read_stance_lists(id, line) || read_remarks(id, line)) continue;
      if (block.kind != BlockKind::heading) note_claims(id, line);
    }
    read_claims();
  }

 private:
  // What the author of the document says that others want.
  struct Claim {
    BlockId block;
    TextRange line;
    std::string question;
    std::vector<PartyReading> parties;
    bool labelled = false;  // as an option
    bool believed = false;
  };

  // "Alt 1: one beam" or "Not supporting:", and the lines below that have nothing but names.
  bool read_names(BlockId id, TextRange line) {
    if (line.empty() || !known_.leads(doc_.text(line))) return false;
    auto parties = read_party_list(words_at(doc_, line), wording_);
    if (parties.empty() || !known_.enough(parties)) return false;
    if (!above_names_) above_names_ = answer_above(id, parties.size() > 1);
    if (!above_names_) return false;
    add({id, line, {}, parties}, *above_names_, "names-below", kFromNamesBelow,
        "names below what they support");
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
    if (!stance && !find_match(doc_, line, option_claims_)) return;
    const Grid grid(doc_, doc_.table(cell.table));
    const std::string matter = matter_of_row(grid, cell);
    if (matter.empty() || known_.leads(matter)) return;
    if (!stance) {
      for (const Pattern& pattern : option_claims_) note_option(id, line, pattern, matter);
      return;
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
    const std::string matter = matter_of_row(Grid(doc_, doc_.table(cell.table)), cell);
    const std::string words = words_at(doc_, line);
    for (const std::string_view each : split(words, ',')) {
      const Capture answer = capture(trim(each), answers_);
      Position position;
      position.as_written = answer.words("answer");
      position.stance = read_stance_cell(position.as_written, wording_).stance;
      position.question = matter;
      add({id, line, {}, read_parties(answer.words("party"), wording_)}, std::move(position),
          "party-answers", kFromStanceList, "answers behind the names of parties");
    }
    return true;
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
    const auto parties = parties_in(*match);
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
    add({id, line, {}, parties}, std::move(position), stance->pattern, kFromStanceList,
        "a list of who takes this position");
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
    add({id, line, {}, {{party, {}, {}}}}, std::move(position), "said", kFromRemark,
        "a remark behind the name of a party");
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

  std::vector<PartyReading> parties_in(const Match& match) const {
    std::string names = words_at(doc_, match.group("parties"));
    const std::string counted = matched_group(names, counted_, "parties");
    if (!counted.empty()) names = counted;
    const std::size_t last = names.find_last_of(" ,");
    const bool abbreviated = last != std::string::npos && matches(names.substr(last + 1), suffix_);
    if (names.ends_with('.') && !abbreviated) names.pop_back();
    return read_party_list(names, wording_);
  }

  // "Option 2 – A, B" and "Proposal: study it (A, B)". The line of an option may be read in several
  // ways, of which the first counts whose names are known.
  void note_claims(BlockId id, TextRange line) {
    if (matches(doc_.text(line), not_claims_)) return;
    for (const Pattern& pattern : option_claims_) note_option(id, line, pattern);
    if (!known_.has_columns()) return;
    for (const Pattern& pattern : claim_patterns_) {
      const std::optional<Match> match = find_match(doc_, line, Patterns(pattern));
      if (!match) continue;
      const std::string question = claimed(line, *match);
      if (question.empty()) continue;
      auto parties = parties_in(*match);
      if (parties.empty()) continue;
      claims_.push_back({id, line, question, std::move(parties)});
      return;
    }
  }

  // What is wanted stands before the names, unless the pattern says where.
  std::string claimed(TextRange line, const Match& match) const {
    if (match.has("question")) return words_at(doc_, match.group("question"));
    std::string question = words_at(doc_, {line.begin, match.where.begin});
    if (question.size() > kLongestQuestion) question.clear();
    return question;
  }

  // "Option 2 (3): A, B, C" answers what stands above it.
  void note_option(BlockId id, TextRange line, const Pattern& pattern,
                   const std::string& matter = {}) {
    const auto match = find_match(doc_, line, Patterns(pattern));
    if (!match) return;
    auto parties = parties_in(*match);
    if (parties.empty()) return;
    const std::string option = words_at(doc_, match->group("option"));
    const std::string question = matter.empty() ? question_of(id, true) : questions_.stated(matter);
    claims_.push_back({id, line, with_option(question, option), std::move(parties), true});
  }

  // A list that is believed makes its other names known, so lists are looked at until no more is.
  void read_claims() {
    for (bool learned = true; learned;) {
      learned = false;
      for (Claim& claim : claims_) {
        if (claim.believed || !enough_known(claim)) continue;
        claim.believed = learned = true;
        for (const PartyReading& party : claim.parties) known_.learn(party.party);
      }
    }
    std::uint32_t last = kNone;
    for (const Claim& claim : claims_) {
      if (!claim.believed || claim.line.begin == last) continue;
      last = claim.line.begin;
      Position position;
      position.stance = Stance::support;
      position.question = claim.question;
      add(claim, std::move(position), "claim", kFromClaim,
          "the author of the document says so of others");
    }
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
    if (said && known_.contains(words_at(doc_, said->group("party")))) return true;
    const auto option = find_match(doc_, line, option_claims_);
    const auto is_known = [&](const PartyReading& party) { return known_.contains(party.party); };
    return option && std::ranges::any_of(parties_in(*option), is_known);
  }

  // Other words than names stand behind dashes and in brackets; some must be names that the
  // document gives to parties elsewhere. Behind an option one will do.
  bool enough_known(const Claim& claim) const {
    if (!claim.labelled) return known_.enough(claim.parties);
    return std::ranges::any_of(
        claim.parties, [&](const PartyReading& party) { return known_.contains(party.party); });
  }

  void add(const Claim& claim, Position position, std::string_view pattern, int confidence,
           const std::string& reason) {
    for (const PartyReading& party : claim.parties) {
      position.party = party.party;
      position.office = party.office;
      position.comment = party.note;
      facts_.add(position, claim.block, claim.line, std::string(pattern), confidence, reason);
    }
  }

  const DocumentScan& scan_;
  const Document& doc_;
  const Wording& wording_;
  Facts& facts_;
  QuestionReader questions_;
  KnownParties known_;
  Discussions discussions_;
  Patterns trigger_;
  Patterns claim_patterns_;
  Patterns option_claims_;
  Patterns said_;
  Patterns suffix_;
  Patterns counted_;
  Patterns list_leads_;
  Patterns not_claims_;
  Patterns answers_;
  ListStances stances_;
  std::vector<Claim> claims_;
  std::optional<Position> above_names_;  // what the names being read are below
};

}  // namespace

void extract_position_lists(const DocumentScan& scan, const Wording& wording, Facts& facts) {
  ListReader(scan, wording, facts).read();
}

}  // namespace rapporteur
