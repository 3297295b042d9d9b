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

bool Kinds::among(std::span<const std::string> listed) const {
  constexpr std::string_view kNot = "not ";
  const auto is = [&](std::string_view kind) {
    return kind == own || (!kind.empty() && kind == wider);
  };
  bool excludes = true;
  for (const std::string& entry : listed) {
    const std::string_view kind = entry;
    const bool negated = kind.starts_with(kNot);
    if (is(negated ? kind.substr(kNot.size()) : kind)) return !negated;
    excludes = excludes && negated;
  }
  return excludes;
}

}  // namespace rapporteur
