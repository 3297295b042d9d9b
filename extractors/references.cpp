#include "extractors/extractor.hpp"
#include "extractors/match.hpp"
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
)md";

void extract_references(const Document& doc, const Profile&, const Wording& wording, Facts& facts) {
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

constexpr WordingKey kPatterns[] = {
    {"line", "a line of a list of references; groups tag, identifier, edition and title"},
};

}  // namespace

extern const Extractor kReferencesExtractor;
const Extractor kReferencesExtractor = {.id = "references",
                                        .summary = "texts listed as references",
                                        .extract = extract_references,
                                        .doc = kReferencesDoc,
                                        .patterns = kPatterns};

}  // namespace rapporteur
