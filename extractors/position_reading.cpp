#include "extractors/position_reading.hpp"

#include <algorithm>

#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

struct NamedStance {
  Stance stance;
  std::string_view cell;
  std::string_view comment;
};

// In the order in which they are tried: "Yes, but" before "Yes", "No comment" before "No".
constexpr NamedStance kStances[] = {
    {Stance::none, "stance-none", "comment-none"},
    {Stance::conditional, "stance-conditional", "comment-conditional"},
    {Stance::abstain, "stance-abstain", "comment-abstain"},
    {Stance::neutral, "stance-neutral", "comment-neutral"},
    {Stance::object, "stance-object", "comment-object"},
    {Stance::support, "stance-support", "comment-support"},
};

StanceReading first_stance(std::string_view words, const Wording& wording,
                           std::string_view NamedStance::*key) {
  for (const NamedStance& entry : kStances) {
    if (matches(words, wording.named(entry.*key))) {
      return {entry.stance, std::string(entry.*key)};
    }
  }
  return {};
}

// A piece such as "Inc." belongs to the name before it.
bool continues_name(std::string_view piece, const Wording& wording) {
  return matches(piece, wording.named("name-suffix"));
}

// The pieces of a list of names. A bracket keeps what is inside together.
std::vector<std::string> split_names(std::string_view words, const Wording& wording) {
  std::vector<std::string> out;
  int depth = 0;
  std::size_t begin = 0;
  const auto close = [&](std::size_t end) {
    const std::string piece = collapse(words.substr(begin, end - begin));
    begin = end + 1;
    if (piece.empty()) return;
    if (!out.empty() && continues_name(piece, wording)) {
      out.back() += ", " + piece;
    } else {
      out.push_back(piece);
    }
  };
  for (std::size_t at = 0; at < words.size(); ++at) {
    const char c = words[at];
    if (c == '(' || c == '[') ++depth;
    if (c == ')' || c == ']') --depth;
    if (depth <= 0 && (c == ',' || c == ';' || c == '/' || c == '\n')) close(at);
  }
  close(words.size());
  return out;
}

PartyReading read_party(const std::string& words, const Wording& wording) {
  const Patterns patterns = wording.named("party-with-office");
  PartyReading reading{matched_group(words, patterns, "party"),
                       matched_group(words, patterns, "office")};
  if (reading.party.empty()) reading.party = words;
  return reading;
}

}  // namespace

StanceReading read_stance_cell(std::string_view words, const Wording& wording) {
  return first_stance(words, wording, &NamedStance::cell);
}

StanceReading read_stance_in_comment(std::string_view words, const Wording& wording) {
  return first_stance(words, wording, &NamedStance::comment);
}

std::vector<PartyReading> read_parties(std::string_view words, const Wording& wording) {
  std::vector<PartyReading> out;
  const Patterns not_a_party = wording.named("not-a-party");
  for (const std::string& name : split_names(words, wording)) {
    if (!matches(name, not_a_party)) out.push_back(read_party(name, wording));
  }
  return out;
}

}  // namespace rapporteur
