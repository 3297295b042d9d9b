#include "pipeline/profile/compiled.hpp"

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <mutex>

namespace rapporteur {
namespace {

constexpr std::int64_t kMostMemory = std::int64_t{64} << 20;

std::unique_ptr<re2::RE2> make(const std::string& pattern) {
  re2::RE2::Options options;
  options.set_log_errors(false);
  options.set_max_mem(kMostMemory);
  return std::make_unique<re2::RE2>(pattern, options);
}

}  // namespace

// A program uses few of the expressions that its profiles hold, and making one costs far more than
// keeping its text.
struct Expression::Shared {
  const std::string* pattern = nullptr;
  std::once_flag once = {};
  std::unique_ptr<re2::RE2> made = {};
};

Expression::Expression(std::string_view pattern) {
  static std::mutex mutex;
  static std::map<std::string, Shared, std::less<>> known;
  const std::scoped_lock lock(mutex);
  auto found = known.find(pattern);
  if (found == known.end()) {
    found = known.try_emplace(std::string(pattern)).first;
    found->second.pattern = &found->first;
  }
  shared_ = &found->second;
}

const std::string& Expression::pattern() const { return *shared_->pattern; }

const re2::RE2& Expression::operator*() const {
  std::call_once(shared_->once, [this] { shared_->made = make(*shared_->pattern); });
  return *shared_->made;
}

const re2::RE2& compiled(std::string_view pattern) { return *Expression(pattern); }

}  // namespace rapporteur
