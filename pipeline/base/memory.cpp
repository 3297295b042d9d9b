#include "pipeline/base/memory.hpp"

#include <sys/mman.h>

#include <memory>

namespace rapporteur {

void expect_filling(const void* begin, std::size_t bytes) {
  constexpr std::size_t kLargePage = std::size_t{2} << 20;
  void* from = const_cast<void*>(begin);  // the bytes stay as they are
  if (std::align(kLargePage, kLargePage, from, bytes) == nullptr) return;
  madvise(from, bytes / kLargePage * kLargePage, MADV_HUGEPAGE);
}

}  // namespace rapporteur
