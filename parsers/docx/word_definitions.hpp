#pragma once

#include <optional>
#include <string_view>

#include "parsers/docx/word_numbering.hpp"
#include "parsers/docx/word_package.hpp"
#include "parsers/docx/word_styles.hpp"
#include "pipeline/model/builder.hpp"

namespace rapporteur {

// How notes of one kind are numbered.
struct NoteNumbering {
  NumberForm form = NumberForm::decimal;
  int start = 1;
  bool each_section = false;  // begins anew with each section
};
// Reads w:footnotePr or w:endnotePr, the open element, over what `numbering` says.
void read_note_numbering(XmlReader& xml, NoteNumbering& numbering);

// word/settings.xml, as far as it changes what is shown.
struct WordSettings {
  NoteNumbering footnotes;
  NoteNumbering endnotes{NumberForm::lower_roman, 1};
  bool even_headers = false;
};

// What the definitions of a document say; the same for all its stories. Each part is read when it
// is first asked for, since many documents need only some; one that is damaged is reported then.
class WordDefinitions {
 public:
  WordDefinitions(WordPackage& package, DocumentBuilder& builder)
      : package_(package), builder_(builder) {}

  WordStyles& styles() { return styles_ ? *styles_ : read_styles(); }
  WordNumbering& numbering() { return numbering_ ? *numbering_ : read_numbering(); }
  const WordSettings& settings();
  // Says what was found odd while they were used.
  void report();

 private:
  WordStyles& read_styles();
  WordNumbering& read_numbering();
  PartText load(std::string_view type, std::size_t most = std::string_view::npos);

  WordPackage& package_;
  DocumentBuilder& builder_;
  std::optional<WordStyles> styles_;
  std::optional<WordNumbering> numbering_;
  std::optional<WordSettings> settings_;
};

}  // namespace rapporteur
