#pragma once

#include <array>
#include <cstddef>

#include "parsers/xml/xml_reader.hpp"

namespace rapporteur {

// The formats read last, by the text that states them. Word repeats the same few to the byte, so
// nine of ten need not be read again. A format must depend on that text alone.
template <class Format>
class RecentFormats {
 public:
  // The format of the element just opened, which is then closed; null when it must be read.
  const Format* find(XmlReader& xml) {
    for (std::size_t i = 0; i < kept_.size(); ++i) {
      const Kept& kept = kept_[(last_ + i) % kept_.size()];
      if (kept.passage.text.empty() || !xml.repeats(kept.passage)) continue;
      last_ = (last_ + i) % kept_.size();
      return &kept.format;
    }
    return nullptr;
  }

  void keep(const XmlReader::Passage& passage, const Format& format) {
    last_ = (last_ + kept_.size() - 1) % kept_.size();
    kept_[last_] = {passage, format};
  }

 private:
  struct Kept {
    XmlReader::Passage passage;
    Format format;
  };
  std::array<Kept, 8> kept_;
  std::size_t last_ = 0;
};

}  // namespace rapporteur
