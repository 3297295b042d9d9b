#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "parsers/xml/xml_names.hpp"

namespace rapporteur {

// Walks XML in one pass over the bytes, building no tree. Total: damaged XML ends early, and
// damage() tells where. Entities of a document type are never expanded.
//
//   const int here = xml.depth();
//   while (xml.next(here)) {              // every child of the element that is open
//     if (xml.name() == "w:t"_xml) use(xml.content());
//   }                                     // a child not looked into is passed over
class XmlReader {
 public:
  // `text` is UTF-8 and must outlive the reader; elements nested deeper than `most_depth` are
  // passed over.
  XmlReader(std::string_view text, int most_depth);

  // Elements that are open; 0 before the root.
  int depth() const { return depth_; }

  // Opens the next child of the element that is open at `depth`; false once that one is closed.
  bool next(int depth);

  XmlName name() const { return name_; }
  std::string_view local() const;  // without prefix
  Namespace space() const { return space_; }
  // The byte at which the element begins.
  std::uint32_t offset() const { return offset_; }

  // The value of an attribute of the element just opened, as written or with its references
  // resolved. An attribute without a prefix counts as one of the element's own namespace.
  std::optional<std::string_view> raw_attribute(Namespace space, std::string_view local) const;
  std::optional<std::string> attribute(Namespace space, std::string_view local) const;

  // The text of the element just opened, its children's left out; closes the element. Valid until
  // the next call. content_offset() is where it begins.
  std::string_view content();
  std::uint32_t content_offset() const { return content_offset_; }

  // Passes over the element that is open.
  void skip();

  // The namespace a prefix stands for here.
  Namespace meaning(std::string_view prefix) const;

  std::optional<std::uint32_t> damage() const { return damage_; }
  bool too_deep() const { return too_deep_; }

 private:
  struct Attribute {
    std::string_view name;
    std::string_view value;
  };
  struct Binding {
    std::string_view prefix;
    Namespace space;
    int depth;
  };

  bool open_tag(const char* at);
  const char* read_attributes(const char* at);
  void bind(std::string_view prefix, std::string_view uri);
  void close_element();
  bool close_tag(const char* at);
  bool pass_markup(const char* at);
  bool pass_doctype(const char* at);
  void pass_subtree();
  void damaged(const char* at);
  void decode(std::string_view raw);

  const char* begin_;
  const char* at_;
  const char* end_;
  int depth_ = 0;
  int most_depth_;
  bool empty_ = false;  // the element just opened is closed in the same tag
  bool too_deep_ = false;
  XmlName name_ = 0;
  Namespace space_ = Namespace::none;
  std::uint32_t offset_ = 0;
  std::uint32_t content_offset_ = 0;
  std::optional<std::uint32_t> damage_;
  std::vector<std::string_view> open_;
  std::vector<Attribute> attributes_;
  std::vector<Binding> bindings_;
  std::array<Namespace, 128> short_;  // what prefixes of one letter mean; [0] is no prefix
  std::string decoded_;
};

// `raw` with the references that XML predefines and those to characters resolved.
std::string decode_references(std::string_view raw);

// The whole of an XML file as UTF-8: by byte order mark, by its first bytes, by the encoding it
// declares. `buffer` holds the result where it is not `bytes` itself.
std::string_view xml_as_utf8(std::string_view bytes, std::string& buffer);

}  // namespace rapporteur
