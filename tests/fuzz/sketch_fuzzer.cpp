#include <cstddef>
#include <cstdint>
#include <string_view>

#include "parsers/sketch/sketch.hpp"
#include "tests/fuzz/check_document.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  rapporteur::Sketch sketch = rapporteur::read_sketch({reinterpret_cast<const char*>(data), size});
  rapporteur::check_document(std::move(sketch.draft));
  return 0;
}
