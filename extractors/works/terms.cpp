#include "extractors/extractor.hpp"
#include "extractors/reading/match.hpp"
#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

constexpr std::string_view kTermsDoc = R"md(
Terms with their definitions and abbreviations with their expansions, from the clauses that list
them.

```document
# 3 Definitions
## 3.1 Terms defined elsewhere
3.1.1\tenergy metric [ITU-T L.1399]: A quantity that tells how much energy is used.
3.1.2\tsleep mode: A state in which a node forwards nothing.
# 4 Abbreviations and acronyms
EC\tEnergy Controller
SLA\tService Level Agreement
# 5 Other
XX\tNot listed
```

```facts
{"term": "energy metric", "meaning": "A quantity that tells how much energy is used.", "kind": "definition", "source": "ITU-T L.1399"}
{"term": "sleep mode", "meaning": "A state in which a node forwards nothing.", "kind": "definition", "source": ""}
{"term": "EC", "meaning": "Energy Controller", "kind": "abbreviation"}
{"term": "SLA", "meaning": "Service Level Agreement", "kind": "abbreviation"}
```
)md";

constexpr int kDeepestClause = 16;

// Whether the clause or one around it has such a title.
bool inside(const Document& doc, ClauseId id, Patterns titles) {
  for (int depth = 0; id && depth < kDeepestClause; ++depth, id = doc.clause(id).parent) {
    if (matches(doc.clause(id).title, titles)) return true;
  }
  return false;
}

void read_term(const Document& doc, BlockId id, Patterns patterns, std::string_view kind,
               Facts& facts) {
  const std::optional<Match> match = find_match(doc, trimmed(doc, doc.block(id).text), patterns);
  if (!match) return;
  facts.add(Term{words_at(doc, match->group("term")), words_at(doc, match->group("meaning")),
                 std::string(kind), words_at(doc, match->group("source"))},
            id, match->where, std::string(kind));
}

void extract_terms(const DocumentScan& scan, const Wording& wording, Facts& facts) {
  const Document& doc = scan.doc();
  const Patterns abbreviations = wording.named("abbreviations-heading");
  const Patterns definitions = wording.named("definitions-heading");
  const Patterns abbreviation = wording.named("abbreviation");
  const Patterns definition = wording.named("definition");
  for (const Clause& clause : doc.clauses()) {
    const ClauseId own{static_cast<std::uint32_t>(&clause - doc.clauses().data())};
    const bool lists_abbreviations = inside(doc, own, abbreviations);
    if (!lists_abbreviations && !inside(doc, own, definitions)) continue;
    for (BlockId id{clause.heading.index + 1}; id < clause.blocks.end; ++id.index) {
      if (doc.clause_of(id) != own || doc.block(id).kind == BlockKind::table) continue;
      if (lists_abbreviations) {
        read_term(doc, id, abbreviation, "abbreviation", facts);
      } else {
        read_term(doc, id, definition, "definition", facts);
      }
    }
  }
}

constexpr WordingKey kPatterns[] = {
    {"abbreviations-heading", "title of a clause that lists abbreviations"},
    {"definitions-heading", "title of a clause that lists definitions"},
    {"abbreviation", "a line with an abbreviation; groups term and meaning"},
    {"definition", "a line with a definition; groups term, source and meaning"},
};

}  // namespace

extern const Extractor kTermsExtractor;
const Extractor kTermsExtractor = {.id = "terms",
                                   .summary = "definitions and abbreviations",
                                   .extract = extract_terms,
                                   .doc = kTermsDoc,
                                   .patterns = kPatterns};

}  // namespace rapporteur
