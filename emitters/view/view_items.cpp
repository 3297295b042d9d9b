#include "emitters/view/view_items.hpp"

#include <fmt/format.h>

#include "pipeline/base/files.hpp"
#include "pipeline/text/fold.hpp"
#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

// A finding may quote a whole table; in a cell of a report this much of it is enough.
constexpr std::size_t kShortQuote = 160;

std::string shortened(const std::string& text) {
  if (text.size() <= kShortQuote) return text;
  std::string_view head = std::string_view(text).substr(0, kShortQuote);
  head = head.substr(0, valid_utf8_prefix(head));
  const std::size_t blank = head.rfind(' ');
  if (blank != std::string_view::npos && blank > kShortQuote / 2) head = head.substr(0, blank);
  return std::string(head) + " …";
}

Shown view_of(const Place& place) {
  return {
      {"clause", place.clause},     {"block", place.block == kNone ? Shown() : Shown(place.block)},
      {"line", place.line},         {"quote", place.quote},
      {"before", place.before},     {"after", place.after},
      {"table", place.table},       {"row", place.row},
      {"column", place.column},     {"table_label", place.table_label},
      {"begin", place.begin},       {"end", place.end},
      {"part", place.part},         {"source", place.source},
      {"where", where_text(place)}, {"quote_short", shortened(place.quote)}};
}

Shown view_of(const Identifier& number) {
  Shown::Members fields;
  for (const auto& [name, value] : number.fields) fields.emplace_back(name, value);
  return {{"family", number.family},
          {"as_written", number.as_written},
          {"inferred", number.inferred},
          {"fields", std::move(fields)}};
}

Shown view_of(const std::vector<CoverField>& cover) {
  Shown::List list;
  for (const CoverField& field : cover) {
    list.push_back(Shown{{"name", field.name}, {"label", field.label}, {"value", field.value}});
  }
  return list;
}

// Every member of a fact, and what templates cannot make of a list or a count: its text.
Shown::Members members_of(const LocatedFact& fact) {
  Shown::Members members = {{"type", type_of(fact.value)}, {"document", fact.document}};
  members.reserve(40);
  for_each_field(fact.value, [&]<class T>(const char* name, const T& value) {
    if constexpr (std::is_same_v<T, Strings>) {
      members.emplace_back(name, Shown::of(value));
      members.emplace_back(fmt::format("{}_text", name), join(value, ", "));
    } else {
      members.emplace_back(name, value);
    }
    if constexpr (std::is_same_v<T, std::uint32_t>) {
      members.emplace_back(fmt::format("{}_text", name), std::to_string(value));
    }
  });
  members.emplace_back("evidence", view_of(fact.evidence));
  members.emplace_back("pattern", fact.pattern);
  members.emplace_back("confidence", fact.confidence);
  members.emplace_back("reason", fact.reason);
  return members;
}

// A Member State is affiliation and country in one.
std::string affiliation_text(const std::string& affiliation, const std::string& country) {
  if (country.empty() || country == affiliation) return affiliation;
  return affiliation.empty() ? country : affiliation + ", " + country;
}

std::string dates_text(const std::string& from, const std::string& until) {
  if (from.empty() || until.empty() || from == until) {
    return from.empty() && !until.empty() ? "until " + until : from;
  }
  return from + " – " + until;
}

// Unanimous consent has no counts.
bool is_counted(const Vote& vote) { return vote.in_favour + vote.against + vote.abstained > 0; }

// A day, and how it was told or found; the words alone where no day could be worked out.
std::string date_text(const Deadline& deadline) {
  if (deadline.date.empty() || deadline.when.empty()) {
    const std::string& told = deadline.date.empty() ? deadline.when : deadline.date;
    return told + (deadline.inferred ? " (worked out)" : "");
  }
  return deadline.date + " (" + deadline.when + ')';
}

// "TD SG13-TD329R1/WP3, 2018-12-13, profile itu-t": what a document is, in one line.
std::string identity_text(const Shown& document) {
  std::string kind = document.text("kind_label");
  const std::string& number = document.text("identifier");
  if (!kind.empty() && 'a' <= kind[0] && kind[0] <= 'z') kind[0] = static_cast<char>(kind[0] - 32);
  const bool says_kind = search_key(number).find(search_key(kind)) != std::string::npos;
  std::string out = number.empty() ? kind : says_kind ? number : kind + ' ' + number;
  if (const std::string& date = document.text("date"); !date.empty()) out += ", " + date;
  return out;
}

