#pragma once

#include <vector>

#include "parsers/xml/xml_reader.hpp"

namespace rapporteur {

// The columns of a table as people see them. Word keeps a grid line for every edge that any cell
// has, and cells drawn by hand miss one another by a hair: lines closer than a point are one, as
// long as every cell keeps a width.
class TableGrid {
 public:
  TableGrid() = default;
  // `xml` has just opened w:tblGrid (17.4.48), the child of a w:tbl open at `table`; what follows
  // it there is looked at as far as it is needed.
  TableGrid(XmlReader xml, int table);

  // The column that begins at this line of w:tblGrid; lines that it does not have count on.
  int column(int line) const;

 private:
  std::vector<int> columns_;  // by line
};

}  // namespace rapporteur
