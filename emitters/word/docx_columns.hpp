#pragma once

#include <pugixml.hpp>

namespace rapporteur {

// Takes the columns in which only the header says something out of a table of report markup, and
// their shares out of its `widths`: empty columns take room from those that are read. A table whose
// header is not one row of <th>, or has cells that span, or that has nothing but such columns,
// stays as it is.
void drop_empty_columns(pugi::xml_node table);

}  // namespace rapporteur
