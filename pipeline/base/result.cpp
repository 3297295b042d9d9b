#include "pipeline/base/result.hpp"

namespace rapporteur {

const char* name(ErrorCode code) {
  switch (code) {
    case ErrorCode::io:
      return "io";
    case ErrorCode::unsupported:
      return "unsupported";
    case ErrorCode::encrypted:
      return "encrypted";
    case ErrorCode::malformed:
      return "malformed";
    case ErrorCode::limit_exceeded:
      return "limit-exceeded";
    case ErrorCode::configuration:
      return "configuration";
    case ErrorCode::internal:
      return "internal";
  }
  return "internal";
}

}  // namespace rapporteur
