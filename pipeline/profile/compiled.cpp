#include "pipeline/profile/compiled.hpp"

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>

namespace rapporteur {
namespace {

constexpr std::int64_t kMostMemory = std::int64_t{64} << 20;

std::unique_ptr<re2::RE2> make(std::string_view pattern) {
  re2::RE2::Options options;
  options.set_log_errors(false);
  options.set_max_mem(kMostMemory);
  return std::make_unique<re2::RE2>(re2::StringPiece(pattern.data(), pattern.size()), options);
}

}  // namespace

const re2::RE2& compiled(std::string_view pattern) {
  static std::mutex mutex;
  static std::map<std::string, std::unique_ptr<re2::RE2>, std::less<>> known;
  const std::scoped_lock lock(mutex);
  const auto found = known.find(pattern);
  if (found != known.end()) return *found->second;
  return *known.emplace(std::string(pattern), make(pattern)).first->second;
}

}  // namespace rapporteur
