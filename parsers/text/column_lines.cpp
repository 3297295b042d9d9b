#include "parsers/text/column_lines.hpp"

namespace rapporteur {

std::string_view whole_line(const Lines& lines, std::size_t at) {
  if (!lines.prose(at)) return {};
  const Line& line = lines[at];
  if (line.begin < line.indent) return {};
  const std::string_view whole =
      lines.source.substr(line.begin - line.indent, std::size_t{line.indent} + line.size);
  return whole.find('\t') == whole.npos && whole.find('\n') == whole.npos ? whole
                                                                          : std::string_view();
}

std::vector<Piece> pieces_of(std::string_view line) {
  constexpr std::size_t kGap = 2;  // blanks
  std::vector<Piece> pieces;
  std::size_t character = 0;
  std::size_t blanks = kGap;  // before the byte that is looked at
  for (std::size_t at = 0; at < line.size(); ++at) {
    const bool goes_on = (static_cast<unsigned char>(line[at]) & 0xC0) == 0x80;
    if (line[at] == ' ') {
      ++blanks;
    } else if (blanks >= kGap) {
      pieces.push_back({character, character + 1, line.substr(at, 1)});
      blanks = 0;
    } else {
      Piece& last = pieces.back();
      last.end = character + (goes_on ? 0 : 1);
      last.words = {last.words.data(),
                    at + 1 - static_cast<std::size_t>(last.words.data() - line.data())};
      blanks = 0;
    }
    if (!goes_on) ++character;
  }
  return pieces;
}

}  // namespace rapporteur
