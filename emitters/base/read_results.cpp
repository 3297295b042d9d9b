#include <fmt/format.h>

#include <algorithm>

#include "emitters/base/results_json.hpp"

namespace rapporteur {
namespace {

// The members of one object of the contract. What is absent keeps its default; what has another
// type than expected is an exception of the library, caught in read_results.
class Members {
 public:
  explicit Members(const Json& json) : json_(json) {}

  template <class T>
  void operator()(const char* name, T& member) const {
    if (const auto found = json_.find(name); found != json_.end()) found->get_to(member);
  }
  std::string text(const char* name) const { return json_.value(name, std::string()); }
  const Json& list(const char* name) const {
    static const Json kNone = Json::array();
    const auto found = json_.find(name);
    return found == json_.end() ? kNone : *found;
  }

 private:
  const Json& json_;
};

// The enumerator whose name() is `word`, or the first of them.
template <class Enum, std::size_t n>
Enum enumerator(std::string_view word, const Enum (&all)[n]) {
  const auto found = std::ranges::find(all, word, [](Enum value) { return name(value); });
  return found == std::end(all) ? all[0] : *found;
}

constexpr Outcome kOutcomes[] = {Outcome::read, Outcome::damaged, Outcome::refused,
                                 Outcome::skipped};
constexpr Severity kSeverities[] = {Severity::info, Severity::warning, Severity::error};
constexpr Standing kStandings[] = {Standing::reported, Standing::suppressed, Standing::baselined};
constexpr Stance kStances[] = {Stance::unclear, Stance::support,     Stance::object,
                               Stance::abstain, Stance::conditional, Stance::neutral,
                               Stance::none};
constexpr ErrorCode kErrorCodes[] = {ErrorCode::internal,     ErrorCode::io,
                                     ErrorCode::unsupported,  ErrorCode::encrypted,
                                     ErrorCode::malformed,    ErrorCode::limit_exceeded,
                                     ErrorCode::configuration};

Place place_from(const Json& json) {
  Place place;
  const Members read(json);
  read("clause", place.clause), read("line", place.line), read("quote", place.quote);
  read("before", place.before), read("after", place.after);
  read("table", place.table), read("table_label", place.table_label), read("row", place.row),
      read("column", place.column);
  read("begin", place.begin), read("end", place.end);
  read("part", place.part), read("source", place.source);
  if (const auto block = json.find("block"); block != json.end() && !block->is_null()) {
    block->get_to(place.block);
  }
  return place;
}

Identity identity_from(const Json& json) {
  Identity identity;
  const Members read(json);
  read("kind", identity.kind), read("title", identity.title), read("date", identity.date);
  read("profile", identity.profile), read("confidence", identity.confidence);
  read("reasons", identity.reasons), read("identifier", identity.number.canonical);
  if (const auto found = json.find("number"); found != json.end()) {
    const Members number(*found);
    number("family", identity.number.family), number("as_written", identity.number.as_written);
    number("inferred", identity.number.inferred);
    for (const auto& [name, value] : number.list("fields").items()) {
      identity.number.fields.emplace_back(name, value.get<std::string>());
    }
  }
  for (const Json& field : read.list("cover")) {
    const Members cover(field);
    identity.cover.push_back({cover.text("name"), cover.text("label"), cover.text("value"), {}});
  }
  return identity;
}

DocumentRecord document_from(const Json& json) {
  DocumentRecord document;
  const Members read(json);
  read("path", document.path), read("format", document.format), read("error", document.error);
  read("sha256", document.sha256), read("bytes", document.bytes);
  document.outcome = enumerator(read.text("outcome"), kOutcomes);
  document.error_code = enumerator(read.text("error_code"), kErrorCodes);
  document.identity = identity_from(json);
  return document;
}

LocatedFinding finding_from(const Json& json) {
  LocatedFinding finding;
  const Members read(json);
  read("rule", finding.rule), read("message", finding.message);
  read("document", finding.document);
  finding.severity = enumerator(read.text("severity"), kSeverities);
  finding.standing = enumerator(read.text("standing"), kStandings);
  read("fingerprint", finding.fingerprint), read("justification", finding.justification);
  finding.place = place_from(json.at("place"));
  for (const Json& place : read.list("related")) finding.related.push_back(place_from(place));
  return finding;
}

UnreadPassage unclaimed_from(const Json& json) {
  const Members read(json);
  return {read.text("document"), read.text("looks_like"), place_from(json.at("evidence"))};
}

TableShare share_from(const Json& json) {
  TableShare share;
  const Members read(json);
  read("header", share.header), read("tables", share.tables);
  read("cells", share.cells), read("claimed", share.claimed);
  return share;
}

RuleRecord rule_from(const Json& json) {
  const Members read(json);
  return {read.text("id"), read.text("group"), enumerator(read.text("severity"), kSeverities),
          read.text("summary")};
}

// fields() lends its members as const; the fact they belong to is ours and is not.
struct FieldReader {
  Members read;

