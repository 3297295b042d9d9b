#pragma once

#include <atomic>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "parsers/reader.hpp"
#include "pipeline/model/results.hpp"
#include "pipeline/profile/profile.hpp"
#include "pipeline/run/sources.hpp"

namespace rapporteur {

struct BatchOptions {
  int jobs = 1;
  std::uint64_t memory = std::uint64_t{2} << 30;  // bytes of sources being worked on at one time
  ReadOptions read;
  bool check = true;
  bool extract = true;
  std::vector<std::string> extractors;  // empty: all
  // Called after each source, from any thread, one call at a time.
  std::function<void(std::size_t done, std::size_t total, const std::string& path)> progress;
  // When it becomes true, no further source is begun.
  const std::atomic<bool>* stop = nullptr;
};

// Reads, checks and extracts every source. The result does not depend on the number of jobs. A
// source that cannot be read is one record; it never ends the run. `profiles` holds the one to
// use, or those to choose from.
Results run_batch(const std::vector<Source>& sources, std::span<const Profile> profiles,
                  const BatchOptions& options);

// One document, normalised with the profile that fits best.
Result<Document> read_one(std::string_view bytes, const std::string& path,
                          std::span<const Profile> profiles, const ReadOptions& options);

}  // namespace rapporteur
