#include "parsers/docx/word_math.hpp"

#include <optional>
#include <utility>
#include <vector>

#include "parsers/docx/word_formats.hpp"
#include "parsers/docx/word_story.hpp"
#include "pipeline/text/fold.hpp"

namespace rapporteur {
namespace {

// What a structure of a formula is made of; which of them it has depends on its kind.
struct Pieces {
  std::vector<std::string> bases;  // m:e, or the rows of a matrix
  std::string sub, sup, numerator, denominator, degree, limit, function;
  std::optional<std::string> sign, begin, end, separator;
  bool degree_hidden = false;
  bool without_bar = false;
};

class MathReader {
 public:
  MathReader(XmlReader& xml, View view) : xml_(xml), view_(view) {}

  // The children of the open element, one behind the other.
  std::string read_all() {
    std::string out;
    const int here = xml_.depth();
    while (xml_.next(here)) out += read_one();
    return out;
  }

 private:
  std::string read_one();
  std::string read_run();
  std::string read_row();
  Pieces read_pieces();
  void read_properties(Pieces& pieces);

  XmlReader& xml_;
  View view_;
};

std::string joined(const std::vector<std::string>& pieces, std::string_view between) {
  std::string out;
  for (const std::string& piece : pieces) {
    if (&piece != &pieces.front()) out += between;
    out += piece;
  }
  return out;
}

bool is_closed(std::string_view text) {
  if (text.size() < 2 || text.front() != '(' || text.back() != ')') return false;
  int open = 0;
  for (std::size_t i = 0; i + 1 < text.size(); ++i) {
    open += text[i] == '(' ? 1 : text[i] == ')' ? -1 : 0;
    if (open == 0) return false;
  }
  return true;
}

// In parentheses unless it is one character or stands in them already.
std::string grouped(const std::string& text) {
  return length_utf8(text) <= 1 || is_closed(text) ? text : "(" + text + ")";
}

std::string scripts(const Pieces& pieces) {
  std::string out;
  if (!pieces.sub.empty()) out += "_" + grouped(pieces.sub);
  if (!pieces.sup.empty()) out += "^" + grouped(pieces.sup);
  return out;
}

std::string root(const Pieces& pieces, const std::string& base) {
  const bool square = pieces.degree_hidden || pieces.degree.empty();
  return square ? "√" + (base.empty() ? base : "(" + base + ")")
                : "√(" + pieces.degree + "&" + base + ")";
}

std::string applied(const Pieces& pieces, const std::string& base) {
  const bool bare = base.empty() || base.front() == '(' || base.front() == '[';
  return pieces.function + (bare ? "" : " ") + base;
}

std::string written(XmlName kind, const Pieces& pieces) {
  std::string base = joined(pieces.bases, "");
  switch (kind) {
    case "m:f"_xml:
      return grouped(pieces.numerator) + (pieces.without_bar ? "¦" : "/") +
             grouped(pieces.denominator);
    case "m:sSup"_xml:
    case "m:sSub"_xml:
    case "m:sSubSup"_xml:
      return base + scripts(pieces);
    case "m:sPre"_xml:
      return scripts(pieces) + base;
    case "m:rad"_xml:
      return root(pieces, base);
    case "m:nary"_xml:
      return pieces.sign.value_or("∫") + scripts(pieces) + (base.empty() ? "" : " ") + base;
    case "m:d"_xml:
      return pieces.begin.value_or("(") + joined(pieces.bases, pieces.separator.value_or("|")) +
             pieces.end.value_or(")");
    case "m:func"_xml:
      return applied(pieces, base);
    case "m:limLow"_xml:
      return base + "_" + grouped(pieces.limit);
    case "m:limUpp"_xml:
      return base + "^" + grouped(pieces.limit);
    case "m:acc"_xml:
      return grouped(base) + pieces.sign.value_or("\u0302");
    case "m:bar"_xml:
      return "¯(" + base + ")";
    case "m:groupChr"_xml:
      return pieces.sign.value_or("⏟") + "(" + base + ")";
    case "m:m"_xml:
      return "■(" + joined(pieces.bases, "@") + ")";
    case "m:eqArr"_xml:
      return "█(" + joined(pieces.bases, "@") + ")";
    default:
      return base;
  }
}

std::string MathReader::read_run() {
  std::string out;
  const int here = xml_.depth();
  while (xml_.next(here)) {
    if (xml_.name() == "m:t"_xml || xml_.name() == "w:t"_xml) out += xml_.content();
    if (xml_.name() == "w:br"_xml) out += '\n';
  }
  return out;
}

std::string MathReader::read_one() {
  const XmlName kind = xml_.name();
  switch (kind) {
    case "m:r"_xml:
    case "w:r"_xml:
      return read_run();
    case "w:del"_xml:
    case "w:moveFrom"_xml:
      return view_ == View::final ? std::string() : read_all();
    case "w:ins"_xml:
    case "w:moveTo"_xml:
      return view_ == View::original ? std::string() : read_all();
    case "m:ctrlPr"_xml:
    case "m:argPr"_xml:
    case "m:oMathParaPr"_xml:
      return {};
    case "m:f"_xml:
    case "m:sSup"_xml:
    case "m:sSub"_xml:
    case "m:sSubSup"_xml:
    case "m:sPre"_xml:
    case "m:rad"_xml:
    case "m:nary"_xml:
    case "m:d"_xml:
    case "m:func"_xml:
    case "m:limLow"_xml:
    case "m:limUpp"_xml:
    case "m:acc"_xml:
    case "m:bar"_xml:
    case "m:groupChr"_xml:
    case "m:m"_xml:
    case "m:eqArr"_xml:
    case "m:box"_xml:
    case "m:borderBox"_xml:
    case "m:phant"_xml:
      return written(kind, read_pieces());
    default:
      return read_all();
  }
}

std::string MathReader::read_row() {
  std::vector<std::string> cells;
  const int here = xml_.depth();
  while (xml_.next(here)) {
    if (xml_.name() == "m:e"_xml) cells.push_back(read_all());
  }
  return joined(cells, "&");
}

Pieces MathReader::read_pieces() {
  Pieces pieces;
  const int here = xml_.depth();
  while (xml_.next(here)) {
    switch (xml_.name()) {
      case "m:e"_xml:
        pieces.bases.push_back(read_all());
        break;
      case "m:mr"_xml:
        pieces.bases.push_back(read_row());
        break;
      case "m:sub"_xml:
        pieces.sub = read_all();
        break;
      case "m:sup"_xml:
        pieces.sup = read_all();
        break;
      case "m:num"_xml:
        pieces.numerator = read_all();
        break;
      case "m:den"_xml:
        pieces.denominator = read_all();
        break;
      case "m:deg"_xml:
        pieces.degree = read_all();
        break;
      case "m:lim"_xml:
        pieces.limit = read_all();
        break;
      case "m:fName"_xml:
        pieces.function = read_all();
        break;
      default:
        read_properties(pieces);
    }
  }
  return pieces;
}

// m:naryPr, m:dPr and the like: the signs a structure is drawn with.
void MathReader::read_properties(Pieces& pieces) {
  const int here = xml_.depth();
  while (xml_.next(here)) {
    const std::optional<std::string> sign = xml_.attribute(Namespace::math, "val");
    switch (xml_.name()) {
      case "m:chr"_xml:
        pieces.sign = sign;
        break;
      case "m:begChr"_xml:
        pieces.begin = sign.value_or("");
        break;
      case "m:endChr"_xml:
        pieces.end = sign.value_or("");
        break;
      case "m:sepChr"_xml:
        pieces.separator = sign;
        break;
      case "m:degHide"_xml:
        pieces.degree_hidden = !sign || (*sign != "0" && *sign != "off" && *sign != "false");
        break;
      case "m:type"_xml:
        pieces.without_bar = sign == "noBar";
        break;
      default:
        break;
    }
  }
}

}  // namespace

std::string read_linear_math(XmlReader& xml, View view) {
  const bool paragraph = xml.name() == "m:oMathPara"_xml;
  MathReader reader(xml, view);
  if (!paragraph) return reader.read_all();
  std::string out;
  const int here = xml.depth();
  while (xml.next(here)) {
    if (xml.name() != "m:oMath"_xml) continue;
    if (!out.empty()) out += '\n';
    out += reader.read_all();
  }
  return out;
}

void StoryReader::read_math() {
  const std::uint32_t source = xml_.offset();
  apply_run_format({});
  run_.marks |= static_cast<std::uint16_t>(Mark::math);
  emit(read_linear_math(xml_, context_.view), source);
}

}  // namespace rapporteur
