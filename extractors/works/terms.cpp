#include "extractors/extractor.hpp"
#include "extractors/reading/match.hpp"
#include "pipeline/model/own_line_terms.hpp"
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

Terms on a line of their own, below their number and above their definition:

```document
# 3 Terms and definitions
For the purposes of this document, the following terms and definitions apply.
## 3.1 lock
fastening
device that holds a door
Note 1 to entry: Not every door has one.
[SOURCE: ISO/IEC 39950:2024, 3.7]
## 3.2 key
string of bits that opens a lock (3.1)
```

```facts
{"term": "lock", "meaning": "device that holds a door", "kind": "definition", "source": "ISO/IEC 39950:2024, 3.7"}
{"term": "key", "meaning": "string of bits that opens a lock (3.1)", "kind": "definition", "source": ""}
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

// "[SOURCE: ISO/IEC 39950:2024, 3.7]" among the lines of an entry names whose definition it is.
std::string source_of(const Document& doc, const OwnLineTerm& term, Patterns patterns) {
  if (!term.has_source) return {};
  for (BlockId id = term.meaning; id < term.blocks.end; ++id.index) {
    const std::optional<Match> match = find_match(doc, trimmed(doc, doc.block(id).text), patterns);
    if (match) return words_at(doc, match->group("source"));
  }
  return {};
}

// Whether the terms of a clause stand on lines of their own, which are told then.
bool read_own_lines(const Document& doc, const Clause& clause, Patterns sources, Facts& facts) {
  const std::vector<OwnLineTerm> terms = own_line_terms(doc, clause);
  for (const OwnLineTerm& term : terms) {
    const TextRange meaning = trimmed(doc, doc.block(term.meaning).text);
    facts.add(Term{collapse(term.name), words_at(doc, meaning), "definition",
                   source_of(doc, term, sources)},
              term.meaning, meaning, "definition");
  }
  return !terms.empty();
}

void read_lines(const Document& doc, ClauseId own, Patterns patterns, std::string_view kind,
                Facts& facts) {
  const Clause& clause = doc.clause(own);
  for (BlockId id{clause.heading.index + 1}; id < clause.blocks.end; ++id.index) {
    if (doc.clause_of(id) != own || doc.block(id).kind == BlockKind::table) continue;
    read_term(doc, id, patterns, kind, facts);
  }
}

void extract_terms(const DocumentScan& scan, const Wording& wording, Facts& facts) {
  const Document& doc = scan.doc();
  const Patterns abbreviations = wording.named("abbreviations-heading");
  const Patterns definitions = wording.named("definitions-heading");
  BlockId told;  // up to here all terms are
  for (const Clause& clause : doc.clauses()) {
    const ClauseId own{static_cast<std::uint32_t>(&clause - doc.clauses().data())};
    if (inside(doc, own, abbreviations)) {
      read_lines(doc, own, wording.named("abbreviation"), "abbreviation", facts);
    } else if (inside(doc, own, definitions) && (!told || told <= clause.heading)) {
      if (read_own_lines(doc, clause, wording.named("source-line"), facts)) {
        told = clause.blocks.end;
      } else {
        read_lines(doc, own, wording.named("definition"), "definition", facts);
      }
    }
  }
}

constexpr WordingKey kPatterns[] = {
    {"abbreviations-heading", "title of a clause that lists abbreviations"},
    {"definitions-heading", "title of a clause that lists definitions"},
    {"abbreviation", "a line with an abbreviation; groups term and meaning"},
    {"definition", "a line with a definition; groups term, source and meaning"},
    {"source-line", "the line below a definition that tells whose it is; group source"},
};

}  // namespace

extern const Extractor kTermsExtractor;
const Extractor kTermsExtractor = {.id = "terms",
                                   .summary = "definitions and abbreviations",
                                   .extract = extract_terms,
                                   .doc = kTermsDoc,
                                   .patterns = kPatterns};

}  // namespace rapporteur
