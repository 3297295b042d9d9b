#pragma once

#include <algorithm>
#include <bit>
#include <cstdint>
#include <string_view>

namespace rapporteur {

// The XML namespaces that readers know. One enumerator stands for the transitional and the strict
// form of an Office Open XML namespace.
enum class Namespace : std::uint8_t {
  none,     // no namespace
  unknown,  // one that nobody here reads
  xml,
  word,
  word_2010,
  word_2012,
  relationships,  // r:id
  package,        // .rels and [Content_Types].xml
  compatibility,
  math,
  drawing,
  word_drawing,
  picture,
  shape,  // wps, wpg and wpc: shapes, groups and canvases of Word 2010
  chart,
  diagram,
  vml,
  office,
  properties,  // docProps: core, app and custom
  property_values,
  dublin_core,
};

// Which namespace a URI means; Namespace::unknown for a strange one.
Namespace namespace_of(std::string_view uri);

// A name of an element: its local part and namespace in one number that a switch can take.
using XmlName = std::uint64_t;

// Eight characters of a name, or as many as it has left, in one number.
constexpr std::uint64_t name_block(std::string_view name) {
  std::uint64_t block = 0;
  for (std::size_t i = 0; i < name.size() && i < 8; ++i) {
    block |= std::uint64_t{static_cast<unsigned char>(name[i])} << (8 * i);
  }
  return block;
}

constexpr XmlName add_to_name(XmlName name, std::uint64_t block) {
  return std::rotl(name * 0x9E3779B97F4A7C15, 31) ^ block;
}

constexpr XmlName name_of(std::string_view local) {
  XmlName name = 0;
  for (; !local.empty(); local.remove_prefix(std::min<std::size_t>(local.size(), 8))) {
    name = add_to_name(name, name_block(local));
  }
  return name;
}

constexpr XmlName in_namespace(XmlName local, Namespace space) {
  return local ^ ((static_cast<std::uint64_t>(space) + 1) * 0x9E3779B97F4A7C15);
}

// The namespaces by the prefixes that documents usually give them.
consteval Namespace usual_namespace(std::string_view prefix) {
  if (prefix.empty()) return Namespace::none;
  if (prefix == "w") return Namespace::word;
  if (prefix == "w14") return Namespace::word_2010;
  if (prefix == "w15") return Namespace::word_2012;
  if (prefix == "pkg") return Namespace::package;
  if (prefix == "mc") return Namespace::compatibility;
  if (prefix == "m") return Namespace::math;
  if (prefix == "a") return Namespace::drawing;
  if (prefix == "wp") return Namespace::word_drawing;
  if (prefix == "pic") return Namespace::picture;
  if (prefix == "wps") return Namespace::shape;
  if (prefix == "c") return Namespace::chart;
  if (prefix == "dgm") return Namespace::diagram;
  if (prefix == "v") return Namespace::vml;
  if (prefix == "o") return Namespace::office;
  if (prefix == "ep") return Namespace::properties;
  if (prefix == "vt") return Namespace::property_values;
  if (prefix == "dc") return Namespace::dublin_core;
  throw "no such prefix";  // reached only while compiling, where it is an error
}

// "w:tbl"_xml is the name of <tbl> in WordprocessingML, whatever prefix a document uses.
consteval XmlName operator""_xml(const char* text, std::size_t size) {
  const std::string_view whole(text, size);
  const std::size_t colon = whole.find(':');
  const bool bare = colon == std::string_view::npos;
  const std::string_view local = bare ? whole : whole.substr(colon + 1);
  return in_namespace(name_of(local),
                      usual_namespace(bare ? std::string_view() : whole.substr(0, colon)));
}

}  // namespace rapporteur
