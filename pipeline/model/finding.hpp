#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/base/ids.hpp"

namespace rapporteur {

enum class Severity : std::uint8_t { info, warning, error };

const char* name(Severity severity);

// A rule broken at one place of one document.
struct Finding {
  std::string_view rule;  // of a Rule or PatternRule that outlives the finding
  Severity severity = Severity::warning;
  std::string message;
  BlockId block;                   // none: the document as a whole
  TextRange where;                 // the words at fault; empty: the whole block
  std::vector<TextRange> related;  // other places that take part, such as the first of a pair
};

inline constexpr std::size_t kContext = 80;

// A place in a document, made of values so that it outlives the document.
struct Place {
  std::string clause;  // number, or title where the clause has none; "" before the first
  std::uint32_t block = kNone;
  std::uint32_t line = 0;   // of a text file, from 1; 0 where the source has no lines
  std::string quote;        // the words themselves, white space collapsed
  std::string before;       // what the same block says right before them: at most kContext bytes,
  std::string after;        // and right after; cut between words, white space collapsed
  std::uint32_t begin = 0;  // bytes of the document's text
  std::uint32_t end = 0;
  std::string part;          // the file inside the source
  std::uint32_t source = 0;  // byte in that part
  std::uint32_t table = 0;   // counting from 1; 0 outside tables
  std::string table_label;   // as its caption calls it: "Table 3.1"; "" without one
  std::uint32_t row = 0;     // counting from 1
  std::uint32_t column = 0;
  // The same place as the lines and characters (code points) of the document's text, which is what
  // a format without clauses has to go by. 0 lines: not known.
  std::uint32_t paragraph = 0;  // counting from 1
  std::uint32_t character = 0;
  std::uint32_t characters = 0;
};

// What a run makes of a finding. Only one that is `reported` counts for the exit code.
enum class Standing : std::uint8_t {
  reported,
  suppressed,  // rapporteur.toml says that it is meant to be so, and why
  baselined,   // it stood in the baseline already
};

const char* name(Standing standing);

struct LocatedFinding {
  std::string rule;
  Severity severity = Severity::warning;
  std::string message;
  std::string document;  // path as shown
  Place place;
  std::vector<Place> related;
  std::string file = {};  // the document's path from where the run began
  // Stays the same when other parts of the document change and when clauses are renumbered.
  std::string fingerprint = {};
  Standing standing = Standing::reported;
  std::string justification = {};  // of a suppression: its reason
};

class Document;

// Where `where` of `block` stands. An empty range means the whole block.
Place locate(const Document& doc, BlockId block, TextRange where);

}  // namespace rapporteur
