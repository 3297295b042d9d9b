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
  // A reader like this one whose next() opens the child that begins at this byte.
  XmlReader at_child(std::uint32_t offset) const;

  // The namespace a prefix stands for here.
  Namespace meaning(std::string_view prefix) const {
    return is_short(prefix) ? short_[slot_of(prefix)] : meaning_of_long(prefix);
  }

  // Elements often repeat one another to the byte, and then need not be read again.
  struct Passage {
    std::string_view text;       // the inside of an element, and its end tag
    std::uint32_t bindings = 0;  // tells whether prefixes still mean the same
  };
  // Where the inside of the element just opened begins.
  const char* inside() const { return at_; }
  // From there to here, behind its end.
  Passage passage_from(const char* inside) const;
  // Whether the element just opened is that passage over again; if so it is passed over.
  bool repeats(const Passage& earlier);

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

  // Prefixes of at most one letter are looked up at once.
  static bool is_short(std::string_view prefix) {
    return prefix.empty() || (prefix.size() == 1 && static_cast<signed char>(prefix[0]) > 0);
  }
  static std::size_t slot_of(std::string_view prefix) {
    return prefix.empty() ? 0 : static_cast<std::size_t>(prefix[0]);
  }

  bool open_tag(const char* at);
  bool pass_attributes(const char* at);
  bool next_attribute(const char*& at, Attribute& attribute) const;
  void bind_namespaces();
  Namespace meaning_of_long(std::string_view prefix) const;
  void bind(std::string_view prefix, std::string_view uri);
  void close_element();
  bool close_tag(const char* at);
  bool pass_markup(const char* at);
  bool pass_doctype(const char* at);
  void pass_subtree();
  void damaged(const char* at);
  std::string_view mixed_content();

  const char* begin_;
  const char* at_;
  const char* end_;
  const char* attributes_;  // of the element just opened: from behind its name
  const char* tag_end_;     // to the '>'
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
  std::vector<Binding> bindings_;
  std::uint32_t bindings_changed_ = 0;  // how often
  std::array<Namespace, 128> short_;    // what prefixes of one letter mean; [0] is no prefix
  std::string decoded_;
};

// `raw` with the references that XML predefines and those to characters resolved, and its line ends
// made one kind.
std::string decode_references(std::string_view raw);
void append_decoded(std::string_view raw, std::string& out);

// The whole of an XML file as UTF-8: by byte order mark, by its first bytes, by the encoding it
// declares. `buffer` holds the result where it is not `bytes` itself.
std::string_view xml_as_utf8(std::string_view bytes, std::string& buffer);

}  // namespace rapporteur