// The status in the words of the body, where they say more than the common scale.
bool status_differs(const Shown& view) {
  const std::string& written = view.text("status_as_written");
  return !written.empty() && search_key(written) != search_key(view.text("status_label"));
}

std::string letters_and_digits(std::string_view text) {
  std::string key = search_key(text);
  std::erase_if(key, [](char c) { return !is_alpha(c) && !is_digit(c); });
  return key;
}

// Whether words name a document: "A.24" does "ITU-T A.24", and "A.2" does not.
bool names(const std::string& words, std::string_view document) {
  const std::string whole = letters_and_digits(words);
  const std::size_t blank = document.find(' ');
  const std::string_view without_body =
      blank == std::string_view::npos ? document : document.substr(blank);
  const std::string part = letters_and_digits(without_body);
  if (part.empty()) return false;
  for (std::size_t at = whole.find(part); at != std::string::npos; at = whole.find(part, at + 1)) {
    const std::size_t end = at + part.size();
    if (end == whole.size() || !is_digit(whole[end])) return true;
  }
  return false;
}

// The documents of a decision that its own words do not name.
std::string unnamed_documents(const Decision& decision) {
  Strings unnamed;
  for (const std::string& document : decision.documents) {
    if (!names(decision.subject, document)) unnamed.push_back(document);
  }
  return join(unnamed, ", ");
}

// A name for links that stays when other documents change.
std::string position_anchor(const LocatedFact& fact) {
  const Place& at = fact.evidence;
  const std::string id = sha256(fmt::format("{}\n{}\n{}", fact.document, at.begin, at.end));
  return fmt::format("position-{}-{}", id.substr(0, 12), std::get<Position>(fact.value).row);
}

// `is_object` and the like: a template cannot compare.
void add_stance_questions(Shown& view) {
  for (const Stance stance : {Stance::support, Stance::object, Stance::abstain, Stance::conditional,
                              Stance::neutral, Stance::none, Stance::unclear}) {
    view.set(fmt::format("is_{}", name(stance)), view.text("stance") == name(stance));
  }
}

}  // namespace

void add_questions(Shown& view) {
  std::vector<std::pair<std::string, bool>> questions;
  for (const auto& [name, value] : view.members()) {
    if (value.is_list()) questions.emplace_back("has_" + name, value.says_yes());
  }
  for (const auto& [name, answer] : questions) view.set(name, answer);
}

ItemViews::ItemViews(const Results& results, const Labels& labels)
    : results_(results), labels_(labels) {
  for (std::size_t i = 0; i < results.documents.size(); ++i) {
    const DocumentRecord& record = results.documents[i];
    // Only what was read has a section that a link can lead to.
    const bool is_shown = record.outcome == Outcome::read || record.outcome == Outcome::damaged;
    owners_[record.path] = {label_of(record), is_shown ? fmt::format("document-{}", i + 1) : ""};
  }
  facts_.reserve(results.facts.size());
  for (const LocatedFact& fact : results.facts) {
    facts_.push_back(made(fact));
    facts_.back().set("index", facts_.size() - 1);
  }
}

const Shown& ItemViews::fact(const LocatedFact& fact) const {
  return facts_[static_cast<std::size_t>(&fact - results_.facts.data())];
}

void ItemViews::add_label(Shown& view, std::string_view member) const {
  view.set(fmt::format("{}_label", member), label_of(view.text(member), labels_));
}

void ItemViews::add_owner(Shown::Members& members, const std::string& path) const {
  const auto found = owners_.find(path);
  members.emplace_back("document_label", found == owners_.end() ? path : found->second.label);
  members.emplace_back("document_anchor", found == owners_.end() ? "" : found->second.anchor);
}

Shown ItemViews::document(const DocumentRecord& record) const {
  const Identity& identity = record.identity;
  const Owner& owner = owners_.at(record.path);
  const bool is_refused = record.outcome == Outcome::refused;
  Shown view = {{"path", record.path},
                {"kind", identity.kind},
                {"identifier", identity.number.canonical},
                {"title", identity.title},
                {"date", identity.date},
                {"outcome", name(record.outcome)},
                {"error", record.error},
                {"error_code", is_refused ? name(record.error_code) : ""},
                {"format", record.format},
                {"profile", identity.profile},
                {"confidence", identity.confidence},
                {"reasons", Shown::of(identity.reasons)},
                {"number", view_of(identity.number)},
                {"cover", view_of(identity.cover)},
                {"bytes", record.bytes},
                {"sha256", record.sha256},
                {"label", owner.label},
                {"anchor", owner.anchor},
                {"is_damaged", record.outcome == Outcome::damaged}};
  add_label(view, "kind");
  add_label(view, "outcome");
  view.set("identity_text", identity_text(view));
  return view;
}

