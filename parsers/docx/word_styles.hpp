#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "parsers/docx/word_formats.hpp"

namespace rapporteur {

enum class StyleType : std::uint8_t { paragraph, character, table, list };

// A style with everything it inherits.
struct WordStyle {
  std::string id;
  std::string name;
  std::string based_on;
  StyleType type = StyleType::paragraph;
  RunFormat run;
  std::optional<int> list;
  std::optional<int> list_level;
  std::optional<int> outline;
  std::string list_style;  // id of the style in the chain that states the list
};

// The styles of a document (word/styles.xml).
class WordStyles {
 public:
  // Reads the part; a cycle of basedOn is cut where it closes.
  void read(std::string_view text, int most_depth);

  const WordStyle* find(std::string_view id) const;  // or null
  // The style of paragraphs that name none, or null.
  const WordStyle* standard() const { return standard_ < 0 ? nullptr : &styles_[index(standard_)]; }
  const RunFormat& defaults() const { return defaults_; }
  bool has_cycle() const { return has_cycle_; }

 private:
  static std::size_t index(int position) { return static_cast<std::size_t>(position); }
  void read_style(XmlReader& xml);
  void read_defaults(XmlReader& xml);
  void inherit();

  std::vector<WordStyle> styles_;
  std::unordered_map<std::string_view, int> by_id_;
  RunFormat defaults_;
  int standard_ = -1;
  bool has_cycle_ = false;
};

}  // namespace rapporteur
