#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <utility>

#include "extractors/positions/position_antecedent.hpp"
#include "extractors/positions/position_discussion.hpp"
#include "extractors/positions/position_question.hpp"
#include "extractors/positions/position_reading.hpp"
#include "extractors/positions/position_subject.hpp"
#include "extractors/reading/clause_lines.hpp"
#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

constexpr int kFromText = 90;
constexpr int kResolved = 80;

struct TextStance {
  std::string_view pattern;
  Stance stance;
};
// In the order in which they are tried: "could not support" before "support".
constexpr std::array<TextStance, 7> kTextStances = {{
    {"text-unopposed", Stance::neutral},
    {"text-object", Stance::object},
    {"text-conditional", Stance::conditional},
    {"text-abstain", Stance::abstain},
    {"text-neutral", Stance::neutral},
    {"text-none", Stance::none},
    {"text-support", Stance::support},
}};

constexpr std::pair<std::string_view, Stance> kPassives[] = {{"passive-object", Stance::object},
                                                             {"passive-support", Stance::support}};

class TextReader {
 public:
  TextReader(const DocumentScan& scan, const Wording& wording, Facts& facts)
      : scan_(scan),
        doc_(scan.doc()),
        wording_(wording),
        facts_(facts),
        questions_(scan, wording),
        subjects_(scan, wording),
        discussions_(scan, wording),
        antecedent_(scan.doc(), wording) {
    std::vector<Expression> expressions;
    for (const TextStance& entry : kTextStances) {
      for (const Pattern& pattern : wording.named(entry.pattern)) {
        phrases_.emplace_back(&pattern, entry.stance);
        expressions.push_back(pattern.expression);
      }
    }
    set_ = &shared_set(expressions);
  }

  void read() {
    const Patterns trigger = wording_.named("text-trigger");
    const Patterns said = wording_.named("said");
    const Patterns documents = scan_.profile().wording_of("decisions").named("document-line");
    for (std::uint32_t i = 0; i < doc_.blocks().size(); ++i) {
      const Block& block = doc_.block({i});
      if (block.kind == BlockKind::table || block.kind == BlockKind::heading) {
        said_by_.clear();
        continue;
      }
      if (scan_.found({i}, documents)) said_by_.clear();
      if (!scan_.found({i}, trigger)) continue;
      const std::string before = std::exchange(discussed_, discussions_.document_of({i}));
      if (block.cell && discussed_.empty()) continue;
      if (discussed_ != before) said_by_.clear();
      speaker_.clear();
      said_.reset();
      antecedent_.restart(block.text.begin);
      for (const TextRange sentence : sentences(doc_, block.text)) {
        // "Alba: fine" is read with the lists.
        if (block.cell && matches(doc_.text(sentence), said)) continue;
        if (block.cell) listen(sentence);
        read_sentence({i}, sentence);
      }
    }
    join_questions();
  }

 private:
  // Who is for "the group" is for what others do not want, "the establishment of the group".
  void join_questions() {
    std::map<std::string, std::string> acts;
    for (const Fact& fact : facts_.all()) {
      const auto* position = std::get_if<Position>(&fact.value);
      if (position == nullptr) continue;
      const std::string matter =
          matched_group(position->question, wording_.named("question-act"), "matter");
      if (!matter.empty()) acts.try_emplace(lower_ascii(matter), position->question);
    }
    for (Fact& fact : facts_.all()) {
      auto* position = std::get_if<Position>(&fact.value);
      if (position == nullptr || position->table != 0) continue;
      const auto act = acts.find(lower_ascii(position->question));
      if (act != acts.end()) position->question = act->second;
    }
  }

