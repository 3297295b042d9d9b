#pragma once

#include <span>
#include <string_view>

namespace rapporteur {

// A data file compiled into the binary. `name` is its path below its folder: "itu-t.toml".
struct EmbeddedFile {
  std::string_view name;
  std::string_view bytes;
};

std::span<const EmbeddedFile> embedded_profiles();
std::span<const EmbeddedFile> embedded_templates();

}  // namespace rapporteur
