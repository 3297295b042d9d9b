#include <algorithm>

#include "extractors/positions/known_parties.hpp"
#include "extractors/positions/position_question.hpp"
#include "extractors/positions/position_reading.hpp"
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
struct ListStance {
  std::string_view pattern;
  Stance stance;
};
constexpr ListStance kListStances[] = {{"list-none", Stance::none},
                                       {"list-object", Stance::object},
                                       {"list-abstain", Stance::abstain},
                                       {"list-neutral", Stance::neutral},
                                       {"list-support", Stance::support}};
constexpr std::string_view kBetweenLists = ";|.";

class ListReader {
 public:
  ListReader(const DocumentScan& scan, const Wording& wording, Facts& facts)
      : scan_(scan),
        doc_(scan.doc()),
        wording_(wording),
        facts_(facts),
        questions_(scan, wording),
        known_(scan, wording),
        trigger_(wording.named("list-trigger")),
        claim_patterns_(wording.named("claim")),
        option_claims_(wording.named("option-claim")),
        said_(wording.named("said")),
        suffix_(wording.named("name-suffix")),
        counted_(wording.named("counted-parties")),
        list_leads_(wording.named("list-lead")),
        not_claims_(wording.named("not-a-claim")) {
    for (const ListStance& each : kListStances) stances_.push_back(wording.named(each.pattern));
  }

  void read() {
    for (std::uint32_t at = 0; at < doc_.blocks().size(); ++at) {
      const BlockId id{at};
      const Block& block = doc_.block(id);
      if (block.kind == BlockKind::table || block.text.size() > kLongestLine) continue;
      const TextRange line = trimmed(doc_, block.text);
      if (block.cell) {
        if (scan_.found(id, trigger_)) read_in_cell(id, line);
        continue;
      }
      if (read_names(id, line)) continue;
      above_names_.reset();
      if (!scan_.found(id, trigger_)) continue;
      // A short line of its own may look like a heading.
      if (read_stance_lists(id, line) || read_remark(id, line)) continue;
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

  // "Proposal 3 | Support: A, B": of what stands first in the row, unless that is a party.
  void read_in_cell(BlockId id, TextRange line) {
    if (stance_of(line) == nullptr) return;
    const Cell& cell = doc_.cell(doc_.block(id).cell);
    const Grid grid(doc_, doc_.table(cell.table));
    const std::string matter = grid.text(cell.row, 0);
    if (cell.column == 0 || matter.empty() || known_.leads(matter)) return;
    for (const TextRange part : lists_in(line)) read_stance_list(id, line, part, matter);
  }

  // "Support: A, B; Against: C"
  bool read_stance_lists(BlockId id, TextRange line) {
    if (const auto lead = find_match(doc_, line, list_leads_)) line.begin = lead->where.end;
    if (stance_of(line) == nullptr) return false;
    bool read = false;
    for (const TextRange part : lists_in(line)) read = read_stance_list(id, line, part) || read;
    return read;
  }

  // The pieces of a line that begin a list each; one at least, since the line begins with one.
  std::vector<TextRange> lists_in(TextRange line) const {
    std::vector<TextRange> out;
    const std::string_view text = doc_.text(line);
    std::uint32_t begin = line.begin;
    for (std::size_t at = 0; at < text.size(); ++at) {
      if (kBetweenLists.find(text[at]) == std::string_view::npos) continue;
      const auto here = line.begin + static_cast<std::uint32_t>(at);
      if (stance_of(trimmed(doc_, {here + 1, line.end})) == nullptr) continue;
      out.push_back(trimmed(doc_, {begin, here}));
      begin = here + 1;
    }
    out.push_back(trimmed(doc_, {begin, line.end}));
    return out;
  }

  const ListStance* stance_of(TextRange line) const {
    for (std::size_t i = 0; i < stances_.size(); ++i) {
      if (matches(doc_.text(line), stances_[i])) return &kListStances[i];
    }
    return nullptr;
  }

  // "Not support – A, B (as C)"
  bool read_stance_list(BlockId id, TextRange line, TextRange part,
                        const std::string& matter = {}) {
    const ListStance* stance = stance_of(part);
    if (stance == nullptr) return false;
    const auto match = find_match(doc_, part, wording_.named(stance->pattern));
    const auto parties = parties_in(*match);
    if (parties.empty()) return false;
    Position position;
    position.stance = stance->stance;
    position.as_written = words_at(doc_, match->group("words"));
    // A letter stands for other things than an answer too.
    if (position.as_written.size() == 1 && !known_.enough(parties)) return false;
    position.question = matter.empty() ? matter_of(id, words_at(doc_, match->group("matter")))
                                       : questions_.stated(matter);
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

  // "[Alba]: We support this": a line that begins with a party that is known.
  bool read_remark(BlockId id, TextRange line) {
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
    position.question = question_of(id);
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
      const std::optional<Match> match = find_match(doc_, line, {&pattern, 1});
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
  void note_option(BlockId id, TextRange line, const Pattern& pattern) {
    const auto match = find_match(doc_, line, {&pattern, 1});
    if (!match) return;
    auto parties = parties_in(*match);
    if (parties.empty()) return;
    const std::string option = words_at(doc_, match->group("option"));
    claims_.push_back(
        {id, line, with_option(question_of(id, true), option), std::move(parties), true});
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
    BlockId last;
    for (const Claim& claim : claims_) {
      if (!claim.believed || claim.block == last) continue;
      last = claim.block;
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
    if (stance_of(line) != nullptr || is_names(line)) return true;
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
  Patterns trigger_;
  Patterns claim_patterns_;
  Patterns option_claims_;
  Patterns said_;
  Patterns suffix_;
  Patterns counted_;
  Patterns list_leads_;
  Patterns not_claims_;
  std::vector<Patterns> stances_;
  std::vector<Claim> claims_;
  std::optional<Position> above_names_;  // what the names being read are below
};

}  // namespace

void extract_position_lists(const DocumentScan& scan, const Wording& wording, Facts& facts) {
  ListReader(scan, wording, facts).read();
}

}  // namespace rapporteur
