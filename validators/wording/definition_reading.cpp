#include "validators/wording/definition_reading.hpp"

#include "pipeline/model/own_line_terms.hpp"
#include "pipeline/text/clause_number.hpp"
#include "pipeline/text/words.hpp"
#include "validators/reading/scan.hpp"

namespace rapporteur {
namespace {

// "key relay (KR) [ITU-T X.1]: method" taken apart; a term without colon may only name its source.
constexpr std::string_view kEntry =
    R"(^((?:[^\[\]():.;]|\.\w|\([^()]*\))+?)\s*(\[[^\[\]]*\])?\s*(?:(:)\s*(\S.*)|\.?)$)";

bool is_numbered(const Document& doc, BlockId block, std::string_view text) {
  return !trim(doc.label(block)).empty() || !split_number(text).number.empty();
}

// The term and what follows, or nothing when the paragraph is no entry.
bool read_entry(const Document& doc, DefinedTerm& term) {
  std::string_view text = trim(doc.text(term.block));
  term.has_number = is_numbered(doc, term.block, text);
  const NumberedText parts = split_number(text);
  if (!parts.number.empty()) text = trim(parts.title);
  text = text.substr(0, text.find('\n'));
  const std::vector<PatternMatch> found = matches(text, compiled(kEntry));
  if (found.empty()) return false;
  const std::vector<std::string_view>& groups = found[0].groups;
  const bool defines = !groups[3].empty();
  term.has_source = text.find('[') != std::string_view::npos;
  if (!defines && !term.has_source) return false;
  term.term = trim(groups[1].substr(0, groups[1].find('(')));
  if (defines) term.definition = trim(groups[4]);
  return !term.term.empty() && words(term.term).size() <= 8;
}

// "key relay - method of passing keys".
constexpr std::string_view kDashed = R"(^(\p{Ll}[^:–—\n]{1,60}?)\s+[-–—]\s+\S)";

bool read_dashed(const Document& doc, DefinedTerm& term) {
  std::string_view text = trim(doc.text(term.block));
  if (!is_numbered(doc, term.block, text)) return false;
  const NumberedText parts = split_number(text);
  if (!parts.number.empty()) text = trim(parts.title);
  const std::vector<PatternMatch> found = matches(text, compiled(kDashed));
  if (found.empty()) return false;
  term.term = found[0].groups[1];
  return true;
}

using ReadTerm = bool (*)(const Document&, DefinedTerm&);

void read_clause(const Document& doc, const Clause& clause, ReadTerm read, bool elsewhere,
                 std::vector<DefinedTerm>& entries) {
  for (std::uint32_t i = clause.blocks.begin.index + 1; i < clause.blocks.end.index; ++i) {
    const Block& block = doc.block(BlockId{i});
    if (block.cell || block.kind == BlockKind::note || block.kind == BlockKind::table) continue;
    DefinedTerm term;
    term.block = term.defined_in = BlockId{i};
    term.elsewhere = elsewhere;
    term.heading = clause.heading;
    if (read(doc, term)) entries.push_back(term);
  }
}

void read_own_lines(const Document& doc, const Clause& clause, bool elsewhere,
                    std::vector<DefinedTerm>& entries) {
  for (const OwnLineTerm& found : own_line_terms(doc, clause)) {
    DefinedTerm term;
    term.block = found.block;
    term.term = found.name;
    term.defined_in = found.meaning;
    term.definition = trim(doc.text(found.meaning));
    term.has_source = found.has_source;
    term.elsewhere = elsewhere;
    term.heading = clause.heading;
    entries.push_back(term);
  }
}

// Calls use(clause, elsewhere) for the clauses of terms. "3 Terms, definitions and abbreviated
// terms" with "3.1 Terms and definitions" in it is one of them.
template <class Use>
void each_clause_of_terms(const Subject& in, Use&& use) {
  const std::string elsewhere = in.config.text("elsewhere", "");
  const std::string here = in.config.text("here", "");
  BlockId end;
  for (const Clause& clause : in.doc.clauses()) {
    const bool is_elsewhere = !elsewhere.empty() && found_in(clause.title, elsewhere);
    if (!is_elsewhere && (here.empty() || !found_in(clause.title, here))) continue;
    if (end && clause.heading < end) continue;
    end = clause.blocks.end;
    use(clause, is_elsewhere);
  }
}

std::vector<DefinedTerm> read_terms(const Subject& in, ReadTerm read) {
  std::vector<DefinedTerm> entries;
  each_clause_of_terms(in, [&](const Clause& clause, bool elsewhere) {
    read_clause(in.doc, clause, read, elsewhere, entries);
  });
  return entries;
}

}  // namespace

std::vector<DefinedTerm> all_terms(const Subject& in) {
  std::vector<DefinedTerm> entries;
  each_clause_of_terms(in, [&](const Clause& clause, bool elsewhere) {
    const std::size_t before = entries.size();
    read_own_lines(in.doc, clause, elsewhere, entries);
    if (entries.size() == before) read_clause(in.doc, clause, read_entry, elsewhere, entries);
  });
  return entries;
}

std::vector<DefinedTerm> terms(const Subject& in) {
  std::vector<DefinedTerm> entries = all_terms(in);
  if (in.config.flag("numbered", true)) {
    std::erase_if(entries, [](const DefinedTerm& term) { return !term.has_number; });
  }
  return entries;
}

std::vector<DefinedTerm> dashed_terms(const Subject& in) { return read_terms(in, read_dashed); }

}  // namespace rapporteur