  template <class T>
  void operator()(const char* name, const T& member) const {
    read(name, const_cast<T&>(member));
  }
};

template <std::size_t index = 0>
FactValue empty_fact(std::string_view type) {
  if constexpr (index < std::variant_size_v<FactValue>) {
    if (type == kFactTypes[index]) return FactValue(std::in_place_index<index>);
    return empty_fact<index + 1>(type);
  }
  throw Json::other_error::create(501, fmt::format("there is no fact type '{}'", type), nullptr);
}

LocatedFact fact_from(const Json& json) {
  const Members read(json);
  LocatedFact fact;
  fact.value = empty_fact(read.text("type"));
  fact.evidence = place_from(json.at("evidence"));
  read("document", fact.document), read("pattern", fact.pattern);
  read("confidence", fact.confidence), read("reason", fact.reason);
  for_each_field(fact.value, FieldReader{read});
  if (auto* position = std::get_if<Position>(&fact.value)) {
    position->stance = enumerator(read.text("stance"), kStances);
  }
  return fact;
}

template <class Record>
std::vector<Record> records_from(const Json& json, const char* name) {
  std::vector<Record> records;
  for (const Json& item : Members(json).list(name)) {
    records.emplace_back().fields(FieldReader{Members(item)});
  }
  return records;
}

Register register_from(const Json& json) {
  Register all = {records_from<RegisterRow>(json, "documents"),
                  records_from<RevisionChain>(json, "chains"),
                  records_from<RegisterIssue>(json, "issues")};
  for (std::size_t i = 0; i < all.rows.size(); ++i) {
    all.rows[i].contacts = records_from<Contact>(json.at("documents").at(i), "contacts");
  }
  return all;
}

Results results_from(const Json& json) {
  Results results;
  const Members read(json);
  read("title", results.title);
  results.tool_version = Members(json.at("tool")).text("version");
  for (const Json& item : json.at("documents")) results.documents.push_back(document_from(item));
  if (const auto all = json.find("register"); all != json.end()) {
    results.holdings = register_from(*all);
  }
  for (const Json& item : json.at("findings")) results.findings.push_back(finding_from(item));
  for (const Json& item : json.at("facts")) results.facts.push_back(fact_from(item));
  for (const Json& item : read.list("unclaimed")) results.unclaimed.push_back(unclaimed_from(item));
  for (const Json& item : read.list("table_shares")) {
    results.table_shares.push_back(share_from(item));
  }
  for (const Json& item : read.list("rules")) results.rules.push_back(rule_from(item));
  return results;
}

}  // namespace

Result<Results> read_results(std::string_view json, const std::string& where) {
  try {
    const Json parsed = Json::parse(json);
    const int version = parsed.at("schema_version").get<int>();
    if (version != kSchemaVersion) {
      return fail(ErrorCode::malformed, where,
                  fmt::format("results of schema version {}; this program reads {}", version,
                              kSchemaVersion));
    }
    return results_from(parsed);
  } catch (const Json::exception& error) {
    return fail(ErrorCode::malformed, where, fmt::format("not results.json: {}", error.what()));
  }
}

}  // namespace rapporteur
