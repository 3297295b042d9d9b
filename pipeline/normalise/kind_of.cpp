#include "pipeline/normalise/kind_of.hpp"

#include "pipeline/text/words.hpp"

namespace rapporteur {

std::string_view wider_kind(std::string_view kind, const Profile& profile) {
  for (const std::string& entry : profile.identity.list("kind-of")) {
    const std::vector<std::string_view> pair = words(entry);
    if (pair.size() == 2 && pair[0] == kind) return pair[1];
  }
  return {};
}

bool is_kind(std::string_view kind, std::string_view wanted, const Profile& profile) {
  return kind == wanted || (!wanted.empty() && wider_kind(kind, profile) == wanted);
}

}  // namespace rapporteur
