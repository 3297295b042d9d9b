#pragma once

#include <catch2/catch.hpp>
#include <filesystem>

#include "tests/support/folders.hpp"

// The given documents stand beside the checkout and are not part of it.
inline std::filesystem::path given(const char* below) {
  return rapporteur::source_folder() / ".." / "shared" / below;
}

// Leaves a test that needs the given documents where they are absent, and says so.
#define REQUIRE_GIVEN()                             \
  do {                                              \
    if (!std::filesystem::exists(given("seeds"))) { \
      WARN("skipped: no ../shared");                \
      return;                                       \
    }                                               \
  } while (false)
