#include "extractors/decisions/report_documents.hpp"
#include "extractors/extractor.hpp"
#include "extractors/reading/match.hpp"
#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

constexpr std::string_view kReferencesDoc = R"md(
The texts that a clause of references or a bibliography lists, with the document's own label.

```document
# 2 References
[ITU-T Y.3990]\tRecommendation ITU-T Y.3990 (2024), Energy-aware networking: framework.
The texts below are needed.
# Bibliography
[b-Example]\tETSI GS EX 001 V1.1.1 (2025-05), Use cases.
[2]\tS5-261044, Energy counters, Example Ltd
```

```facts
{"identifier": "ITU-T Y.3990", "title": "Energy-aware networking: framework", "edition": "2024", "tag": "ITU-T Y.3990"}
{"identifier": "ETSI GS EX 001 V1.1.1", "title": "Use cases", "edition": "2025-05", "tag": "b-Example"}
{"identifier": "S5-261044", "title": "Energy counters, Example Ltd", "tag": "2"}
```

The documents that a report goes through, each with what was said of it last.

```document
%profile 3gpp
# 5 Energy
S5-261044\tEnergy counters\tExample Ltd
Two companies asked for more time.
Decision: The document is noted.
S5-261045\tEnergy meters\tAlba, Bretta
TD S5-261046 28.554 CR0012 (Rel-18, 'F'): New counters. (Source: Alba).
Parallel session:
Revised to TD S5-261050.
Plenary session:
Noted.
# 6 Tables
|| TD# | Title | Source | Result |
| S5-261051 | Sleep modes | Corvia | Approved |
| | | | |
```

```facts
{"identifier": "S5-261044", "title": "Energy counters", "source": "Example Ltd", "status": "The document is noted."}
{"identifier": "S5-261045", "title": "Energy meters", "source": "Alba, Bretta", "status": ""}
{"identifier": "S5-261046", "title": "28.554 CR0012 (Rel-18, 'F'): New counters", "source": "Alba", "status": "Noted."}
{"identifier": "S5-261051", "title": "Sleep modes", "source": "Corvia", "status": "Approved"}
```
)md";

void read_lists(const Document& doc, const Wording& wording, Facts& facts) {
  const Patterns lines = wording.named("line");
  for (const Clause& clause : doc.clauses()) {
    if (clause.kind != ClauseKind::references) continue;
    for (BlockId id{clause.heading.index + 1}; id < clause.blocks.end; ++id.index) {
      const Block& block = doc.block(id);
      if (block.cell || block.kind == BlockKind::table || block.kind == BlockKind::heading)
        continue;
      const std::optional<Match> match = find_match(doc, trimmed(doc, block.text), lines);
      if (!match) continue;
      Reference reference;
      reference.tag = words_at(doc, match->group("tag"));
      reference.identifier = words_at(doc, match->group("identifier"));
      reference.edition = words_at(doc, match->group("edition"));
      reference.title = words_at(doc, match->group("title"));
      facts.add(std::move(reference), id, match->where, "line");
    }
  }
}

void extract_references(const DocumentScan& scan, const Wording& wording, Facts& facts) {
  read_lists(scan.doc(), wording, facts);
  extract_report_documents(scan, wording, facts);
}

constexpr WordingKey kPatterns[] = {
    {"line", "a line of a list of references; groups tag, identifier, edition and title"},
    {"document-column", "header of the column of documents of a meeting"},
    {"document-title-column", "header of the column of their titles"},
    {"source-column", "header of the column of who submitted them"},
    {"disposition-column", "header of the column of what became of them"},
    {"document-number", "a cell that holds the number of a document"},
};

}  // namespace

extern const Extractor kReferencesExtractor;
const Extractor kReferencesExtractor = {
    .id = "references",
    .summary = "texts listed as references, and the documents of a meeting",
    .extract = extract_references,
    .doc = kReferencesDoc,
    .patterns = kPatterns};

}  // namespace rapporteur
