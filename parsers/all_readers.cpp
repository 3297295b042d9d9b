#include "parsers/docx/docx.hpp"
#include "parsers/reader.hpp"
#include "parsers/text/plain_text.hpp"

namespace rapporteur {

std::span<const Reader> readers() {
  static const Reader kReaders[] = {docx_reader(), text_reader()};
  return kReaders;
}

}  // namespace rapporteur
