#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "parsers/docx/word_formats.hpp"
#include "parsers/docx/word_package.hpp"

namespace rapporteur {

// A style with everything it inherits. Ids are as written in the part.
struct WordStyle {
  std::string_view id;
  std::string name;
  std::string_view based_on;
  RunFormat run;
  std::optional<int> list;
  std::optional<int> list_level;
  std::optional<int> outline;
  std::string_view list_style;  // id of the style in the chain that states the list
  bool header_row = false;      // of a table: its first row looks like a header, bold or shaded
};

// The styles of a document (word/styles.xml). Most documents have many more than they use, so each
// is read when it is first asked for.
class WordStyles {
 public:
  WordStyles(PartText part, int most_depth);
  WordStyles(const WordStyles&) = delete;
  WordStyles& operator=(const WordStyles&) = delete;

  // Null where there is none of this id. A cycle of basedOn is cut where it closes.
  const WordStyle* find(std::string_view id);
  // The style of paragraphs that name none, or null.
  const WordStyle* standard() { return standard_.empty() ? nullptr : find(standard_); }
  const RunFormat& defaults() const { return defaults_; }
  bool has_cycle() const { return has_cycle_; }

 private:
  struct Place {
    std::string_view id;
    std::uint32_t offset;  // of its element
  };
  void read_defaults(XmlReader& xml);
  WordStyle* read(std::string_view id);

  PartText part_;
  XmlReader root_;  // whose children the styles are
  std::vector<Place> places_;
  std::unordered_map<std::string_view, WordStyle> read_;  // those that were asked for
  RunFormat defaults_;
  std::string_view standard_;  // id
  bool has_cycle_ = false;
};

}  // namespace rapporteur
