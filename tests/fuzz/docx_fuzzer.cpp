// A whole Word document: any bytes give a sound document or an error with its place.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "tests/fuzz/check_docx.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  static_cast<void>(rapporteur::docx_reader().bid(bytes, "fuzz.docx"));
  rapporteur::check_docx(bytes);
  return 0;
}
