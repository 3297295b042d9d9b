#include "extractors/decisions/title_sources.hpp"

#include <string_view>
#include <vector>

#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

constexpr std::size_t kMostWords = 5;  // of a name
constexpr std::size_t kFewest = 2;     // known names that make words a list of sources

// Where the name of a known organization begins that ends `words`; npos when none does. The longest
// counts: "Alcatel-Lucent Shanghai Bell" before "Shanghai Bell".
std::size_t name_at_end(std::string_view words, const Organizations& known) {
  std::size_t longest = std::string_view::npos;
  std::size_t begin = words.size();
  for (std::size_t i = 0; i < kMostWords && begin > 0; ++i) {
    const std::size_t blank = words.rfind(' ', begin - 1);
    begin = blank == std::string_view::npos ? 0 : blank;
    const std::string_view name = trim(words.substr(begin));
    if (!name.empty() && known.find(name) != nullptr) longest = words.size() - name.size();
    if (blank == std::string_view::npos) break;
  }
  return longest;
}

// An organization that the profile does not know may stand among others: "Casa Ltd".
bool may_be_name(std::string_view piece) {
  return !piece.empty() && (is_upper(piece.front()) || piece.find(' ') == std::string_view::npos) &&
         words(piece).size() <= kMostWords;
}

}  // namespace

std::pair<std::string, std::string> title_and_sources(const std::string& all,
                                                      const Organizations& known) {
  const std::string_view words = all;
  std::size_t begin = words.size();  // of the first source
  std::size_t names = 0;
  const std::vector<std::string_view> pieces = split(words, ',');
  for (auto piece = pieces.rbegin(); piece != pieces.rend(); ++piece) {
    const std::string_view name = trim(*piece);
    const std::size_t at = name_at_end(name, known);
    if (at != std::string_view::npos) {
      ++names;
      begin = static_cast<std::size_t>(name.data() - words.data()) + at;
      if (at > 0) break;  // the end of the title stands before it
    } else if (!may_be_name(name)) {
      break;
    }
  }
  const std::string_view title = trim(words.substr(0, begin));
  if (names < kFewest || title.empty()) return {all, {}};
  const bool comma = title.back() == ',';
  return {std::string(trim(title.substr(0, title.size() - (comma ? 1 : 0)))),
          std::string(words.substr(begin))};
}

}  // namespace rapporteur
