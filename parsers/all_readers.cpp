#include "parsers/reader.hpp"
#include "parsers/text/plain_text.hpp"

namespace rapporteur {

std::span<const Reader> readers() {
  static const Reader kReaders[] = {text_reader()};
  return kReaders;
}

}  // namespace rapporteur
