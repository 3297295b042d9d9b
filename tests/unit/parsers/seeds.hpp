#pragma once

#include <catch2/catch.hpp>
#include <filesystem>
#include <functional>
#include <string>

#include "parsers/reader.hpp"
#include "pipeline/base/files.hpp"
#include "pipeline/base/limits.hpp"
#include "pipeline/normalise/normalise.hpp"
#include "pipeline/profile/profile.hpp"
#include "pipeline/text/words.hpp"
#include "tests/support/folders.hpp"

// The seeds and their key lie beside the checkout, not in it.
#define SKIP_WITHOUT_SEEDS()                           \
  if (!std::filesystem::exists(rapporteur::kShared)) { \
    WARN("skipped: no ../shared");                     \
    return;                                            \
  }

namespace rapporteur {

inline const std::filesystem::path kShared = source_folder() / ".." / "shared";

inline std::string file_bytes(const std::filesystem::path& file) {
  Result<std::string> bytes = read_file(file, Limits().file_bytes);
  REQUIRE(bytes);
  return std::move(*bytes);
}

inline std::string key_text(const char* name) { return file_bytes(kShared / "answers" / name); }

// The seed whose file name begins with this number.
inline std::filesystem::path seed_path(const std::string& number) {
  for (const auto& entry : std::filesystem::directory_iterator(kShared / "seeds")) {
    if (entry.path().filename().string().starts_with(number)) return entry.path();
  }
  FAIL("no seed " << number);
  return {};
}

inline Document read_text(std::string_view bytes, const char* profile_name, std::string_view path) {
  Result<Draft> draft = read_document(bytes, path);
  REQUIRE(draft);
  const Result<Profile> profile = ProfileSource().load(profile_name);
  REQUIRE(profile);
  return normalise(std::move(*draft), *profile);
}

inline Document seed(const std::string& number, const char* profile) {
  const std::filesystem::path path = seed_path(number);
  return read_text(file_bytes(path), profile, path.filename().string());
}

}  // namespace rapporteur
