#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "parsers/xml/xml_reader.hpp"
#include "pipeline/model/document.hpp"

namespace rapporteur {

// Fonts whose characters are signs: "a" in Symbol is α.
enum class SignFont : std::uint8_t { none, symbol, wingdings, wingdings2, wingdings3, webdings };

// A tracked change as its element says it. The views go into the part.
struct ChangeStamp {
  std::string_view author;
  std::string_view date;
};
ChangeStamp read_stamp(const XmlReader& xml);

// Properties of runs (w:rPr) as stated at one place. `stated` are the marks said to be on or off.
struct RunFormat {
  std::uint16_t marks = 0;
  std::uint16_t stated = 0;
  std::optional<Highlight> highlight;
  std::optional<SignFont> font;
  std::string_view style;                   // id of the character style; into the part
  std::optional<ChangeStamp> changed = {};  // w:rPrChange

  void state(Mark mark, bool on);
  // What `over` states wins.
  void apply(const RunFormat& over);
};

// Which of two states of a tracked property to read.
enum class Properties { current, before_changes };

// Properties of paragraphs (w:pPr) as stated at one place.
struct ParagraphFormat {
  std::string_view style;         // id; into the part
  std::optional<int> list;        // w:numId; 0 takes the paragraph out of its list
  std::optional<int> list_level;  // w:ilvl, from 0
  std::optional<int> outline;     // w:outlineLvl, from 0; 9 is body text
  RunFormat mark;                 // of the paragraph mark
  std::optional<ChangeStamp> mark_inserted;
  std::optional<ChangeStamp> mark_deleted;
  std::optional<ChangeStamp> changed;
  bool mark_moved = false;
};

// Each reads the element that is open.
RunFormat read_run_format(XmlReader& xml, Properties which);
ParagraphFormat read_paragraph_format(XmlReader& xml, Properties which);
// Reads one child of w:pPr.
void read_paragraph_property(XmlReader& xml, Properties which, ParagraphFormat& format);

// w:val of the element that is open: "on" unless it says otherwise (ECMA-376-1 17.17.4).
bool is_on(const XmlReader& xml);
std::optional<int> integer_value(const XmlReader& xml, std::string_view local = "val");
std::string_view value(const XmlReader& xml, std::string_view local = "val");

SignFont sign_font(std::string_view name);

}  // namespace rapporteur
