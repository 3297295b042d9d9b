#include "pipeline/run/batch.hpp"

#include <fmt/format.h>
#include <time.h>

#include <algorithm>
#include <condition_variable>
#include <exception>
#include <map>
#include <mutex>
#include <set>

#include "extractors/extractor.hpp"
#include "extractors/leftovers.hpp"
#include "parsers/external/office_documents.hpp"
#include "pipeline/base/files.hpp"
#include "pipeline/base/parallel.hpp"
#include "pipeline/normalise/normalise.hpp"
#include "pipeline/run/fingerprint.hpp"
#include "pipeline/run/make_register.hpp"
#include "pipeline/run/source_reader.hpp"
#include "pipeline/run/work_order.hpp"
#include "pipeline/text/fold.hpp"
#include "pipeline/text/text_positions.hpp"
#include "validators/rule.hpp"

namespace rapporteur {
namespace {

// What one source gave.
struct Piece {
  DocumentRecord record;
  std::optional<RegisterEntry> entry;  // of what was read
  std::vector<LocatedFinding> findings;
  std::vector<LocatedFact> facts;
  std::vector<UnreadPassage> unclaimed;
  std::vector<TableShare> table_shares;
};

// Lets sources begin while their bytes together stay below a sum. One that is larger than the
// whole sum waits until it is alone.
class ByteBudget {
 public:
  explicit ByteBudget(std::uint64_t bytes) : total_(bytes), left_(bytes) {}

  void take(std::uint64_t bytes) {
    std::unique_lock lock(mutex_);
    freed_.wait(lock, [&] { return left_ >= std::min(bytes, total_); });
    left_ -= std::min(bytes, total_);
  }

  void give_back(std::uint64_t bytes) {
    {
      const std::lock_guard lock(mutex_);
      left_ += std::min(bytes, total_);
    }
    freed_.notify_all();
  }

