#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

#include "pipeline/base/limits.hpp"
#include "pipeline/base/result.hpp"
#include "pipeline/run/sources.hpp"

namespace rapporteur {

// Gives the bytes of sources: of a file, or of a member of an archive. An archive is opened once
// for all of its members and kept open while there is room. Any number of threads may read.
class SourceReader {
 public:
  explicit SourceReader(const Limits& limits);
  ~SourceReader();
  SourceReader(const SourceReader&) = delete;
  SourceReader& operator=(const SourceReader&) = delete;

  Result<std::string> read(const Source& source);

 private:
  struct OpenArchive;
  using Key = std::pair<std::string, std::vector<std::size_t>>;  // file, and the way into it

  OpenArchive& take(const Key& key);
  void give_back(OpenArchive& archive);
  Result<void> open(const Source& source, OpenArchive& archive);
  Result<std::string> read_member(const Source& source, OpenArchive& archive);

  Limits limits_;
  std::mutex mutex_;  // of what follows
  std::map<Key, std::unique_ptr<OpenArchive>> archives_;
  std::uint64_t held_ = 0;  // bytes of all of them
};

}  // namespace rapporteur
