#include <algorithm>
#include <charconv>
#include <optional>

#include "pipeline/normalise/structure.hpp"
#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

constexpr std::string_view kLevel = "{level}";

struct Role {
  BlockKind kind = BlockKind::paragraph;
  std::uint8_t level = 0;
};

// The number in place of {level}, when the rest of the name fits; 0 when it does not.
std::uint8_t level_in(std::string_view style, std::string_view pattern) {
  const std::size_t at = pattern.find(kLevel);
  const std::string_view before = pattern.substr(0, at);
  const std::string_view after = pattern.substr(at + kLevel.size());
  if (style.size() <= before.size() + after.size()) return 0;
  if (!starts_with_ignoring_case(style, before)) return 0;
  if (!equals_ignoring_case(style.substr(style.size() - after.size()), after)) return 0;
  style.remove_prefix(before.size());
  style.remove_suffix(after.size());
  std::uint8_t level = 0;
  const auto [end, error] = std::from_chars(style.data(), style.data() + style.size(), level);
  return error == std::errc() && end == style.data() + style.size() ? level : std::uint8_t{0};
}

std::optional<Role> role_of(std::string_view style, const Profile& profile) {
  for (const StyleRole& entry : profile.styles) {
    if (entry.style.find(kLevel) == std::string::npos) {
      if (equals_ignoring_case(style, entry.style)) return Role{entry.role, entry.level};
    } else if (const std::uint8_t level = level_in(style, entry.style); level != 0) {
      return Role{entry.role, level};
    }
  }
  return {};
}

bool may_change(const Block& block) {
  return block.kind == BlockKind::paragraph || block.kind == BlockKind::list_item;
}

void give_role(DocumentData& data, Block& block, const std::vector<std::optional<Role>>& roles) {
  const std::optional<Role>* const role = block.style ? &roles[block.style.index] : nullptr;
  // A heading without words numbers nothing that a reader could see.
  const bool blank =
      trim(std::string_view(data.text).substr(block.text.begin, block.text.size())).empty();
  if (role != nullptr && role->has_value()) {
    const Role given = **role;
    if (given.kind == BlockKind::heading && blank) return;
    block.kind = given.kind;
    if (given.level != 0 || given.kind == BlockKind::heading) block.level = given.level;
    // A style of lists that names no level is that of the first.
    if (given.kind == BlockKind::list_item && block.level == 0) block.level = 1;
  } else if (block.outline != 0 && !blank && !block.cell) {
    block.kind = BlockKind::heading;
    block.level = block.outline;
  }
}

}  // namespace

void give_roles(DocumentData& data, const Profile& profile) {
  std::vector<std::optional<Role>> roles;
  roles.reserve(data.styles.size());
  for (const std::string& style : data.styles) roles.push_back(role_of(style, profile));
  for (Block& block : data.blocks) {
    if (may_change(block)) give_role(data, block, roles);
  }
}

}  // namespace rapporteur