 private:
  std::mutex mutex_;
  std::condition_variable freed_;
  std::uint64_t total_;
  std::uint64_t left_;
};

const Profile& profile_named(std::span<const Profile> profiles, std::string_view name) {
  const auto found = std::ranges::find(profiles, name, &Profile::name);
  return found == profiles.end() ? profiles.front() : *found;
}

void add_text_position(const TextPositions& positions, Place& place) {
  const auto [line, character] = positions.at(place.begin);
  place.paragraph = line + 1;
  place.character = character;
  place.characters = positions.at(place.end).character - character;
}

void locate_findings(const Document& doc, const std::vector<Finding>& findings, Piece& piece) {
  if (findings.empty()) return;
  const TextPositions positions(doc.text());
  for (const Finding& finding : findings) {
    LocatedFinding located{std::string(finding.rule),
                           finding.severity,
                           finding.message,
                           doc.path(),
                           locate(doc, finding.block, finding.where),
                           {}};
    for (const TextRange where : finding.related) {
      located.related.push_back(locate(doc, doc.block_at(where.begin), where));
    }
    if (finding.block) add_text_position(positions, located.place);
    for (Place& place : located.related) add_text_position(positions, place);
    located.file = piece.record.file;
    piece.findings.push_back(std::move(located));
  }
}

void locate_facts(const Document& doc, std::vector<Fact> facts, Piece& piece) {
  for (Fact& fact : facts) {
    piece.facts.push_back({std::move(fact.value), doc.path(), locate(doc, fact.block, fact.where),
                           std::move(fact.pattern), fact.confidence, std::move(fact.reason)});
  }
}

void locate_leftovers(const DocumentScan& scan, std::span<const Fact> facts, Piece& piece) {
  const Document& doc = scan.doc();
  Leftovers left = leftovers(scan, facts);
  for (UnclaimedPassage& passage : left.passages) {
    piece.unclaimed.push_back(
        {doc.path(), std::move(passage.looks_like), locate(doc, passage.block, {})});
  }
  piece.table_shares = std::move(left.tables);
}

void extract_facts(const Document& doc, const Profile& profile, const BatchOptions& options,
                   Piece& piece) {
  const DocumentScan scan(doc, profile);
  std::vector<Fact> facts = extract(scan, options.extractors);
  // What some extractors leave over says nothing of what all would.
  if (options.extractors.empty()) locate_leftovers(scan, facts, piece);
  locate_facts(doc, std::move(facts), piece);
}

bool is_damage(const Diagnostic& diagnostic) {
  return diagnostic.code != DiagnosticCode::converted &&
         diagnostic.code != DiagnosticCode::charset_guessed &&
         diagnostic.code != DiagnosticCode::not_read;
}

// The error names the document, and behind it the part where that is known.
void refuse(Piece& piece, const Error& error) {
  const std::string& path = piece.record.path;
  const bool has_part = error.where.starts_with(path + ": ");
  piece.record.outcome = Outcome::refused;
  piece.record.error =
      (has_part ? error.where.substr(path.size() + 2) + ": " : std::string()) + error.what;
  piece.record.error_code = error.code;
}

void process(const Source& source, std::span<const Profile> profiles, const BatchOptions& options,
             SourceReader& reader, Piece& piece) {
  const Result<std::string> bytes = reader.read(source);
  if (!bytes) return refuse(piece, bytes.error());
  piece.record.bytes = bytes->size();
  piece.record.sha256 = sha256(*bytes);
  const Result<Document> doc = read_one(*bytes, source.path, profiles, options.read);
  if (!doc) return refuse(piece, doc.error());
  const Profile& profile = profile_named(profiles, doc->identity().profile);
  piece.record.format = doc->format();
  piece.record.identity = doc->identity();
  piece.entry = entry_of(*doc, profile, piece.record.sha256);
  if (std::ranges::any_of(doc->diagnostics(), is_damage)) piece.record.outcome = Outcome::damaged;
  if (options.check) {
    locate_findings(*doc, ingest_findings(*doc), piece);
    locate_findings(*doc, check(*doc, profile), piece);
  }
  if (options.extract) extract_facts(*doc, profile, options, piece);
}

// A fault of this program in one document is that document's outcome, not the end of the run.
Piece process_safely(const Source& source, std::span<const Profile> profiles,
                     const BatchOptions& options, SourceReader& reader) {
  Piece piece;
  piece.record.path = source.path;
  piece.record.file = path_from_here(source);
  piece.record.bytes = source.bytes;
  if (!source.skip.empty()) {
    piece.record.outcome = Outcome::skipped;
    piece.record.error = source.skip;
    return piece;
  }
  try {
    process(source, profiles, options, reader, piece);
  } catch (const std::exception& broken) {
    refuse(piece, {ErrorCode::internal, source.path,
                   std::string("a fault of this program (please report it): ") + broken.what()});
  }
  return piece;
}

bool is_read(const DocumentRecord& record) {
  return record.outcome == Outcome::read || record.outcome == Outcome::damaged;
}

// Files of the same bytes are one document: what the first of them gave is not said again.
void skip_repeated(std::vector<Piece>& pieces) {
  std::map<std::string_view, std::string_view> first_of;  // path by content
  for (Piece& piece : pieces) {
    DocumentRecord& record = piece.record;
    if (!is_read(record)) continue;
    const auto [first, added] = first_of.try_emplace(record.sha256, record.path);
    if (added) continue;
    piece.findings.clear();
    piece.facts.clear();
    record.outcome = Outcome::skipped;
    record.error = fmt::format("the same content as {}", first->second);
  }
}

// What LibreOffice makes of the files of one work, where it has several.
OfficeDocuments converted(const Work& work, const std::vector<Source>& sources,
                          const BatchOptions& options, SourceReader& reader) {
  OfficeDocuments office;
  if (!work.converts()) return office;
  std::vector<std::string> files;
  for (const std::size_t i : work.sources) {
    Result<std::string> bytes = reader.read(sources[i]);
    if (bytes) files.push_back(std::move(*bytes));
  }
  office.convert(files, options.read.limits);
  return office;
}

std::vector<RuleRecord> rules_on(std::span<const Profile> profiles) {
  std::vector<RuleRecord> records;
  std::set<std::string, std::less<>> seen;
  for (const Profile& profile : profiles) {
    for (const auto& [id, config] : profile.rules) {
      const Rule* const rule = find_rule(id);
      if (rule == nullptr || !config.enabled || !seen.insert(id).second) continue;
      records.push_back({id, std::string(rule->group), config.severity.value_or(rule->severity),
                         std::string(rule->summary), std::string(rule->doc)});
    }
    for (const PatternRule& rule : profile.pattern_rules) {
      if (!rule.enabled || !seen.insert(rule.id).second) continue;
      records.push_back({rule.id, rule.group, rule.severity, rule.summary, rule.doc});
    }
  }
  std::ranges::sort(records, {}, &RuleRecord::id);
  return records;
}

template <class T>
void append(std::vector<T>& to, std::vector<T>& from) {
  to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
}

// Tables with the same header are one kind.
std::vector<TableShare> by_header(std::vector<TableShare> shares) {
  std::ranges::stable_sort(shares, {}, &TableShare::header);
  std::vector<TableShare> out;
  for (TableShare& share : shares) {
    if (out.empty() || out.back().header != share.header) {
      out.push_back(std::move(share));
      continue;
    }
    out.back().tables += share.tables;
    out.back().cells += share.cells;
    out.back().claimed += share.claimed;
  }
  return out;
}

}  // namespace

Result<Document> read_one(std::string_view bytes, const std::string& path,
                          std::span<const Profile> profiles, const ReadOptions& options) {
  Result<Draft> draft = read_document(bytes, path, options);
  if (!draft) return tl::unexpected<Error>(draft.error());
  const Profile& profile = detect(*draft, profiles);
  return normalise(std::move(*draft), profile);
}

Results run_batch(const std::vector<Source>& sources, std::span<const Profile> profiles,
                  const BatchOptions& options) {
  std::vector<Piece> pieces(sources.size());
  const std::vector<Work> order = work_order(sources, options.jobs);
  ByteBudget budget(options.memory);
  SourceReader reader(options.read.limits);
  std::mutex reporting;
  std::size_t done = 0;
  const auto is_stopped = [&] { return options.stop != nullptr && *options.stop; };
  // Libraries that set themselves up on first use do so while there is one thread: the C library
  // reads the time zone for the dates in archives, ICU its tables.
  ::tzset();
  load_unicode_tables();
  parallel_for(order.size(), options.jobs, [&](std::size_t at) {
    if (is_stopped()) return;
    budget.take(order[at].bytes);
    const OfficeDocuments office = converted(order[at], sources, options, reader);
    BatchOptions own = options;
    own.read.office = &office;
    for (const std::size_t i : order[at].sources) {
      if (is_stopped()) break;
      pieces[i] = process_safely(sources[i], profiles, own, reader);
      const std::lock_guard lock(reporting);
      ++done;
      if (options.progress) options.progress(done, sources.size(), sources[i].path);
    }
    budget.give_back(order[at].bytes);
  });
  skip_repeated(pieces);
  Results results;
  std::vector<TableShare> shares;
  std::vector<RegisterEntry> entries;
  results.tool_version = RAPPORTEUR_VERSION;
  results.rules = rules_on(profiles);
  for (Piece& piece : pieces) {
    results.documents.push_back(std::move(piece.record));
    if (piece.entry) entries.push_back(std::move(*piece.entry));
    append(results.findings, piece.findings);
    append(results.facts, piece.facts);
    append(results.unclaimed, piece.unclaimed);
    append(shares, piece.table_shares);
  }
  results.table_shares = by_header(std::move(shares));
  results.holdings = register_of(std::move(entries));
  add_fingerprints(results);
  return results;
}

}  // namespace rapporteur
