#include "parsers/xml/xml_names.hpp"

namespace rapporteur {
namespace {

struct Known {
  std::string_view uri;
  Namespace space;
};

// Transitional and strict (purl.oclc.org) forms: ECMA-376-1 and ISO/IEC 29500-4 annex A.
constexpr Known kKnown[] = {
    {"http://schemas.openxmlformats.org/wordprocessingml/2006/main", Namespace::word},
    {"http://purl.oclc.org/ooxml/wordprocessingml/main", Namespace::word},
    {"http://schemas.microsoft.com/office/word/2010/wordml", Namespace::word_2010},
    {"http://schemas.microsoft.com/office/word/2012/wordml", Namespace::word_2012},
    {"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
     Namespace::relationships},
    {"http://purl.oclc.org/ooxml/officeDocument/relationships", Namespace::relationships},
    {"http://schemas.openxmlformats.org/package/2006/relationships", Namespace::package},
    {"http://schemas.openxmlformats.org/package/2006/content-types", Namespace::package},
    {"http://schemas.openxmlformats.org/markup-compatibility/2006", Namespace::compatibility},
    {"http://schemas.openxmlformats.org/officeDocument/2006/math", Namespace::math},
    {"http://purl.oclc.org/ooxml/officeDocument/math", Namespace::math},
    {"http://schemas.openxmlformats.org/drawingml/2006/main", Namespace::drawing},
    {"http://purl.oclc.org/ooxml/drawingml/main", Namespace::drawing},
    {"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
     Namespace::word_drawing},
    {"http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing", Namespace::word_drawing},
    {"http://schemas.microsoft.com/office/word/2010/wordprocessingDrawing",
     Namespace::word_drawing},
    {"http://schemas.openxmlformats.org/drawingml/2006/picture", Namespace::picture},
    {"http://purl.oclc.org/ooxml/drawingml/picture", Namespace::picture},
    {"http://schemas.microsoft.com/office/word/2010/wordprocessingShape", Namespace::shape},
    {"http://schemas.microsoft.com/office/word/2010/wordprocessingGroup", Namespace::shape},
    {"http://schemas.microsoft.com/office/word/2010/wordprocessingCanvas", Namespace::shape},
    {"http://schemas.openxmlformats.org/drawingml/2006/chart", Namespace::chart},
    {"http://purl.oclc.org/ooxml/drawingml/chart", Namespace::chart},
    {"http://schemas.openxmlformats.org/drawingml/2006/diagram", Namespace::diagram},
    {"http://purl.oclc.org/ooxml/drawingml/diagram", Namespace::diagram},
    {"urn:schemas-microsoft-com:vml", Namespace::vml},
    {"urn:schemas-microsoft-com:office:office", Namespace::office},
    {"http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
     Namespace::properties},
    {"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties",
     Namespace::properties},
    {"http://schemas.openxmlformats.org/officeDocument/2006/custom-properties",
     Namespace::properties},
    {"http://purl.oclc.org/ooxml/officeDocument/extendedProperties", Namespace::properties},
    {"http://purl.oclc.org/ooxml/officeDocument/customProperties", Namespace::properties},
    {"http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes",
     Namespace::property_values},
    {"http://purl.oclc.org/ooxml/officeDocument/docPropsVTypes", Namespace::property_values},
    {"http://purl.org/dc/elements/1.1/", Namespace::dublin_core},
    {"http://purl.org/dc/terms/", Namespace::dublin_core},
    {"http://www.w3.org/XML/1998/namespace", Namespace::xml},
};

}  // namespace

Namespace namespace_of(std::string_view uri) {
  if (uri.empty()) return Namespace::none;
  for (const Known& known : kKnown) {
    if (known.uri == uri) return known.space;
  }
  return Namespace::unknown;
}

}  // namespace rapporteur
