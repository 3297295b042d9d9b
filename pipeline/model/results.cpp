#include "pipeline/model/results.hpp"

namespace rapporteur {

const char* name(Outcome outcome) {
  switch (outcome) {
    case Outcome::read:
      return "read";
    case Outcome::damaged:
      return "damaged";
    case Outcome::refused:
      return "refused";
    case Outcome::skipped:
      return "skipped";
  }
  return "refused";
}

}  // namespace rapporteur
