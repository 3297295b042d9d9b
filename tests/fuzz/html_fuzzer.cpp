// Web pages, alone and in a message: any bytes give a sound document or an error.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "parsers/html/html_file.hpp"
#include "tests/fuzz/check_document.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace rapporteur;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  for (const Reader& reader : {html_reader(), mhtml_reader()}) {
    Result<Draft> draft = reader.read(bytes, "fuzz.html", {});
    if (draft) check_document(std::move(*draft));
  }
  return 0;
}
