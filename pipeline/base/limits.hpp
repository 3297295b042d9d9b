#pragma once

#include <cstddef>
#include <cstdint>

namespace rapporteur {

// What one source may cost. Past a limit the answer is ErrorCode::limit_exceeded, never a guess.
struct Limits {
  std::uint64_t file_bytes = std::uint64_t{1} << 30;      // a file as it lies on disk
  std::uint64_t member_bytes = std::uint64_t{512} << 20;  // one archive member, inflated
  std::uint64_t ratio = 200;                              // inflated : stored, past ratio_floor
  std::uint64_t ratio_floor = std::uint64_t{1} << 20;
  std::size_t members = 10'000;                         // entries of one archive
  int archive_depth = 3;                                // archives within archives
  int xml_depth = 512;                                  // open elements
  std::uint64_t text_bytes = std::uint64_t{256} << 20;  // text of one document
  std::uint32_t table_columns = 1024;
  std::uint32_t table_cells = std::uint32_t{1} << 22;  // grid positions of one table
};

}  // namespace rapporteur
