#pragma once

#include <cstddef>
#include <functional>

namespace rapporteur {

// Calls work(i) once for every i below `count`, on `jobs` threads (1: on the caller's). A thread
// that is free takes the next index, so put the largest piece of work first. `work` must not throw.
void parallel_for(std::size_t count, int jobs, const std::function<void(std::size_t)>& work);

}  // namespace rapporteur
