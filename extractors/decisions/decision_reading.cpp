#include "extractors/decisions/decision_reading.hpp"

#include <algorithm>
#include <array>

#include "extractors/reading/initials.hpp"
#include "extractors/reading/records.hpp"
#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

// Kinds of decisions in the order in which they are tried: "not agreed" before "agreed".
constexpr std::array<std::string_view, 28> kVerbs = {
    "no-consensus", "not-agreed", "rejected",    "withdrawn",  "postponed", "revised",
    "merged",       "appointed",  "established", "deleted",    "approved",  "adopted",
    "consented",    "determined", "endorsed",    "agreed",     "decided",   "noted",
    "concluded",    "issued",     "offered",     "not-needed", "left-open", "working-assumption",
    "developed",    "replied",    "requested",   "recommended"};

// The date before or behind what was decided; not one by which something shall be done.
std::string date_outside(const Document& doc, TextRange sentence, TextRange subject,
                         Patterns other_dates) {
  const TextRange before{sentence.begin, subject.begin};
  TextRange after{subject.end, std::max(subject.end, sentence.end)};
  if (const auto other = find_match(doc, after, other_dates)) after.end = other->where.begin;
  const std::string date = date_in(doc.text(before));
  return date.empty() ? date_in(doc.text(after)) : date;
}

}  // namespace

DecisionSentences::DecisionSentences(const Wording& wording, const Organizations& organizations)
    : wording_(wording),
      organizations_(organizations),
      trigger_(wording.named("trigger")),
      not_(wording.named("not")),
      not_subject_(wording.named("not-subject")),
      body_(wording.named("body")),
      told_(verbs_of(wording, "")),
      resolved_(verbs_of(wording, "resolution-")) {
  for (const std::string_view verb : kVerbs) {
    const Patterns label = wording.named("label-" + std::string(verb));
    if (!label.empty()) labels_.emplace_back(verb, label);
  }
}

DecisionSentences::Verbs DecisionSentences::verbs_of(const Wording& wording,
                                                     const std::string& prefix) const {
  Verbs verbs;
  std::vector<Expression> expressions;
  for (const std::string_view verb : kVerbs) {
    const Patterns patterns = wording.named(prefix + std::string(verb));
    for (const Pattern& pattern : patterns) {
      verbs.patterns.push_back(&pattern);
      expressions.push_back(pattern.expression);
    }
  }
  verbs.set = &shared_set(expressions);
  return verbs;
}

// A group, and no company whose name looks like that of one.
bool DecisionSentences::is_body(const std::string& words) const {
  if (!matches(words, body_)) return false;
  const Organization* known = organizations_.find(words);
  return known == nullptr || known->kind != PartyKind::company;
}

// "AF", who is "Ada First" and no group.
bool DecisionSentences::is_person(const Document& doc, const std::string& body) const {
  const std::string name = name_with_initials(doc, body);
  return !name.empty() && !matches(name, body_);
}

// "the Example Group (EG)" -> "EG"; "the meeting" -> "meeting".
std::string DecisionSentences::short_body(const std::string& words) const {
  const Capture named = capture(words, body_);
  std::string abbreviation = named.words("abbreviation");
  if (!abbreviation.empty()) return abbreviation;
  const std::string body = named.words("body");
  return body.empty() ? words : body;
}

// "After some discussion the text" -> "the text"
std::string DecisionSentences::without_lead(const std::string& subject) const {
  const std::string rest = matched_group(subject, wording_.named("subject-lead"), "rest");
  return rest.empty() ? subject : rest;
}

// What was decided, without when ("At its last meeting, the text …") and with how ("… was agreed
// as output").
std::string DecisionSentences::subject_of(const Document& doc, const Match& match) const {
  std::string subject = without_lead(words_at(doc, match.group("subject")));
  const std::string complement = words_at(doc, match.group("complement"));
  if (!complement.empty()) subject += (subject.empty() ? "" : " ") + complement;
  while (subject.ends_with('.')) subject.pop_back();
  return subject;
}