  // What is said in it, phrase by phrase: "A supported the proposal and B opposed it."
  void read_sentence(BlockId id, TextRange sentence) {
    std::vector<int> found;
    set_->match(doc_.text(sentence), found);
    if (matches(doc_.text(sentence), wording_.named("text-not"))) return;
    phrases_read_.clear();
    if (read_echo(id, sentence)) return;
    for (const int each : found) {
      const auto& [pattern, stance] = phrases_[static_cast<std::size_t>(each)];
      TextRange left = sentence;
      while (const auto match = find_match(doc_, left, Patterns(*pattern))) {
        read_phrase(sentence, *match, stance);
        left.begin = std::max(match->where.end, left.begin + 1);
      }
    }
    for (const auto& [name, stance] : kPassives) {
      const auto match = find_match(doc_, sentence, wording_.named(name));
      if (match) read_passive(id, sentence, *match, stance);
    }
    read_joint_proposal(sentence);
    add_phrases(id, sentence);
  }

  // "A, supported by B, proposed to close it": both want what A proposes.
  void read_joint_proposal(TextRange sentence) {
    const auto match = find_match(doc_, sentence, wording_.named("text-proposes"));
    if (!match || !phrases_read_.empty()) return;
    const auto subject =
        find_match(doc_, {sentence.begin, match->where.begin}, wording_.named("text-subject"));
    if (!subject || !subject->has("also")) return;
    Position position;
    position.stance = Stance::support;
    position.as_written = words_at(doc_, match->where);
    position.question = question_in(match->group("question"));
    phrases_read_.push_back({match->where, std::move(position), subjects_.parties_of(*subject),
                             match->pattern, false, false, false});
  }

  // "Alba provides r01 and objects to r00", in what was said of a document: who speaks from here
  // on.
  void listen(TextRange sentence) {
    const auto lead = find_match(doc_, sentence, wording_.named("discussion-lead"));
    if (!lead) return;
    std::vector<PartyReading> parties = subjects_.names_in(lead->group("party"));
    if (subjects_.any_known(parties)) speaker_ = std::move(parties);
  }

  // "Norland shared this view.": what was said in the sentence before. "Norland agrees with Alba.":
  // what that one said in the same discussion.
  bool read_echo(BlockId id, TextRange sentence) {
    const auto echo = find_match(doc_, sentence, wording_.named("text-echo"));
    if (!echo) return false;
    const Position* const said = said_before(words_at(doc_, echo->group("party")));
    if (said == nullptr) return false;
    const auto subject =
        find_match(doc_, {sentence.begin, echo->where.begin}, wording_.named("text-subject"));
    if (!subject) return false;
    Position position = *said;
    position.as_written = words_at(doc_, echo->where);
    for (const PartyReading& party : subjects_.parties_of(*subject)) {
      position.party = party.party;
      said_by_[party.party] = position;
      facts_.add(position, id, sentence, "text-echo", kFromText, "read from running text");
    }
    return true;
  }

  // What `party` said in the discussion, or whoever spoke last where none is named; null when that
  // is not known.
  const Position* said_before(const std::string& party) const {
    if (party.empty()) return said_ ? &*said_ : nullptr;
    const auto known = said_by_.find(party);
    return known == said_by_.end() ? nullptr : &known->second;
  }

  struct Phrase {
    TextRange where;
    Position position;
    std::vector<PartyReading> parties;
    const Pattern* pattern = nullptr;
    bool changes = false;   // says that the position changed
    bool bare = false;      // does not say on what it is
    bool resolved = false;  // the words before it say on what
  };

  // The words of a phrase, which end where the next one of the sentence begins: "A supported the
  // proposal while B objected". Empty when that one begins before it.
  TextRange words_of(const Match& match) const {
    TextRange words = match.where;
    for (const Phrase& other : phrases_read_) {
      if (!other.where.overlaps(words)) continue;
      std::uint32_t end = words.begin;
      TextRange left{words.begin, std::max(words.begin, other.where.begin)};
      while (const auto joint = find_match(doc_, left, wording_.named("text-joint"))) {
        end = joint->where.begin;
        left.begin = joint->where.end;
      }
      words.end = end;
    }
    return words;
  }

