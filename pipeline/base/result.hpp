#pragma once

#include <string>
#include <tl/expected.hpp>
#include <utility>

namespace rapporteur {

// One enumerator for each thing a caller does differently.
enum class ErrorCode {
  io,              // the file system refused
  unsupported,     // a format, or a kind of file, that is not read
  encrypted,       // a password stands before the text
  malformed,       // not what it says it is, or damaged beyond reading
  limit_exceeded,  // larger or deeper than base/limits.hpp allows
  configuration,   // profile, configuration file or command line
  internal,        // a fault of this program
};

// Where it happened (a path, "file:line:column", or "file: part"), and one sentence what.
struct Error {
  ErrorCode code = ErrorCode::internal;
  std::string where;
  std::string what;
};

template <class T>
using Result = tl::expected<T, Error>;

inline tl::unexpected<Error> fail(ErrorCode code, std::string where, std::string what) {
  return tl::unexpected<Error>({code, std::move(where), std::move(what)});
}

// "malformed", for results and messages.
const char* name(ErrorCode code);

}  // namespace rapporteur
