#include <algorithm>
#include <set>

#include "extractors/grid.hpp"
#include "extractors/position_question.hpp"
#include "extractors/position_reading.hpp"
#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

constexpr std::size_t kLongestLine = 2000;     // bytes
constexpr std::size_t kLongestQuestion = 200;  // bytes
constexpr int kFromStanceList = 80;
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
constexpr ListStance kListStances[] = {{"list-object", Stance::object},
                                       {"list-neutral", Stance::neutral},
                                       {"list-support", Stance::support}};

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
        not_claims_(wording.named("not-a-claim")) {
    for (const ListStance& each : kListStances) stances_.push_back(wording.named(each.pattern));
  }

  void read() {
    for (std::uint32_t at = 0; at < doc_.blocks().size(); ++at) {
      const BlockId id{at};
      const Block& block = doc_.block(id);
      if (block.cell || block.kind == BlockKind::table || block.kind == BlockKind::heading)
        continue;
      if (block.text.size() > kLongestLine || !scan_.found(id, trigger_)) continue;
      const TextRange line = trimmed(doc_, block.text);
      if (!read_stance_list(id, line)) note_claims(id, line);
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
    bool believed = false;
  };

  // "Not support – A, B (as C)"
  bool read_stance_list(BlockId id, TextRange line) {
    for (std::size_t i = 0; i < stances_.size(); ++i) {
      const std::optional<Match> match = find_match(doc_, line, stances_[i]);
      if (!match) continue;
      const auto parties = read_party_list(words_at(doc_, match->group("parties")), wording_);
      if (parties.empty()) continue;
      Position position;
      position.stance = kListStances[i].stance;
      position.as_written = words_at(doc_, match->group("words"));
      position.question = questions_.of_line(id, [&](BlockId other) { return is_answer(other); });
      add({id, line, {}, parties}, std::move(position), kListStances[i].pattern, kFromStanceList,
          "a list of who takes this position");
      for (const PartyReading& party : parties) known_.learn(party.party);
      return true;
    }
    return false;
  }

  // "Option 2 – A, B" and "Proposal: study it (A, B)"
  void note_claims(BlockId id, TextRange line) {
    if (known_.empty() || matches(doc_.text(line), not_claims_)) return;
    for (const Pattern& pattern : claim_patterns_) {
      const std::optional<Match> match = find_match(doc_, line, {&pattern, 1});
      if (!match) continue;
      const std::string question = claimed(line, *match);
      if (question.empty()) continue;
      auto parties = read_party_list(names_in(words_at(doc_, match->group("parties"))), wording_);
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

  static std::string names_in(std::string words) {
    if (words.ends_with('.')) words.pop_back();
    return words;
  }

  // A list that is believed makes its other names known, so lists are looked at until no more is.
  void read_claims() {
    for (bool learned = true; learned;) {
      learned = false;
      for (Claim& claim : claims_) {
        if (claim.believed || !enough_known(claim.parties)) continue;
        claim.believed = learned = true;
        for (const PartyReading& party : claim.parties) known_.learn(party.party);
      }
    }
    for (Claim& claim : claims_) {
      if (!claim.believed) continue;
      Position position;
      position.stance = Stance::support;
      position.question = claim.question;
      add(claim, std::move(position), "claim", kFromClaim,
          "the author of the document says so of others");
    }
  }

  bool is_answer(BlockId line) const {
    return std::ranges::any_of(stances_,
                               [&](Patterns each) { return matches(doc_.text(line), each); });
  }

  // Other words than names stand behind dashes and in brackets; some must be names that the
  // document gives to parties elsewhere.
  bool enough_known(const std::vector<PartyReading>& parties) const {
    const auto known = std::ranges::count_if(
        parties, [&](const PartyReading& party) { return known_.contains(party.party); });
    return known > 0 && static_cast<std::size_t>(known) * kKnownOf >= parties.size();
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
  Patterns not_claims_;
  std::vector<Patterns> stances_;
  std::vector<Claim> claims_;
};

}  // namespace

void extract_position_lists(const DocumentScan& scan, const Wording& wording, Facts& facts) {
  ListReader(scan, wording, facts).read();
}

}  // namespace rapporteur