Shown ItemViews::made(const LocatedFact& fact) const {
  Shown::Members members = members_of(fact);
  add_owner(members, fact.document);
  Shown view = std::move(members);
  for (const char* member : {"stance", "verb", "status", "direction", "earlier"}) {
    if (view.find(member) != nullptr) add_label(view, member);
  }
  if (const auto* position = std::get_if<Position>(&fact.value)) {
    view.set("anchor", position_anchor(fact));
    add_stance_questions(view);
    // An office that speaks for itself is the party; it is not said twice.
    if (position->office == position->party) view.set("office", "");
  }
  if (const auto* decision = std::get_if<Decision>(&fact.value)) {
    view.set("unnamed_documents_text", unnamed_documents(*decision));
  }
  if (const auto* deadline = std::get_if<Deadline>(&fact.value)) {
    view.set("date_text", date_text(*deadline));
  }
  if (const auto* vote = std::get_if<Vote>(&fact.value); vote != nullptr && !is_counted(*vote)) {
    for (const char* count : {"in_favour_text", "against_text", "abstained_text"}) {
      view.set(count, "");
    }
  }
  if (view.find("until") != nullptr) {
    view.set("dates_text", dates_text(view.text("from"), view.text("until")));
  }
  if (view.find("affiliation") != nullptr) {
    view.set("affiliation_text", affiliation_text(view.text("affiliation"), view.text("country")));
  }
  if (view.find("status_as_written") != nullptr) view.set("status_differs", status_differs(view));
  return view;
}

Shown ItemViews::finding(const LocatedFinding& finding) const {
  Shown::List related;
  for (const Place& other : finding.related) related.push_back(view_of(other));
  Shown::Members members = {{"rule", finding.rule},
                            {"severity", name(finding.severity)},
                            {"message", finding.message},
                            {"document", finding.document},
                            {"place", view_of(finding.place)},
                            {"related", std::move(related)},
                            {"fingerprint", finding.fingerprint},
                            {"standing", name(finding.standing)},
                            {"justification", finding.justification}};
  add_owner(members, finding.document);
  return members;
}

Shown ItemViews::unclaimed(const UnreadPassage& passage) const {
  Shown::Members members = {{"document", passage.document},
                            {"looks_like", passage.looks_like},
                            {"evidence", view_of(passage.evidence)}};
  add_owner(members, passage.document);
  return members;
}

Shown ItemViews::position_group(const PositionGroup& group) const {
  Shown::List tally;
  std::vector<std::string> texts;
  for (const auto& [stance, count] : group.tally()) {
    const std::string label = label_of(name(stance), labels_);
    texts.push_back(fmt::format("{} {}", count, label));
    tally.push_back(
        Shown{{"stance", name(stance)}, {"stance_label", label}, {"count", std::to_string(count)}});
  }
  Shown::List positions;
  for (const LocatedFact* position : group.positions) positions.push_back(fact(*position));
  Shown::Members members = {{"document", group.document},
                            {"question", group.question},
                            {"table", group.table},
                            {"table_label", group.table_label},
                            {"tally", std::move(tally)},
                            {"tally_text", join(texts, ", ")},
                            {"positions", std::move(positions)}};
  add_owner(members, group.document);
  return members;
}

Shown ItemViews::roadmap_record(const RoadmapRecord& record) const {
  Shown::Members members;
  record.entry.fields([&](const char* name, const auto& value) {
    if (std::string_view(name) != "sources") members.emplace_back(name, value);
  });
  const std::string& called =
      record.entry.number.empty() ? record.entry.title : record.entry.number;
  Shown::List sources;
  for (const LocatedFact* source : record.sources) sources.push_back(fact(*source));
  Shown::List conflicts;
  for (const RoadmapConflict& conflict : record.conflicts) {
    conflicts.push_back(Shown{{"number", called},
                              {"field", conflict.field},
                              {"kept", conflict.kept},
                              {"other", conflict.other},
                              {"stated_in", conflict.source_text}});
  }
  members.emplace_back("sources", std::move(sources));
  members.emplace_back("sources_text", record.entry.sources);
  members.emplace_back("conflicts", std::move(conflicts));
  Shown view = std::move(members);
  add_label(view, "status");
  view.set("status_differs", status_differs(view));
  return view;
}

}  // namespace rapporteur
