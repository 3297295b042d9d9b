#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "pipeline/model/document.hpp"

namespace rapporteur {

// An item of a list: `label` is "1)" or "–", from the automatic label or written out; "" when it
// has none. `text` is a view into the document's text.
struct ListItem {
  BlockId block;
  std::string label;
  std::string_view text;
};

// The lists of a document in the order in which they end: items of one level that follow each
// other without another kind of block between them.
std::vector<std::vector<ListItem>> lists(const Document& doc);

}  // namespace rapporteur
