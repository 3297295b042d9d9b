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
#include "parsers/docx/word_package.hpp"
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
  std::string_view style;      // id of the paragraph style tied to this level
  SignFont font = SignFont::none;
};

// A list definition (w:abstractNum).
struct ListDefinition {
  std::array<ListLevel, kListLevels> levels;
  std::string_view style_link;      // it is the definition of this numbering style
  std::string_view num_style_link;  // it borrows the definition of this numbering style
};

// A list (w:num): a definition, and where it differs from it.
struct WordList {
  const ListDefinition* definition = nullptr;  // never null in a list that was found
  // Whose lists count together: the definition of the list itself, where that borrows another's.
  const ListDefinition* counted_by = nullptr;
  std::array<std::optional<int>, kListLevels> starts;
  std::map<int, ListLevel> levels;

  const ListLevel& level(int number) const;
  // The level that is tied to a paragraph style, if any.
  std::optional<int> level_of_style(std::string_view style) const;
};

// The lists of a document (word/numbering.xml). Each is read when it is first asked for.
class WordNumbering {
 public:
  // `styles` must outlive it.
  WordNumbering(PartText part, int most_depth, WordStyles& styles);
  WordNumbering(const WordNumbering&) = delete;
  WordNumbering& operator=(const WordNumbering&) = delete;

  const WordList* find(int list);  // or null

 private:
  struct Place {
    int id;
    std::uint32_t offset;  // of its element
  };
  std::optional<WordList> read(int list);
  std::optional<WordList> read_list(XmlReader xml);
  const ListDefinition* definition(int id);
  const ListDefinition* lent_by_style(std::string_view style);

  PartText part_;
  XmlReader root_;  // whose children they are
  WordStyles& styles_;
  std::vector<Place> definition_places_;
  std::vector<Place> list_places_;
  std::unordered_map<int, ListDefinition> definitions_;     // those that were asked for
  std::unordered_map<int, std::optional<WordList>> lists_;  // likewise
};

// The running numbers of one story (the body, a header): give it the paragraphs in order.
class ListCounters {
 public:
  explicit ListCounters(WordNumbering& numbering) : numbering_(&numbering) {}
  // The number or bullet of the next paragraph at this level of this list, as Word shows it.
  std::string next(int list, int level);

 private:
  struct Counts {
    std::array<int, kListLevels> value{};
    std::array<bool, kListLevels> begun{};  // and not to begin again
    std::array<bool, kListLevels> used{};   // ever
  };
  static void begin(const WordList& list, int level, Counts& counts);
  static void advance(const WordList& list, int level, Counts& counts);

  WordNumbering* numbering_;
  // Lists that share a definition share its counts; one that borrows its definition has its own.
  std::unordered_map<const ListDefinition*, Counts> counts_;
  std::set<std::pair<int, int>> started_;  // list and level whose own start was used
};

}  // namespace rapporteur
