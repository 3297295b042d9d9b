#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "pipeline/base/ids.hpp"

namespace rapporteur {

// A document identifier met in a text. `family` is the profile's name for its grammar, `fields`
// the named groups of the pattern that took part, in the pattern's order.
struct Identifier {
  std::string family;     // "itu-t-td"
  std::string canonical;  // "SG13-TD329R1/WP3"
  std::string as_written;
  std::vector<std::pair<std::string, std::string>> fields;
  TextRange where;        // in Document::text(); empty when it was not found there
  bool inferred = false;  // part of it (the group) came from the document's own header

  // The value of a field, or "" when it took no part.
  std::string_view field(std::string_view name) const;
};

// A labelled value of a header table, a cover or the head of a letter: "Source" "Example Ltd".
struct CoverField {
  std::string name;   // the profile's name for it: "source"
  std::string label;  // as written: "Source:"
  std::string value;
  BlockId block;  // where the value stands, or the label when it is empty
};

// What a document is, as far as its own text and file name say.
struct Identity {
  std::string profile;           // the profile it was normalised with
  std::string kind = "unknown";  // a kind id of the profile: "td", "liaison-statement"
  int confidence = 0;            // of the kind, 0 to 100
  std::vector<std::string> reasons;
  Identifier number;  // empty canonical: none found
  std::string title;
  std::string date;  // ISO 8601, of the document or else of its meeting; "" when unknown
  std::vector<CoverField> cover;
};

}  // namespace rapporteur