  // The words before a phrase from where somebody else is spoken of: "A supported it, while B was
  // of the view that it is early and could not accept it."
  TextRange own_clause(TextRange before) const {
    while (const auto turn = find_match(doc_, before, wording_.named("text-turn"))) {
      before.begin = turn->group("rest").begin;
    }
    return before;
  }

  // A phrase that goes on beyond where the next one begins: "voted against it and B abstained".
  void shorten(std::uint32_t begin) {
    for (Phrase& other : phrases_read_) {
      if (begin <= other.where.begin || other.where.end <= begin) continue;
      std::uint32_t end = other.where.end;
      TextRange left{other.where.begin, begin};
      while (const auto joint = find_match(doc_, left, wording_.named("text-joint"))) {
        end = joint->where.begin;
        left.begin = joint->where.end;
      }
      const std::string rest = words_at(doc_, {end, other.where.end});
      std::string& question = other.position.question;
      if (rest.empty() || !question.ends_with(rest)) continue;
      question = collapse(std::string_view(question).substr(0, question.size() - rest.size()));
      other.where.end = end;
    }
  }

  void read_phrase(TextRange sentence, const Match& match, Stance stance) {
    shorten(match.where.begin);
    const TextRange phrase = words_of(match);
    const auto within = [&](const std::string& group) {
      const TextRange words = match.group(group);
      return TextRange{std::min(words.begin, phrase.end), std::min(words.end, phrase.end)};
    };
    // Networks support features; parties support proposals.
    const TextRange matter = within("matter");
    if (phrase.empty() || (match.has("matter") && matter.empty())) return;
    if (!matter.empty() && !matches(doc_.text(matter), wording_.named("text-matter"))) return;
    const TextRange before = own_clause({sentence.begin, match.where.begin});
    const auto subject = find_match(doc_, before, wording_.named("text-subject"));
    if (!subject && speaker_.empty()) return;
    std::vector<PartyReading> parties = subject ? subjects_.parties_of(*subject) : speaker_;
    if (parties.empty()) return;
    const bool bare = match.has("bare");
    Position position;
    position.stance = stance;
    const TextRange words = within(bare ? "bare" : "words");
    position.as_written = words_at(doc_, words.empty() ? phrase : words);
    position.question = question_in(match.has("matter") ? matter : within("question"));
    if (subject) position.earlier = earlier_stance(subject->group("earlier"));
    phrases_read_.push_back({phrase, std::move(position), std::move(parties), match.pattern,
                             match.has("change"), bare, false});
  }

  // What a position is on, without what is said besides: "the scope and proposed to study it".
  std::string question_in(TextRange words) const {
    if (const auto end = find_match(doc_, words, wording_.named("question-end")))
      words.end = end->where.begin;
    return words_at(doc_, words);
  }

  // "The proposal was supported by A and B": features are supported by devices, so one of the names
  // must be known.
  void read_passive(BlockId id, TextRange sentence, const Match& match, Stance stance) {
    if (match.has("not")) return;  // who did not support it objected to it
    TextRange names = match.group("parties");
    // "supported by two companies (A, B)"
    if (const auto counted = find_match(doc_, names, wording_.named("counted-parties")))
      names = counted->group("parties");
    std::vector<PartyReading> parties = subjects_.names_in(names);
    if (!subjects_.any_known(parties)) return;
    Position position;
    position.stance = stance;
    position.as_written = words_at(doc_, match.where);
    position.question = words_at(doc_, before_passive(sentence, match));
    while (position.question.ends_with(':') || position.question.ends_with(',')) {
      position.question.pop_back();
    }
    // "Also supported by A", below what it is about.
    if (position.question.empty()) {
      position.question = questions_.of_line(id, [](BlockId) { return false; });
    }
    phrases_read_.push_back(
        {match.where, std::move(position), std::move(parties), match.pattern, false, false, false});
  }

