#include "pipeline/model/fact.hpp"

namespace rapporteur {

const char* name(Stance stance) {
  switch (stance) {
    case Stance::support:
      return "support";
    case Stance::object:
      return "object";
    case Stance::abstain:
      return "abstain";
    case Stance::conditional:
      return "conditional";
    case Stance::neutral:
      return "neutral";
    case Stance::none:
      return "none";
    case Stance::unclear:
      return "unclear";
  }
  return "unclear";
}

}  // namespace rapporteur
