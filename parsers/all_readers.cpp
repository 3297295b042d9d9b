#include <vector>

#include "parsers/docx/docx.hpp"
#include "parsers/external/converters.hpp"
#include "parsers/html/html_file.hpp"
#include "parsers/office/workbook.hpp"
#include "parsers/reader.hpp"
#include "parsers/text/plain_text.hpp"

namespace rapporteur {
namespace {

std::vector<Reader> all() {
  std::vector<Reader> readers = {docx_reader(), workbook_reader(), slides_reader(), html_reader(),
                                 mhtml_reader()};
  const std::span<const Reader> converting = converting_readers();
  readers.insert(readers.end(), converting.begin(), converting.end());
  readers.push_back(text_reader());
  return readers;
}

}  // namespace

std::span<const Reader> readers() {
  static const std::vector<Reader> kReaders = all();
  return kReaders;
}

}  // namespace rapporteur
