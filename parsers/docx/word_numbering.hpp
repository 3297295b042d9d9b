#pragma once

#include <array>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "parsers/docx/word_formats.hpp"
#include "parsers/docx/word_styles.hpp"
#include "pipeline/text/number_words.hpp"

namespace rapporteur {

constexpr int kListLevels = 9;

// The form a w:numFmt names; decimal for an unknown name.
NumberForm number_form(std::string_view name);

// One level of a list definition (w:lvl).
struct ListLevel {
  int start = 1;
  NumberForm form = NumberForm::decimal;
  std::string text;            // "%1.%2"
  bool legal = false;          // every number in it is decimal
  std::optional<int> restart;  // w:lvlRestart
  std::string style;           // id of the paragraph style tied to this level
  SignFont font = SignFont::none;
};

// A list definition (w:abstractNum).
struct ListDefinition {
  std::array<ListLevel, kListLevels> levels;
  std::string style_link;      // it is the definition of this numbering style
  std::string num_style_link;  // it borrows the definition of this numbering style
};

// A list (w:num): a definition, and where it differs from it.
struct WordList {
  std::size_t definition = 0;
  std::array<std::optional<int>, kListLevels> starts;
  std::map<int, ListLevel> levels;
};

// The lists of a document (word/numbering.xml).
class WordNumbering {
 public:
  void read(std::string_view text, int most_depth, const WordStyles& styles);

  const WordList* find(int list) const;  // or null
  const ListLevel& level(const WordList& list, int level) const;
  // The level of the list that is tied to a paragraph style, if any.
  std::optional<int> level_of_style(const WordList& list, std::string_view style) const;

 private:
  void read_definition(XmlReader& xml);
  void read_list(XmlReader& xml);
  void resolve_links(const WordStyles& styles);

  std::vector<ListDefinition> definitions_;
  std::unordered_map<int, std::size_t> definition_ids_;
  std::unordered_map<int, WordList> lists_;
};

// The running numbers of one story (the body, a header): give it the paragraphs in order.
class ListCounters {
 public:
  explicit ListCounters(const WordNumbering& numbering) : numbering_(&numbering) {}
  // The number or bullet of the next paragraph at this level of this list, as Word shows it.
  std::string next(int list, int level);

 private:
  struct Counts {
    std::array<int, kListLevels> value{};
    std::array<bool, kListLevels> begun{};
  };
  void advance(const WordList& list, int level, Counts& counts);

  const WordNumbering* numbering_;
  std::unordered_map<std::size_t, Counts> counts_;  // by definition: lists that share one share it
  std::set<std::pair<int, int>> started_;           // list and level whose own start was used
};

}  // namespace rapporteur
