#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "pipeline/model/document.hpp"
#include "validators/reading/shared_scan.hpp"

namespace rapporteur {

// "quantum key distribution (QKD)": a short form with the words it stands for, whose initials it
// is made of. All views are into the document's text.
struct Expansion {
  BlockId block;
  std::string_view acronym;
  std::string_view words;
};
std::vector<Expansion> expansions(SharedScan& shared);

// An entry of a list of abbreviations: "QKD<tab>Quantum key distribution", or a row of its table.
struct Abbreviation {
  BlockId block;
  std::string_view acronym;
  std::string_view words;
};

// The entries of the clauses whose title matches `heading`, in reading order; the clauses
// themselves, sub-clauses included, are `where`. None for "".
struct AbbreviationList {
  std::vector<BlockRange> where;
  std::vector<Abbreviation> entries;

  bool holds(BlockId block) const;
};
AbbreviationList abbreviation_list(const Document& doc, const std::string& heading);

// The words as they are compared: small letters, no plural "s", no "of" and "for".
std::vector<std::string> compared_words(std::string_view words);

// A word that carries no letter of a short form: "of", "for", "the".
bool is_filler(std::string_view word);

}  // namespace rapporteur
