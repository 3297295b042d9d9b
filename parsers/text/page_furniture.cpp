#include "parsers/text/page_furniture.hpp"

#include <algorithm>
#include <map>
#include <string>

#include "pipeline/text/clause_number.hpp"
#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

constexpr std::size_t kLinesOfFurniture = 2;  // at the top, and at the bottom
constexpr std::size_t kFewestPages = 3;
constexpr std::size_t kLongestFurniture = 200;  // bytes

// The words of a line with every number alike: "Rec. X.1 (11/2016)   ii" is one with page 3.
std::string alike(std::string_view line) {
  std::string out;
  for (const std::string_view word : words(line)) {
    std::string shape;
    for (const char c : word) {
      if (!is_digit(c)) {
        shape += c;
      } else if (shape.empty() || shape.back() != '#') {
        shape += '#';
      }
    }
    if (roman_value(word) > 0) shape.assign(1, '#');
    out += shape;
    out += ' ';
  }
  return out;
}

// Whether two lines that are alike differ in one number at most: that of the page.
bool differ_in_page_only(std::string_view a, std::string_view b) {
  const std::vector<std::string_view> left = words(a);
  const std::vector<std::string_view> right = words(b);
  std::size_t differing = 0;
  for (std::size_t i = 0; i < std::min(left.size(), right.size()); ++i) {
    differing += left[i] != right[i] ? 1 : 0;
  }
  return left.size() == right.size() && differing <= 1;
}

// The number a line begins or ends with: "6.2 HEADER DECODE   43" and "44   CHAPTER 6".
std::vector<int> numbers_at_ends(std::string_view line) {
  constexpr std::size_t kMostDigits = 4;
  std::vector<int> numbers;
  const std::vector<std::string_view> all = words(line);
  for (std::size_t i = 0; i < all.size(); i += std::max<std::size_t>(1, all.size() - 1)) {
    const std::string_view word = all[i];
    if (word.size() > kMostDigits || !std::ranges::all_of(word, is_digit)) continue;
    numbers.push_back(std::stoi(std::string(word)));
  }
  return numbers;
}

// The first lines of pages that hold the number of the page and otherwise what they like: the
// title of the clause that is open there.
std::vector<std::size_t> running_heads(const Lines& lines) {
  std::map<int, std::vector<std::size_t>> by_offset;  // number of the page less its place
  int page = 0;
  bool top = true;
  for (std::size_t at = 0; at < lines.size(); ++at) {
    if (begins_page(lines, at)) {
      ++page;
      top = true;
    }
    if (lines[at].size == 0 || !top) continue;
    top = false;
    if (lines[at].size > kLongestFurniture) continue;
    for (const int number : numbers_at_ends(lines.text(at))) {
      by_offset[number - page].push_back(at);
    }
  }
  for (const auto& [offset, places] : by_offset) {
    if (places.size() >= kFewestPages && places.size() * 2 > static_cast<std::size_t>(page)) {
      return places;
    }
  }
  return {};
}

// The lines with words that stand first and last on each page.
std::vector<std::size_t> edges_of_pages(const Lines& lines) {
  std::vector<std::size_t> edges;
  std::vector<std::size_t> page;
  const auto close = [&] {
    const std::size_t top = std::min(page.size(), kLinesOfFurniture);
    const std::size_t bottom = std::max(top, page.size() - top);
    edges.insert(edges.end(), page.begin(), page.begin() + static_cast<std::ptrdiff_t>(top));
    edges.insert(edges.end(), page.begin() + static_cast<std::ptrdiff_t>(bottom), page.end());
    page.clear();
  };
  for (std::size_t at = 0; at < lines.size(); ++at) {
    if (begins_page(lines, at)) close();
    if (lines[at].size > 0) page.push_back(at);
  }
  close();
  return edges;
}

}  // namespace

bool begins_page(const Lines& lines, std::size_t at) {
  for (std::size_t i = lines[at].begin; i > 0 && lines.source[i - 1] != '\n'; --i) {
    if (lines.source[i - 1] == '\f') return true;
  }
  return false;
}

std::vector<std::string_view> take_page_furniture(Lines& lines) {
  if (std::ranges::count(lines.source, '\f') + 1 < static_cast<std::ptrdiff_t>(kFewestPages)) {
    return {};
  }
  std::map<std::string, std::vector<std::size_t>> alikes;
  for (const std::size_t at : edges_of_pages(lines)) {
    if (lines[at].size <= kLongestFurniture) alikes[alike(lines.text(at))].push_back(at);
  }
  std::vector<std::string_view> furniture;
  const std::vector<std::size_t> heads = running_heads(lines);
  for (const auto& [shape, places] : alikes) {
    const std::string_view first = lines.text(places.front());
    const bool rows = std::ranges::any_of(
        places, [&](std::size_t at) { return !differ_in_page_only(first, lines.text(at)); });
    if (places.size() < kFewestPages || rows) continue;
    furniture.push_back(first);
    for (const std::size_t at : places) {
      lines.lines[at].size = 0;
      lines.lines[at].shape = LineShape::blank;
    }
  }
  for (const std::size_t at : heads) {
    if (lines[at].size == 0) continue;
    if (at == heads.front()) furniture.push_back(lines.text(at));
    lines.lines[at].size = 0;
    lines.lines[at].shape = LineShape::blank;
  }
  std::ranges::sort(furniture, {}, [](std::string_view text) { return text.data(); });
  return furniture;
}

}  // namespace rapporteur
