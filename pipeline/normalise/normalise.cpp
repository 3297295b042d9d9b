#include "pipeline/normalise/normalise.hpp"

#include <utility>

#include "pipeline/normalise/identify.hpp"
#include "pipeline/normalise/structure.hpp"

namespace rapporteur {

Document normalise(Draft draft, const Profile& profile) {
  DocumentData data = std::move(draft.data);
  give_roles(data, profile);
  give_contents(data);
  give_headings(data, profile);
  give_captions(data, profile);
  give_clauses(data, profile);
  // identify() reads the document as everybody else does, so it gets one before it is complete.
  Document structured(std::move(data));
  Identity identity = identify(structured, profile);
  return std::move(structured).with(std::move(identity));
}

}  // namespace rapporteur
