#include <iterator>
#include <optional>

#include "extractors/meeting/appointment_items.hpp"
#include "extractors/meeting/appointment_list.hpp"
#include "extractors/reading/occasion.hpp"
#include "extractors/reading/records.hpp"
#include "extractors/reading/relative_date.hpp"
#include "pipeline/text/language.hpp"
#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

// What a sentence says, while it is being read.
struct Statement {
  Nomination at;
  TextRange area;  // without the term and the predecessor that were cut off its end
  Tenure term;
  std::string body;         // whose term it is, where that says so
  std::string predecessor;  // whom the people named replace
};

// "Ada First\tAlba" -> "Ada First, Alba"
std::string in_columns(std::string_view words) {
  std::string out;
  for (const std::string_view cell : split(words, '\t')) {
    const std::string each = collapse(cell);
    if (!each.empty()) out += (out.empty() ? "" : ", ") + each;
  }
  return out;
}

class AppointmentReader {
 public:
  AppointmentReader(const DocumentScan& scan, const Wording& wording, Facts& facts)
      : scan_(scan),
        doc_(scan.doc()),
        wording_(wording),
        people_(scan.profile(), language_of(scan.doc().text())),
        list_(facts),
        items_(scan, wording, people_, list_) {}

  void read() {
    const Patterns trigger = wording_.named("trigger");
    for (std::uint32_t i = 0; i < doc_.blocks().size(); ++i) {
      const Block& block = doc_.block({i});
      if (block.kind == BlockKind::table) {
        read_appointment_table(scan_, doc_.table(block.table), wording_, people_, list_);
      } else if (block.cell) {
        if (scan_.found({i}, trigger)) read_sentences({i}, trimmed(doc_, block.text));
      } else if (!items_.read({i}) && scan_.found({i}, trigger)) {
        read_block({i});
      }
    }
  }

 private:
  void read_block(BlockId id) {
    const TextRange words = trimmed(doc_, doc_.block(id).text);
    if (!read_lines(id, words)) read_sentences(id, words);
  }

  void read_sentences(BlockId id, TextRange words) {
    mentioned_.clear();
    for (const TextRange sentence : sentences(doc_, words)) {
      const std::string before = mentioned_;
      const auto mentioned = find_match(doc_, sentence, wording_.named("mentioned"));
      if (mentioned) mentioned_ = words_of(*mentioned, "people");
      if (matches(doc_.text(sentence), wording_.named("not"))) continue;
      // "… is adopted. Rapporteur: Ada First (Alba)."; a remark of the Rapporteur has no bracket.
      const std::string_view text = doc_.text(sentence);
      const bool bracketed = text.ends_with(')') || text.ends_with(").");
      if (bracketed && read_line(id, sentence)) continue;
      if (before.empty() || !read_pronoun(id, sentence, before)) read_sentence(id, sentence);
    }
  }

  // "Chair: …" one under the other.
  bool read_lines(BlockId id, TextRange words) {
    bool found = false;
    std::uint32_t begin = words.begin;
    for (const std::string_view line : split(doc_.text(words), '\n')) {
      const TextRange range =
          trimmed(doc_, {begin, begin + static_cast<std::uint32_t>(line.size())});
      begin += static_cast<std::uint32_t>(line.size()) + 1;
      for (auto left = read_line(id, range); left; left = read_line(id, *left)) found = true;
    }
    return found;
  }

  // Reads the first office of "Chair: Ada First (Alba), Secretary: Bob Second" and gives what is
  // left of the line; none when it is no such line.
  std::optional<TextRange> read_line(BlockId id, TextRange range) {
    const auto match = find_match(doc_, range, wording_.named("line"));
    if (!match) return {};
    const auto next = find_match(doc_, match->group("people"), wording_.named("next-office"));
    const TextRange people{match->group("people").begin,
                           next ? next->where.begin : match->group("people").end};
    const Office office{
        words_of(*match, "office"), people_.body_of(words_of(*match, "body")), {}, {}};
    for (Person& person : people_.list(in_columns(doc_.text(people)), match->has("plural"))) {
      list_.add({id, range, "line", 100, ""}, std::move(person), office);
    }
    return next ? next->group("rest") : TextRange{range.end, range.end};
  }

  // "He was elected Vice-Chair until June 2028.": who was named in the sentence before.
  bool read_pronoun(BlockId id, TextRange sentence, const std::string& people) {
    Statement said{{id, sentence, "pronoun", 100, ""}, sentence, {}, {}, {}};
    if (const auto term = cut(said.area, "term")) give_term(*term, said);
    const auto match = find_match(doc_, said.area, wording_.named("pronoun"));
    if (!match) return false;
    infer(said, "the person is the one named in the sentence before");
    add(said, people_.list(people, false), people_.office(words_of(*match, "office")));
    return true;
  }

  void read_sentence(BlockId id, TextRange sentence) {
    TextRange first = sentence;
    TextRange left{sentence.end, sentence.end};
    if (const auto second = find_match(doc_, sentence, wording_.named("second-act"))) {
      first.end = second->where.begin;
      left = second->group("rest");
    }
    read_act_of(id, sentence, first);
    if (!left.empty()) read_act_of(id, sentence, left);
  }

  void read_act_of(BlockId id, TextRange sentence, TextRange area) {
    Statement said{{id, sentence, "", 100, ""}, area, {}, {}, {}};
    cut(said.area, "votes");
    if (const auto old = cut(said.area, "predecessor")) said.predecessor = words_of(*old, "people");
    if (const auto term = cut(said.area, "term")) give_term(*term, said);
    using Shape = void (AppointmentReader::*)(Statement&, const Match&);
    static constexpr std::pair<std::string_view, Shape> kShapes[] = {
        {"replaced", &AppointmentReader::read_replaced}, {"left", &AppointmentReader::read_left},
        {"act", &AppointmentReader::read_act},           {"named", &AppointmentReader::read_named},
        {"chaired", &AppointmentReader::read_chaired},   {"told", &AppointmentReader::read_named}};
    for (const auto& [name, read] : kShapes) {
      const auto match = find_match(doc_, said.area, wording_.named(name));
      if (!match) continue;
      said.at.pattern = name;
      return (this->*read)(said, *match);
    }
  }

