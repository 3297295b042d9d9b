#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "pipeline/base/result.hpp"
#include "pipeline/model/results.hpp"

namespace rapporteur {

using Json = nlohmann::ordered_json;

// Raised by one whenever a member is renamed, removed or changes its meaning.
inline constexpr int kSchemaVersion = 1;

// The contract of docs/results.schema.json, member by member. Named members are always there: an
// empty string, an empty list or 0 means that the text does not say.
std::string json_of(const DocumentRecord& document);
std::string json_of(const LocatedFinding& finding);
std::string json_of(const LocatedFact& fact);
std::string json_of(const UnreadPassage& passage);
std::string json_of(const TableShare& share);
std::string json_of(const RuleRecord& rule);
std::string json_of(const RegisterRow& row);
std::string json_of(const RevisionChain& chain);
std::string json_of(const RegisterIssue& issue);
std::string json_of(const Place& place);

// results.json: one line a document, finding or fact, so that two runs can be compared with diff.
// Ill-formed UTF-8 comes out as U+FFFD.
std::string results_json(const Results& results);

// register.json: the member `register` of the contract alone: the documents that were read,
// revision chains, and what does not agree.
std::string register_json(const Register& documents);

// unread.json: what looks like a fact and was claimed by none, and the shares of claimed cells.
std::string unread_json(const Results& results);

// The way back. `where` names the text in errors.
Result<Results> read_results(std::string_view json, const std::string& where);

}  // namespace rapporteur
