// The XML of a Word document, zipped here, since what is changed in a zipped part only breaks its
// checksum. The input is the inside of the body; after lines "=== word/styles.xml" come other
// parts.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "tests/fuzz/check_docx.hpp"
#include "tests/support/docx_parts.hpp"

namespace {

using rapporteur::SamplePart;

constexpr std::string_view kBetween = "\n=== ";
// Names that an archive would refuse are not what is looked at here.
constexpr std::string_view kNameCharacters =
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._/";

std::string_view cut_before(std::string_view& rest, std::string_view mark) {
  const std::size_t at = rest.find(mark);
  const std::string_view head = rest.substr(0, at);
  rest = at == std::string_view::npos ? std::string_view() : rest.substr(at + mark.size());
  return head;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string_view rest(reinterpret_cast<const char*>(data), size);
  const std::string_view body = cut_before(rest, kBetween);
  std::vector<SamplePart> others;
  while (!rest.empty()) {
    std::string_view part = cut_before(rest, kBetween);
    const std::string name(cut_before(part, "\n"));
    if (name.starts_with("word/") && name.find_first_not_of(kNameCharacters) == std::string::npos) {
      others.emplace_back(name, part);
    }
  }
  rapporteur::check_docx(
      rapporteur::zipped(rapporteur::docx_parts(body, others), rapporteur::Packing::stored));
  return 0;
}
