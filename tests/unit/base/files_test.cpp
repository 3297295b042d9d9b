#include "pipeline/base/files.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <catch2/catch.hpp>

#include "tests/unit/scratch.hpp"

namespace rapporteur {
namespace {

TEST_CASE("what is written to a pipe goes into it, and the pipe stays") {
  const Scratch scratch;
  const std::filesystem::path pipe = scratch.path() / "pipe";
  REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
  const int reader = ::open(pipe.c_str(), O_RDWR | O_NONBLOCK | O_CLOEXEC);
  REQUIRE(reader >= 0);

  const Result<void> written = write_file(pipe, "one line");
  std::array<char, 16> bytes{};
  const ssize_t got = ::read(reader, bytes.data(), bytes.size());
  ::close(reader);

  REQUIRE(written);
  REQUIRE(got > 0);
  CHECK(std::string_view(bytes.data(), static_cast<std::size_t>(got)) == "one line");
  CHECK(std::filesystem::is_fifo(pipe));
}

}  // namespace
}  // namespace rapporteur
