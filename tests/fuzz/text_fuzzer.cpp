#include <cstddef>
#include <cstdint>
#include <string_view>

#include "parsers/text/plain_text.hpp"
#include "tests/fuzz/check_document.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  rapporteur::Result<rapporteur::Draft> draft = rapporteur::text_reader().read(bytes, "", {});
  if (draft) rapporteur::check_document(std::move(*draft));
  return 0;
}