  // What a passive phrase is about: "it" of "It was supported by A, but opposed by B".
  TextRange before_passive(TextRange sentence, const Match& match) const {
    TextRange words = after_clause_number(doc_, trimmed(doc_, {sentence.begin, match.where.begin}));
    for (const auto& [name, stance] : kPassives) {
      const auto other = find_match(doc_, words, wording_.named(name));
      if (other) words.end = other->where.begin;
    }
    return words;
  }

  void add_phrases(BlockId id, TextRange sentence) {
    std::ranges::sort(phrases_read_, {}, [](const Phrase& each) { return each.where.begin; });
    for (Phrase& phrase : phrases_read_) {
      resolve(phrase);
      // "A supported." Devices do so too, unless something is supported before in the sentence.
      const bool alone = &phrase == phrases_read_.data() || phrase.position.question.empty();
      if (phrase.bare && alone && !subjects_.any_known(phrase.parties)) continue;
      antecedent_.told(phrase.position.question, phrase.where.end);
      if (phrase.changes) {
        const TextRange block = doc_.block(id).text;
        phrase.position.earlier = earlier_stance({block.begin, std::min(sentence.end, block.end)});
      }
      give_matter(id, phrase.position.question);
      said_ = phrase.position;
      for (const PartyReading& party : phrase.parties) {
        phrase.position.party = party.party;
        said_by_[party.party] = phrase.position;
        facts_.add(phrase.position, id, sentence, phrase.pattern->name,
                   phrase.resolved ? kResolved : kFromText,
                   phrase.resolved ? "what it is on was named before" : "read from running text");
      }
    }
  }

  // What is said of a document in its row is on it, or on one of its revisions; so is what a report
  // says behind a document or a resolution.
  void give_matter(BlockId id, std::string& question) const {
    const bool names_none = question.empty() || antecedent_.refers(question) ||
                            matches(question, wording_.named("discussed-itself"));
    const bool revision = matches(question, wording_.named("document-revision"));
    if (discussed_.empty() && !names_none && !revision) return;
    const std::string matter = discussed_.empty() ? questions_.matter_above(id) : discussed_;
    if (matter.empty()) return;
    question = names_none ? matter : with_option(matter, question);
  }

  // "A supported the proposal to extend it, B opposed it." What the words leave open is what was
  // named last before them.
  void resolve(Phrase& phrase) {
    std::string& question = phrase.position.question;
    const bool refers = phrase.bare || question.empty() || antecedent_.refers(question);
    std::string named = antecedent_.before(phrase.where.begin);
    // Who has no view has none of the option that another one prefers.
    if (const auto answer = read_answer(named, wording_); answer && !answer->option.empty())
      named.clear();
    if (refers) question.clear();
    const bool bare = antecedent_.is_bare(question) && !antecedent_.is_bare(named);
    if (named.empty() || (!refers && !bare)) return;
    phrase.resolved = question != named;
    question = named;
  }

  // The stance that these words say was held before.
  std::string earlier_stance(TextRange before) const {
    if (before.empty()) return {};
    for (const TextStance& entry : kTextStances) {
      const std::string name = "earlier-" + std::string(entry.pattern.substr(5));
      if (find_match(doc_, before, wording_.named(name))) return rapporteur::name(entry.stance);
    }
    return {};
  }

  const DocumentScan& scan_;
  const Document& doc_;
  const Wording& wording_;
  Facts& facts_;
  QuestionReader questions_;
  SubjectReader subjects_;
  Discussions discussions_;
  Antecedent antecedent_;
  std::vector<std::pair<const Pattern*, Stance>> phrases_;
  const PatternSet* set_ = nullptr;          // of phrases_
  std::vector<Phrase> phrases_read_;         // of the sentence
  std::optional<Position> said_;             // last in the block
  std::map<std::string, Position> said_by_;  // last of each party since the last heading
  std::string discussed_;                    // the document whose row the block stands in
  std::vector<PartyReading> speaker_;        // who speaks in that row
};

}  // namespace

void extract_position_text(const DocumentScan& scan, const Wording& wording, Facts& facts) {
  TextReader(scan, wording, facts).read();
}

}  // namespace rapporteur
