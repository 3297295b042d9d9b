#pragma once

#include <optional>
#include <string>
#include <vector>

#include "pipeline/base/result.hpp"
#include "pipeline/model/deliverable.hpp"
#include "pipeline/model/fact.hpp"
#include "pipeline/model/finding.hpp"
#include "pipeline/model/identity.hpp"
#include "pipeline/model/register.hpp"
#include "pipeline/model/unread.hpp"

namespace rapporteur {

// How one source of a run ended.
enum class Outcome : std::uint8_t {
  read,
  damaged,  // read, and the reader had to say something about it
  refused,  // not read; `error` says why
  skipped,  // not a document: a lock file, a thumbnail
};
const char* name(Outcome outcome);

// One source of a run.
struct DocumentRecord {
  std::string path;
  std::string format;  // the reader that read it
  Outcome outcome = Outcome::read;
  std::string error;  // for `refused` and `skipped`: what, and what to do
  ErrorCode error_code = ErrorCode::internal;
  Identity identity;
  std::string sha256;
  std::uint64_t bytes = 0;
  std::string file = {};  // path from where the run began
};

// What a rule is, for reports that explain themselves.
struct RuleRecord {
  std::string id;
  std::string group;
  Severity severity = Severity::warning;
  std::string summary;
  std::string help = {};  // its page, in Markdown
};

// Everything a run produced: the one thing emitters and templates see. Sorted by path, then place.
struct Results {
  std::string tool_version;
  std::string title;  // of the run: the folder's name
  std::vector<DocumentRecord> documents;
  Register holdings;  // the documents that were read and how they hang together
  std::vector<LocatedFinding> findings;
  std::vector<LocatedFact> facts;
  std::vector<UnreadPassage> unclaimed;                // only of runs that extract everything
  std::vector<TableShare> table_shares;                // by header
  std::vector<RuleRecord> rules;                       // those that were on
  bool compared = false;                               // with a baseline
  std::optional<Severity> fails_at = Severity::error;  // none: no finding makes a run fail
  std::vector<Deliverable> roadmap_base;  // a roadmap that people maintain, joined with the facts
  std::optional<std::vector<Deliverable>> roadmap_before;  // its previous issue, to compare with
  std::string rule_pages;  // address of a rule's page, "{rule}" standing for its id; "" for none
};

}  // namespace rapporteur