  // What the first of these patterns finds, which then is no longer part of `area`.
  std::optional<Match> cut(TextRange& area, std::string_view name) const {
    auto match = find_match(doc_, area, wording_.named(name));
    if (match) area.end = match->where.begin;
    return match;
  }

  void give_term(const Match& match, Statement& said) const {
    said.body = people_.body_of(words_of(match, "body"));
    said.term = people_.tenure(words_of(match, "dates"));
    const std::string years = lower_ascii(words_of(match, "years"));
    if (years.empty()) return;
    // "for a term of two years": it begins at the meeting.
    const std::string from = day_told(doc_, scan_.profile());
    const int count = number_in(years, wording_.list("numbers"));
    if (from.empty() || count <= 0) return;
    said.term.from = from;
    said.term.until = shifted(from, count, 0, 0);
    infer(said, "the term is counted from the meeting");
  }

  // "… as Chair and … as Vice-chair of the group": a body named last is that of all.
  void read_act(Statement& said, const Match& match) {
    read_parts(said, match, words_of(match, "people"));
  }

  void read_parts(const Statement& said, const Match& match, const std::string& words) {
    std::vector<std::pair<std::string, Office>> parts = people_.parts(words);
    for (auto part = parts.rbegin(); part != parts.rend(); ++part) {
      if (part->second.body.empty() && part != parts.rbegin()) {
        part->second.body = std::prev(part)->second.body;
      }
    }
    for (auto& [people, office] : parts) {
      if (office.body.empty()) office.body = elector(match, office);
      add(said, people_.list(people, true), office);
    }
  }

  // "… was elected Chair of the group", "elected … Chair of the group"
  void read_named(Statement& said, const Match& match) {
    // "elected A (X) Chair and B (Y) Vice-chair"
    std::string office_words = words_of(match, "office");
    const std::size_t as = office_words.size();
    for (const Pattern& pattern : wording_.named("then-office")) {
      re2::RE2::GlobalReplace(&office_words, pattern.expression.in(office_words), ") as \\1");
    }
    if (office_words.size() != as) {
      return read_parts(said, match, words_of(match, "people") + " as " + office_words);
    }
    // "was elected as Chair and B (Y) as Vice-chair"
    const std::string people = words_of(match, "people");
    const std::string all = people + " as " + office_words;
    if (people_.parts(all).size() > 1) return read_parts(said, match, all);
    Office office = people_.office(office_words);
    if (office.body.empty()) office.body = elector(match, office);
    add(said, people_.list(people, true), office);
  }

  // A group elects its own chair.
  std::string elector(const Match& match, const Office& office) const {
    return matches(office.name, wording_.named("own-office"))
               ? people_.body_of(words_of(match, "by"))
               : std::string();
  }

  void read_left(Statement& said, const Match& match) {
    Office office = people_.office(words_of(match, "office"));
    for (const std::string* told : {&said.term.until, &said.term.from}) {
      if (office.until.empty()) office.until = *told;
    }
    if (office.until.empty()) office.until = date_in(words_of(match, "when"));
    end(said, words_of(match, "people"), office);
  }

  void read_replaced(Statement& said, const Match& match) {
    said.predecessor = words_of(match, "old");
    add(said, people_.list(words_of(match, "new"), true),
        people_.office(words_of(match, "office")));
  }

  void read_chaired(Statement& said, const Match& match) {
    const std::string body = people_.body_of(words_of(match, "body"));
    add(said, people_.list(words_of(match, "chair")), {"chair", body, {}, {}});
    add(said, people_.list(words_of(match, "others"), true),
        {words_of(match, "office"), body, {}, {}});
  }

  void add(const Statement& said, std::vector<Person> people, Office office) {
    if (!matches(office.name, wording_.named("is-office"))) return;
    if (office.from.empty()) office.from = said.term.from;
    if (office.until.empty()) office.until = said.term.until;
    if (office.body.empty()) office.body = said.body;
    for (Person& person : people) list_.add(said.at, std::move(person), office);
    if (said.predecessor.empty() || people.empty()) return;
    end(said, said.predecessor, {office.name, office.body, {}, office.from});
  }

  // An office that ends: when the next one begins, else with the meeting.
  void end(Statement said, const std::string& people, Office office) {
    if (!matches(office.name, wording_.named("is-office"))) return;
    if (office.until.empty()) {
      office.until = day_told(doc_, scan_.profile());
      if (!office.until.empty()) infer(said, "the office is taken to end with the meeting");
    }
    for (Person& person : people_.list(people, true)) {
      list_.add(said.at, std::move(person), office);
    }
  }

  static void infer(Statement& said, std::string reason) {
    said.at.confidence = kInferred;
    said.at.reason = std::move(reason);
  }

  std::string words_of(const Match& match, const std::string& group) const {
    return words_at(doc_, match.group(group));
  }

  static constexpr int kInferred = 80;

  const DocumentScan& scan_;
  const Document& doc_;
  const Wording& wording_;
  PeopleReader people_;
  AppointmentList list_;
  AppointmentItems items_;
  std::string mentioned_;  // the person named last in the block
};

}  // namespace

void read_appointments(const DocumentScan& scan, const Wording& wording, Facts& facts) {
  AppointmentReader(scan, wording, facts).read();
}

}  // namespace rapporteur
