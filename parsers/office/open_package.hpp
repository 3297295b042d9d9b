#pragma once

#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "parsers/zip/archive.hpp"
#include "pipeline/base/result.hpp"

namespace rapporteur {

// The XML of a part; an empty document when the part is missing or is no XML.
pugi::xml_document part_xml(Archive& archive, std::string_view name);

// The name of an element or attribute without its prefix.
std::string_view local_name(const char* name);

// The element's children of this local name.
std::vector<pugi::xml_node> children_named(const pugi::xml_node& parent, std::string_view name);
pugi::xml_node child_named(const pugi::xml_node& parent, std::string_view name);
std::string_view attribute_named(const pugi::xml_node& node, std::string_view name);

// Targets of a part's relationships by id, in the archive's names.
std::vector<std::pair<std::string, std::string>> relationships(Archive& archive,
                                                               std::string_view part);

}  // namespace rapporteur
