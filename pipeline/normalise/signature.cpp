#include <algorithm>

#include "pipeline/normalise/identity_parts.hpp"
#include "pipeline/normalise/line_patterns.hpp"
#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

constexpr std::size_t kBlocksBelow = 6;  // of the closing words, in which name and office stand
constexpr std::size_t kLongestName = 60;
constexpr std::size_t kMostWords = 6;  // of a name

bool reads_as_name(std::string_view text) {
  const std::size_t count = words(text).size();
  return text.size() <= kLongestName && 1 < count && count <= kMostWords && !text.ends_with('.') &&
         text.find(':') == text.npos && std::ranges::none_of(text, is_digit);
}

// Whether a line goes on with what the signature says so far: the office below the name, or the
// rest of one that takes two lines.
bool goes_on(const std::string& signature, std::string_view text, const Profile& profile) {
  if (matches_wording("office-unfinished", signature, profile)) return reads_as_name(text);
  return signature.find(',') == signature.npos && matches_wording("office", text, profile);
}

std::optional<CoverField> signed_below(const Document& doc, BlockId closing,
                                       const Profile& profile) {
  CoverField field = {"signature", "", "", closing};
  const std::size_t end = std::min(doc.blocks().size(), closing.index + 1 + kBlocksBelow);
  for (BlockId id{closing.index + 1}; id.index < end; ++id.index) {
    const std::string text = collapse(doc.text(id));
    if (text.empty() || matches_wording("no-signature", text, profile)) continue;
    if (field.value.empty()) {
      if (doc.block(id).cell || !reads_as_name(text)) return {};
      field.value = text;
      field.block = id;
    } else if (goes_on(field.value, text, profile)) {
      field.value += (matches_wording("office", text, profile) ? ", " : " ") + text;
    } else {
      break;
    }
  }
  return field.value.empty() ? std::nullopt : std::optional(std::move(field));
}

}  // namespace

std::optional<CoverField> signature(const Document& doc, const Profile& profile) {
  if (profile.identity.named("closing").empty()) return {};
  for (BlockId id{0}; id.index < doc.blocks().size(); ++id.index) {
    const std::string_view text = trim(doc.text(id));
    if (text.empty() || doc.block(id).cell || !matches_wording("closing", text, profile)) continue;
    return signed_below(doc, id, profile);
  }
  return {};
}

}  // namespace rapporteur
