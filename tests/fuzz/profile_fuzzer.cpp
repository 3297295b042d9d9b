// A profile of a user's: any bytes give a profile or an error with a place.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "pipeline/profile/profile.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const rapporteur::Result<rapporteur::Profile> profile =
      rapporteur::ProfileSource().parse({reinterpret_cast<const char*>(data), size}, "own.toml");
  if (!profile && profile.error().where.empty()) std::abort();
  return 0;
}
