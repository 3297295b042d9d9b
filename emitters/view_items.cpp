#include "emitters/view_items.hpp"

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

Json view_of(const Place& place) {
  Json json = json_of(place);
  for (const char* name : {"before", "after", "part", "table_label"}) {
    if (!json.contains(name)) json[name] = "";
  }
  for (const char* name : {"table", "row", "column"}) {
    if (!json.contains(name)) json[name] = 0;
  }
  json["where"] = where_text(place);
  json["quote_short"] = shortened(place.quote);
  return json;
}

std::string text(const Json& json, const char* member) { return json.value(member, std::string()); }

std::string dates_text(const std::string& from, const std::string& until) {
  if (from.empty() || until.empty() || from == until) {
    return from.empty() && !until.empty() ? "until " + until : from;
  }
  return from + " – " + until;
}

// "TD SG13-TD329R1/WP3, 2018-12-13, profile itu-t": what a document is, in one line.
std::string identity_text(const Json& document) {
  std::string kind = text(document, "kind_label");
  const std::string number = text(document, "identifier");
  if (!kind.empty() && 'a' <= kind[0] && kind[0] <= 'z') kind[0] = static_cast<char>(kind[0] - 32);
  std::string out = number.empty() ? kind : kind + ' ' + number;
  if (const std::string date = text(document, "date"); !date.empty()) out += ", " + date;
  return out;
}

// The status in the words of the body, where they say more than the common scale.
bool status_differs(const Json& json) {
  const std::string written = text(json, "status_as_written");
  return !written.empty() && search_key(written) != search_key(text(json, "status_label"));
}

// A name for links that stays when other documents change.
std::string position_anchor(const LocatedFact& fact) {
  const Place& at = fact.evidence;
  const std::string id = sha256(fmt::format("{}\n{}\n{}", fact.document, at.begin, at.end));
  return fmt::format("position-{}-{}", id.substr(0, 12), std::get<Position>(fact.value).row);
}

// `is_object` and the like: a template cannot compare.
void add_stance_questions(Json& json) {
  for (const Stance stance : {Stance::support, Stance::object, Stance::abstain, Stance::conditional,
                              Stance::neutral, Stance::none, Stance::unclear}) {
    json[fmt::format("is_{}", name(stance))] = json["stance"] == name(stance);
  }
}

}  // namespace

void add_questions(Json& json) {
  std::vector<std::pair<std::string, bool>> questions;
  for (const auto& [name, value] : json.items()) {
    if (value.is_array()) questions.emplace_back("has_" + name, !value.empty());
  }
  for (const auto& [name, answer] : questions) json[name] = answer;
}

std::string quantity(std::size_t count, std::string_view one) {
  if (count == 1) return fmt::format("1 {}", one);
  if (one.ends_with('y')) return fmt::format("{} {}ies", count, one.substr(0, one.size() - 1));
  return fmt::format("{} {}s", count, one);
}

void ItemViews::add_label(Json& json, const char* member) const {
  json[fmt::format("{}_label", member)] = label_of(text(json, member), labels_);
}

void ItemViews::add_owner(Json& json, const std::string& path) const {
  const auto found = owners_.find(path);
  json["document_label"] = found == owners_.end() ? path : found->second.label;
  json["document_anchor"] = found == owners_.end() ? "" : found->second.anchor;
}

Json ItemViews::document(const DocumentRecord& record) const {
  Json json = json_of(record);
  add_label(json, "kind");
  add_label(json, "outcome");
  const Owner& owner = owners_.at(record.path);
  json["label"] = owner.label;
  json["anchor"] = owner.anchor;
  json["identity_text"] = identity_text(json);
  json["is_damaged"] = record.outcome == Outcome::damaged;
  return json;
}

Json ItemViews::fact(const LocatedFact& fact) const {
  Json json = json_of(fact);
  for_each_field(fact.value, [&]<class T>(const char* name, const T& value) {
    if constexpr (std::is_same_v<T, Strings>) {
      json[fmt::format("{}_text", name)] = join(value, ", ");
    } else if constexpr (std::is_same_v<T, std::uint32_t>) {
      json[fmt::format("{}_text", name)] = std::to_string(value);
    }
  });
  json["evidence"] = view_of(fact.evidence);
  for (const char* member : {"stance", "verb", "status", "direction", "earlier"}) {
    if (json.contains(member)) add_label(json, member);
  }
  if (const auto* position = std::get_if<Position>(&fact.value)) {
    json["anchor"] = position_anchor(fact);
    add_stance_questions(json);
    // An office that speaks for itself is the party; it is not said twice.
    if (position->office == position->party) json["office"] = "";
  }
  if (json.contains("until"))
    json["dates_text"] = dates_text(text(json, "from"), text(json, "until"));
  if (json.contains("status_as_written")) json["status_differs"] = status_differs(json);
  add_owner(json, fact.document);
  return json;
}

Json ItemViews::finding(const LocatedFinding& finding) const {
  Json json = json_of(finding);
  json["place"] = view_of(finding.place);
  json["related"] = Json::array();
  for (const Place& other : finding.related) json["related"].push_back(view_of(other));
  add_owner(json, finding.document);
  return json;
}

Json ItemViews::unclaimed(const UnreadPassage& passage) const {
  Json json = json_of(passage);
  json["evidence"] = view_of(passage.evidence);
  add_owner(json, passage.document);
  return json;
}

Json ItemViews::position_group(const PositionGroup& group) const {
  Json json = {{"document", group.document},
               {"question", group.question},
               {"table", group.table},
               {"table_label", group.table_label}};
  add_owner(json, group.document);
  Json tally = Json::array();
  std::vector<std::string> texts;
  for (const auto& [stance, count] : group.tally()) {
    Json entry = {{"stance", name(stance)}, {"count", std::to_string(count)}};
    add_label(entry, "stance");
    texts.push_back(fmt::format("{} {}", count, text(entry, "stance_label")));
    tally.push_back(std::move(entry));
  }
  json["tally"] = std::move(tally);
  json["tally_text"] = join(texts, ", ");
  json["positions"] = Json::array();
  for (const LocatedFact* position : group.positions) json["positions"].push_back(fact(*position));
  return json;
}

Json ItemViews::roadmap_record(const RoadmapRecord& record) const {
  Json json = Json::object();
  record.entry.fields([&](const char* name, const auto& value) { json[name] = value; });
  add_label(json, "status");
  json["status_differs"] = status_differs(json);
  json["sources"] = Json::array();
  for (const LocatedFact* source : record.sources) json["sources"].push_back(fact(*source));
  json["sources_text"] = record.entry.sources;
  json["conflicts"] = Json::array();
  for (const RoadmapConflict& conflict : record.conflicts) {
    json["conflicts"].push_back(
        {{"number", record.entry.number.empty() ? record.entry.title : record.entry.number},
         {"field", conflict.field},
         {"kept", conflict.kept},
         {"other", conflict.other},
         {"stated_in", conflict.source_text}});
  }
  return json;
}

}  // namespace rapporteur
