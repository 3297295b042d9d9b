#include <algorithm>
#include <set>

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
// One name in so many must be known for a list to be one of parties.
constexpr std::size_t kKnownOf = 3;

// The names that the document itself gives as parties, in the columns of its tables, and those that
// the profile knows.
class KnownParties {
 public:
  KnownParties(const DocumentScan& scan, const Wording& wording) : profile_(scan.profile()) {
    const Patterns columns = wording.named("known-party-column");
    for (const Table& table : scan.doc().tables()) {
      const Grid grid(scan.doc(), table);
      for (std::uint32_t row = 0; row < std::min(grid.rows(), kDeepestHeader); ++row) {
        const std::uint32_t column = scan.column(table, row, columns);
        if (column == kNoColumn) continue;
        add_column(grid, row + 1, column, wording);
        break;
      }
    }
  }

  // Whether the document has columns of parties: one that has none does not discuss by party.
  bool empty() const { return names_.empty(); }
  void learn(const std::string& party) { names_.insert(key(party)); }
  // "Qualcomm" is known where "Qualcomm Germany" is; "LGE" is not where "LG Electronics" is.
  bool contains(const std::string& party) const {
    if (names_.contains(key(party))) return true;
    const Organization* known = profile_.organizations.find(party);
    return known != nullptr && known->kind == PartyKind::company;
  }

 private:
  void add_column(const Grid& grid, std::uint32_t from, std::uint32_t column,
                  const Wording& wording) {
    for (std::uint32_t row = from; row < grid.rows(); ++row) {
      for (const PartyReading& party : read_parties(grid.text(row, column), wording)) {
        learn(party.party);
      }
    }
  }

  static std::string key(const std::string& party) {
    const std::vector<std::string_view> parts = words(party);
    return parts.empty() ? std::string() : lower_ascii(parts.front());
  }

  const Profile& profile_;
  std::set<std::string> names_;
};

struct ListStance {
  std::string_view pattern;
  Stance stance;
};
constexpr ListStance kListStances[] = {{"list-none", Stance::none},
                                       {"list-object", Stance::object},
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
        not_claims_(wording.named("not-a-claim")) {
    for (const ListStance& each : kListStances) stances_.push_back(wording.named(each.pattern));
  }

  void read() {
    for (std::uint32_t at = 0; at < doc_.blocks().size(); ++at) {
      const BlockId id{at};
      const Block& block = doc_.block(id);
      if (block.cell || block.kind == BlockKind::table) continue;
      if (block.text.size() > kLongestLine || !scan_.found(id, trigger_)) continue;
      const TextRange line = trimmed(doc_, block.text);
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

  // "Support: A, B; Against: C"
  bool read_stance_lists(BlockId id, TextRange line) {
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
  bool read_stance_list(BlockId id, TextRange line, TextRange part) {
    const ListStance* stance = stance_of(part);
    if (stance == nullptr) return false;
    const auto match = find_match(doc_, part, wording_.named(stance->pattern));
    const auto parties = parties_in(*match);
    if (parties.empty()) return false;
    Position position;
    position.stance = stance->stance;
    position.as_written = words_at(doc_, match->group("words"));
    position.question = question_of(id);
    add({id, line, {}, parties}, std::move(position), stance->pattern, kFromStanceList,
        "a list of who takes this position");
    for (const PartyReading& party : parties) known_.learn(party.party);
    return true;
  }

  // "[Alba]: We support this": a line that begins with a party that is known.
  bool read_remark(BlockId id, TextRange line) {
    const auto match = find_match(doc_, line, said_);
    if (!match) return false;
    const std::string party = words_at(doc_, match->group("party"));
    if (!known_.contains(party)) return false;
    Position position;
    position.as_written = words_at(doc_, match->group("words"));
    const StanceReading reading = read_stance_in_comment(position.as_written, wording_);
    if (reading.stance == Stance::unclear) return true;
    position.stance = reading.stance;
    position.question = question_of(id);
    add({id, line, {}, {{party, {}, {}}}}, std::move(position), "said", kFromRemark,
        "a remark behind the name of a party");
    return true;
  }

  std::string question_of(BlockId id) const {
    return questions_.of_line(id, [&](BlockId other) { return is_answer(other); });
  }

  std::vector<PartyReading> parties_in(const Match& match) const {
    std::string names = words_at(doc_, match.group("parties"));
    const std::size_t last = names.find_last_of(" ,");
    const bool abbreviated = last != std::string::npos && matches(names.substr(last + 1), suffix_);
    if (names.ends_with('.') && !abbreviated) names.pop_back();
    return read_party_list(names, wording_);
  }

  // "Option 2 – A, B" and "Proposal: study it (A, B)"
  void note_claims(BlockId id, TextRange line) {
    if (matches(doc_.text(line), not_claims_) || note_option(id, line) || known_.empty()) return;
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
  bool note_option(BlockId id, TextRange line) {
    const auto match = find_match(doc_, line, option_claims_);
    if (!match) return false;
    auto parties = parties_in(*match);
    if (parties.empty()) return false;
    const std::string option = words_at(doc_, match->group("option"));
    claims_.push_back({id, line, with_option(question_of(id), option), std::move(parties), true});
    return true;
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
    for (const Claim& claim : claims_) {
      if (!claim.believed) continue;
      Position position;
      position.stance = Stance::support;
      position.question = claim.question;
      add(claim, std::move(position), "claim", kFromClaim,
          "the author of the document says so of others");
    }
  }

  bool is_answer(BlockId id) const {
    const TextRange line = trimmed(doc_, doc_.block(id).text);
    if (stance_of(line) != nullptr) return true;
    const auto said = find_match(doc_, line, said_);
    if (said && known_.contains(words_at(doc_, said->group("party")))) return true;
    const auto option = find_match(doc_, line, option_claims_);
    const auto is_known = [&](const PartyReading& party) { return known_.contains(party.party); };
    return option && std::ranges::any_of(parties_in(*option), is_known);
  }

  // Other words than names stand behind dashes and in brackets; some must be names that the
  // document gives to parties elsewhere. Behind an option one will do.
  bool enough_known(const Claim& claim) const {
    const auto known = std::ranges::count_if(
        claim.parties, [&](const PartyReading& party) { return known_.contains(party.party); });
    const std::size_t wanted =
        claim.labelled ? 1 : (claim.parties.size() + kKnownOf - 1) / kKnownOf;
    return static_cast<std::size_t>(known) >= wanted;
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
  Patterns not_claims_;
  std::vector<Patterns> stances_;
  std::vector<Claim> claims_;
};

}  // namespace

void extract_position_lists(const DocumentScan& scan, const Wording& wording, Facts& facts) {
  ListReader(scan, wording, facts).read();
}

}  // namespace rapporteur
