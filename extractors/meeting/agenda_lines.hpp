#pragma once

#include <string>
#include <string_view>

#include "extractors/extractor.hpp"
#include "extractors/reading/match.hpp"

namespace rapporteur {

// The pieces that the agenda extractor is made of. Internal to extractors/.

constexpr std::size_t kLeastAgendaItems = 2;

struct AgendaLine {
  std::string number;
  TextRange title;
};

// "3.1." and "3)" -> "3.1" and "3"; "" for what is no number.
std::string number_alone(std::string_view text);
// A range up to the first line end in it.
TextRange first_line(const Document& doc, TextRange range);
// The number that words begin with, and the rest.
AgendaLine typed_line(const Document& doc, TextRange words);
// The number of a block, automatic or typed, and its words.
AgendaLine numbered_line(const Document& doc, BlockId id);
// The words of an item without the full stop at their end.
std::string agenda_title(const Document& doc, TextRange range);

// Tells the lines that announce an agenda.
class AgendaHeadings {
 public:
  // Both outlive it.
  AgendaHeadings(const DocumentScan& scan, const Wording& wording);

  bool is_heading(BlockId id) const;
  // One of the lines of `text` announces an agenda.
  bool says_agenda(std::string_view text) const;
  bool mentions_agenda(std::string_view text) const { return matches(text, trigger_); }

 private:
  const DocumentScan& scan_;
  const Patterns trigger_;
  const Patterns headings_;
};

// The items of tables whose header names an item number and a subject; false when there are none.
bool extract_agenda_tables(const DocumentScan& scan, const Wording& wording, Facts& facts);
// The numbered lines under the first heading that has some.
void extract_agenda_list(const DocumentScan& scan, const Wording& wording, Facts& facts);

}  // namespace rapporteur