std::optional<DecisionReading> DecisionSentences::read_verb(const Document& doc, TextRange sentence,
                                                            const Pattern& pattern) const {
  const Match match = match_of(doc, sentence, pattern);
  const std::string body = words_at(doc, match.group("body"));
  if (!body.empty() && (!is_body(body) || is_person(doc, body))) return {};
  // What stands before the verb is what was decided on, and no clause of its own.
  const TextRange subject = trimmed(doc, match.group("subject"));
  const bool before_verb = !subject.empty() && subject.begin == match.where.begin;
  if (before_verb && matches(without_lead(std::string(doc.text(subject))), not_subject_)) return {};
  DecisionReading reading{{}, sentence, pattern.name};
  reading.decision.verb = pattern.name.substr(pattern.name.starts_with("resolution-") ? 11 : 0);
  reading.decision.body = short_body(body);
  const std::string by = words_at(doc, match.group("by"));
  if (body.empty() && is_body(by)) reading.decision.body = short_body(by);
  reading.decision.subject = subject_of(doc, match);
  reading.only_how = subject.empty();
  reading.decision.date = date_outside(doc, sentence, subject.empty() ? match.where : subject,
                                       wording_.named("other-date"));
  return reading;
}

std::optional<DecisionReading> DecisionSentences::read_with(const Verbs& verbs, const Document& doc,
                                                            TextRange sentence) const {
  std::vector<int> found;
  verbs.set->match(doc.text(sentence), found);
  for (const int verb : found) {
    const Pattern& pattern = *verbs.patterns[static_cast<std::size_t>(verb)];
    if (auto reading = read_verb(doc, sentence, pattern)) return reading;
  }
  return {};
}

std::optional<DecisionReading> DecisionSentences::read(const Document& doc,
                                                       TextRange sentence) const {
  if (!matches(doc.text(sentence), trigger_)) return {};
  // "…, to be approved by correspondence": what is decided another time.
  if (const auto later = find_match(doc, sentence, wording_.named("later-part"))) {
    sentence.end = later->where.begin;
  }
  if (matches(doc.text(sentence), not_)) return {};
  return read_with(told_, doc, sentence);
}

std::optional<DecisionReading> DecisionSentences::read_resolution(const Document& doc,
                                                                  TextRange sentence) const {
  return read_with(resolved_, doc, sentence);
}

std::vector<DecisionReading> DecisionSentences::read_all(const Document& doc,
                                                         TextRange sentence) const {
  std::vector<DecisionReading> out;
  if (auto counted = read_counted(doc, sentence); !counted.empty()) return counted;
  if (auto both = read_both(doc, sentence); !both.empty()) return both;
  if (auto both = read_joined(doc, sentence); !both.empty()) return both;
  const auto more = find_match(doc, sentence, wording_.named("second-part"));
  std::optional<DecisionReading> second;
  if (more) second = read(doc, trimmed(doc, more->group("rest")));
  const TextRange first_part = trimmed(doc, {sentence.begin, more ? more->where.begin : 0});
  const TextRange first = second ? first_part : sentence;
  if (auto reading = read(doc, first)) {
    reading->where = sentence;
    out.push_back(std::move(*reading));
  }
  if (!second) return out;
  second->where = sentence;
  out.push_back(std::move(*second));
  return out;
}

std::optional<DecisionReading> DecisionSentences::read_revision(const Document& doc,
                                                                TextRange sentence) const {
  const auto both = find_match(doc, sentence, wording_.named("which-part"));
  if (!both) return {};
  DecisionReading reading{{}, sentence, both->pattern->name};
  reading.decision.verb = disposition(doc.text(both->group("outcome")));
  if (reading.decision.verb.empty()) return {};
  reading.decision.subject = words_at(doc, both->group("document"));
  reading.decision.documents = {reading.decision.subject};
  return reading;
}

// "It was revised to EX(26)000012r1, which was approved.": what became of either.
std::vector<DecisionReading> DecisionSentences::read_counted(const Document& doc,
                                                             TextRange sentence) const {
  const auto results = find_match(doc, sentence, wording_.named("counted-results"));
  if (!results) return {};
  std::vector<DecisionReading> out;
  const std::string body = short_body(words_at(doc, results->group("body")));
  auto part = find_match(doc, results->group("rest"), wording_.named("counted-part"));
  while (part) {
    const TextRange subject = part->group("subject");
    const auto next = find_match(doc, subject, wording_.named("counted-part"));
    const std::uint32_t end = next ? next->where.begin : subject.end;
    DecisionReading reading{{}, sentence, "counted-results"};
    reading.decision.verb = disposition(doc.text(part->group("verb")));
    reading.decision.subject = words_at(doc, {subject.begin, end});
    if (reading.decision.subject.ends_with('.')) reading.decision.subject.pop_back();
    reading.decision.body = body;
    out.push_back(std::move(reading));
    part = next;
  }
  return out;
}

