#include "parsers/external/office_program.hpp"

#include <fmt/format.h>

#include <iterator>

#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

// RFC 3986: all but what needs no escape in a path.
std::string file_url(const std::filesystem::path& path) {
  constexpr std::string_view kPlain = "/-._~";
  std::string url = "file://";
  for (const char c : path.string()) {
    const bool plain = is_alpha(c) || is_digit(c) || kPlain.find(c) != kPlain.npos;
    if (plain) {
      url += c;
    } else {
      fmt::format_to(std::back_inserter(url), "%{:02X}", static_cast<unsigned char>(c));
    }
  }
  return url;
}

}  // namespace

Result<void> run_office(const std::filesystem::path& program, std::vector<std::string> inputs,
                        const std::filesystem::path& folder, const HelperLimits& limits) {
  std::vector<std::string> arguments = {"-env:UserInstallation=" + file_url(folder / "user"),
                                        "--headless",
                                        "--norestore",
                                        "--convert-to",
                                        "docx",
                                        "--outdir",
                                        (folder / "out").string()};
  std::move(inputs.begin(), inputs.end(), std::back_inserter(arguments));
  return run_helper(program, arguments, folder, limits);
}

std::filesystem::path office_output(const std::filesystem::path& folder, const std::string& stem) {
  return folder / "out" / (stem + ".docx");
}

}  // namespace rapporteur
