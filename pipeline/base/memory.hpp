#pragma once

#include <cstddef>

namespace rapporteur {

// Says that these bytes, just reserved, will be filled from front to back: the system may then give
// large pages, which spares a long document tens of thousands of page faults. Only a hint.
void expect_filling(const void* begin, std::size_t bytes);

// The same for the room a vector or string has reserved.
template <class Container>
void expect_filling(const Container& reserved) {
  expect_filling(reserved.data(), reserved.capacity() * sizeof(*reserved.data()));
}

}  // namespace rapporteur