std::vector<DecisionReading> DecisionSentences::read_both(const Document& doc,
                                                          TextRange sentence) const {
  auto second = read_revision(doc, sentence);
  if (!second) return {};
  const auto both = find_match(doc, sentence, wording_.named("which-part"));
  auto first = read(doc, trimmed(doc, both->group("first")));
  if (!first) return {std::move(*second)};
  first->where = sentence;
  return {std::move(*first), std::move(*second)};
}

// "WP.29 adopted the text and requested the secretariat to publish it."
std::vector<DecisionReading> DecisionSentences::read_joined(const Document& doc,
                                                            TextRange sentence) const {
  for (const Pattern& pattern : wording_.named("and-part")) {
    const auto joint = find_match(doc, sentence, Patterns(pattern));
    if (!joint) continue;
    if (auto both = read_joined(doc, sentence, *joint); !both.empty()) return both;
  }
  return {};
}

std::vector<DecisionReading> DecisionSentences::read_joined(const Document& doc, TextRange sentence,
                                                            const Match& joint) const {
  auto second = read(doc, trimmed(doc, joint.group("rest")));
  if (!second) return {};
  if (const std::string body = words_at(doc, joint.group("body")); !body.empty()) {
    if (!is_body(body)) return {};
    second->decision.body = short_body(body);
    second->where = sentence;
    // "WP.29 noted TD 12 and endorsed TD 13": the first part may be a decision of the same group.
    auto first = read(doc, joint.group("first"));
    if (!first || first->decision.body != second->decision.body) return {std::move(*second)};
    first->where = sentence;
    return {std::move(*first), std::move(*second)};
  }
  auto first = read(doc, trimmed(doc, {sentence.begin, joint.where.begin}));
  if (!first || first->decision.body.empty()) return {};
  second->decision.body = first->decision.body;
  first->where = sentence;
  second->where = sentence;
  return {std::move(*first), std::move(*second)};
}

std::string DecisionSentences::disposition(std::string_view words) const {
  // "Noted, reply in X agreed": one word before a comma is what became of the document.
  const std::string_view first = words.substr(0, words.find(','));
  const bool alone = first.size() < words.size() && std::ranges::none_of(first, is_space);
  for (const std::string_view told : {alone ? first : words, words}) {
    for (const auto& [verb, patterns] : labels_) {
      if (matches(told, patterns)) return verb;
    }
  }
  return {};
}

std::string DecisionSentences::own_disposition(const Document& doc, TextRange line) const {
  const auto both = find_match(doc, line, wording_.named("which-part"));
  return disposition(doc.text(both ? both->group("first") : line));
}

std::string DecisionSentences::verb_of(const Match& label, std::string_view words,
                                       bool on_matter) const {
  if (label.has("disposition")) {
    const std::string verb = disposition(words);
    const bool decided = label.has("decision") || on_matter;
    return verb.empty() && decided ? "decided" : verb;
  }
  if (label.has("assumption")) return "working-assumption";
  if (label.has("conclusion")) return "concluded";
  return label.has("approved") ? "approved" : "agreed";
}

void DecisionSentences::take_back(Decision& decision) const {
  const Capture none = capture(decision.subject, wording_.named("no-consensus"));
  if (!none || none.groups.front().data() != decision.subject.data()) return;
  decision.verb = "no-consensus";
  const std::string matter = none.words("subject");
  if (!matter.empty() && decision.subject.find(" / ") == std::string::npos) {
    decision.subject = matter;
  }
}

bool DecisionSentences::is_on_its_own(std::string_view words) const {
  if (disposition(words).empty()) return true;
  const std::string named = matched_group(words, wording_.named("own-matter"), "subject");
  return !named.empty() && !matches(named, wording_.named("refers"));
}

}  // namespace rapporteur
