#include "pipeline/model/own_line_terms.hpp"

#include <algorithm>

#include "pipeline/text/clause_number.hpp"
#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

constexpr std::size_t kMostWords = 8;      // of a term
constexpr std::size_t kAdmittedWords = 3;  // of another term for the same, which nothing marks

std::string_view line(const Document& doc, BlockId id) { return trim(doc.text(id)); }

bool is_plain(const Document& doc, BlockId id, BlockId end) {
  if (id.index >= end.index) return false;
  const Block& block = doc.block(id);
  return block.kind == BlockKind::paragraph && !block.cell && !line(doc, id).empty();
}

// "3.1" with nothing behind it.
bool is_bare_number(const Document& doc, BlockId id) {
  const NumberedText parts = split_number(line(doc, id));
  return parts.title.empty() && parts.number.find('.') != std::string_view::npos;
}

bool is_name(std::string_view text) {
  const char last = text.empty() ? '.' : text.back();
  return last != '.' && last != ':' && text.find('\n') == std::string_view::npos &&
         words(text).size() <= kMostWords;
}

bool is_small(char c) { return is_alpha(c) && !is_upper(c); }

// A clause begins with a capital, a term with a small letter unless it is a name: "QKD node".
bool begins_small(std::string_view text) {
  return !is_upper(text.front()) || (text.size() > 1 && !is_small(text[1]));
}

bool may_be_admitted(const Document& doc, BlockId id, BlockId end) {
  const BlockId next{id.index + 1};
  return words(line(doc, id)).size() <= kAdmittedWords && is_plain(doc, next, end) &&
         (is_small(line(doc, next).front()) || line(doc, next).front() == '<');
}

class TermReader {
 public:
  TermReader(const Document& doc, BlockId end) : doc_(doc), end_(end) {}

  // The entry whose number stands in this block; one without a name when there is none.
  OwnLineTerm read(BlockId at) const {
    OwnLineTerm term;
    term.blocks = {at, end_};
    if (doc_.block(at).kind == BlockKind::heading) {
      const NumberedText parts = split_number(line(doc_, at));
      const bool has_number = !parts.number.empty() || !trim(doc_.label(at)).empty();
      if (has_number && !parts.title.empty() && begins_small(parts.title)) {
        fill(term, at, trim(parts.title));
      }
    } else if (is_plain(doc_, at, end_) && is_bare_number(doc_, at)) {
      const BlockId below{at.index + 1};
      if (is_plain(doc_, below, end_) && !is_bare_number(doc_, below)) {
        fill(term, below, line(doc_, below));
      }
    }
    return term;
  }

 private:
  void fill(OwnLineTerm& term, BlockId block, std::string_view name) const {
    BlockId meaning{block.index + 1};
    if (!is_name(name) || !is_plain(doc_, meaning, end_)) return;
    while (may_be_admitted(doc_, meaning, end_)) ++meaning.index;
    if (line(doc_, meaning).front() == '[' || is_bare_number(doc_, meaning)) return;
    term.name = name;
    term.block = block;
    term.meaning = meaning;
  }

  const Document& doc_;
  BlockId end_;
};

bool names_source(const Document& doc, const OwnLineTerm& term) {
  for (BlockId id = term.meaning; id < term.blocks.end; ++id.index) {
    if (line(doc, id).starts_with('[')) return true;
  }
  return false;
}

}  // namespace

std::vector<OwnLineTerm> own_line_terms(const Document& doc, const Clause& clause) {
  std::vector<OwnLineTerm> terms;
  const TermReader reader(doc, clause.blocks.end);
  bool open = false;  // the last entry goes on
  for (BlockId id{clause.heading.index + 1}; id < clause.blocks.end; ++id.index) {
    const OwnLineTerm term = reader.read(id);
    const bool ends = !term.name.empty() || doc.block(id).kind == BlockKind::heading;
    if (ends && open) terms.back().blocks.end = id;
    open = !term.name.empty() || (open && !ends);
    if (!term.name.empty()) terms.push_back(term);
  }
  for (OwnLineTerm& term : terms) term.has_source = names_source(doc, term);
  return terms;
}

}  // namespace rapporteur
