#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "parsers/text/markdown.hpp"
#include "pipeline/model/builder.hpp"
#include "pipeline/text/symbol_font.hpp"

namespace rapporteur {

// Gives the words of lines to a builder, and what a text extraction writes between them in square
// brackets to the place it belongs: bookmarks, references to footnotes, footnotes, pictures.
// Every piece given is a view into `source`, so that its place is known.
class TextWriter {
 public:
  // `shift` is added to every offset: the byte order mark that `source` no longer has.
  TextWriter(DocumentBuilder& builder, std::string_view source, std::uint32_t shift)
      : builder_(builder),
        source_(source),
        shift_(shift),
        brackets_(occurrences(source, '[')),
        font_symbols_(occurrences(source, kFontSymbolByte)) {}

  // Opens a block. Bookmarks that stand before its marker are set where it begins.
  void begin(const BlockSpec& spec) { builder_.begin_block(spec); }
  // Appends to the open block.
  void words(std::string_view piece);
  // The same, for a blank or a tab that stands for the end of a line.
  void gap(std::string_view gap, std::string_view after);

  // From here on the signs of Markdown are no words.
  void expect_markdown() { markdown_ = true; }

  // Takes bookmarks off the front of a line; they are set at the next words.
  std::string_view take_bookmarks(std::string_view line);

  // Writes the footnotes met so far as a part of their own. The last call.
  void finish();

 private:
  std::uint32_t place(std::string_view piece) const {
    return static_cast<std::uint32_t>(piece.data() - source_.data()) + shift_;
  }
  void marked(std::string_view piece);
  void span(const MarkdownSpan& span);
  void bracketed(std::string_view piece);
  void plain(std::string_view piece);
  void symbols(std::string_view piece);
  std::size_t bracket(std::string_view from);
  void set_bookmarks();
  void reference(std::string_view number);
  std::size_t footnote(std::string_view from);

  // Where a byte occurs next. Pieces come in the order of the source, which is so searched once and
  // not piece by piece.
  struct Occurrences {
    bool in(std::string_view piece);

    char byte;
    const char* searched_from;
    const char* next;  // the first at or after `searched_from`; `end` when there is none
    const char* end;
  };
  static Occurrences occurrences(std::string_view source, char byte);

  struct Footnote {
    NoteId id;
    std::string_view number;
    std::string_view text;  // empty until it is met
  };

  DocumentBuilder& builder_;
  std::string_view source_;
  std::uint32_t shift_;
  std::vector<std::string_view> bookmarks_;  // taken and not yet set
  std::vector<Footnote> footnotes_;
  std::unordered_map<std::string_view, std::size_t> open_footnotes_;  // referred to, not met
  int symbols_told_ = 0;
  bool markdown_ = false;
  RunSpec look_;  // of the words that are written
  Occurrences brackets_;
  Occurrences font_symbols_;
};

}  // namespace rapporteur
