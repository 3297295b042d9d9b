#include "extractors/positions/position_reading.hpp"

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
    {Stance::neutral, {}, "comment-open"},
};

StanceReading first_stance(std::string_view words, const Wording& wording,
                           std::string_view NamedStance::*key) {
  for (const NamedStance& entry : kStances) {
    if (!(entry.*key).empty() && matches(words, wording.named(entry.*key))) {
      return {entry.stance, std::string(entry.*key)};
    }
  }
  return {};
}

constexpr std::size_t kLongestAnswer = 60;   // bytes
constexpr std::size_t kLongestOpening = 45;  // bytes
constexpr std::size_t kLongestWord = 12;     // bytes, of an answer before a comma

// Where the next separator of a list of names stands, counted from `at`. A bracket keeps what is
// inside together.
std::size_t next_separator(std::string_view words, std::size_t at) {
  int depth = 0;
  for (; at < words.size(); ++at) {
    const char c = words[at];
    if (c == '(' || c == '[') ++depth;
    if (c == ')' || c == ']') --depth;
    if (depth <= 0 && std::string_view(",;/\n").find(c) != std::string_view::npos) break;
  }
  return at;
}

// Where `sought` first stands in `words` outside brackets, or npos.
std::size_t find_outside_brackets(std::string_view words, std::string_view sought) {
  std::size_t at = words.find(sought);
  const auto is_inside = [&] {
    const std::string_view before = words.substr(0, at);
    return std::ranges::count(before, '(') > std::ranges::count(before, ')');
  };
  while (at != std::string_view::npos && is_inside()) at = words.find(sought, at + 1);
  return at;
}

// "A and B" are two names; "Trinidad and Tobago" is one.
void add_pieces(std::string_view piece, const Wording& wording, std::vector<std::string>& out) {
  for (const std::string& word : wording.list("and")) {
    const std::string between = " " + word + " ";
    if (piece.starts_with(word + " ")) piece.remove_prefix(word.size() + 1);
    const std::size_t at = find_outside_brackets(piece, between);
    if (at == std::string_view::npos) continue;
    if (matches(piece, wording.named("whole-name"))) break;
    out.push_back(collapse(piece.substr(0, at)));
    out.push_back(collapse(piece.substr(at + between.size())));
    return;
  }
  out.emplace_back(piece);
}

// "Nokia [3]", "[Nokia]": the number of its paper, and brackets around a name of a list.
std::string without_brackets(std::string piece) {
  if (!piece.ends_with(']')) return piece;
  const std::size_t open = piece.rfind('[');
  if (open == std::string::npos) return piece;
  std::string inside = piece.substr(open + 1, piece.size() - open - 2);
  if (open == 0) return inside;
  if (std::ranges::any_of(inside, is_alpha)) return piece;
  return collapse(piece.substr(0, open));
}

std::vector<std::string> split_names(std::string_view words, const Wording& wording) {
  const Patterns suffix = wording.named("name-suffix");
  std::vector<std::string> out;
  for (std::size_t begin = 0; begin < words.size();) {
    const std::size_t end = next_separator(words, begin);
    const std::string piece = without_brackets(collapse(words.substr(begin, end - begin)));
    begin = end + 1;
    if (piece.empty()) continue;
    if (!out.empty() && matches(piece, suffix)) {
      out.back() += ", " + piece;
    } else {
      add_pieces(piece, wording, out);
    }
  }
  return out;
}

PartyReading read_party(std::string words, const Wording& wording) {
  const std::string numbered = matched_group(words, wording.named("numbered-party"), "party");
  if (!numbered.empty()) words = numbered;
  const Patterns offices = wording.named("party-with-office");
  const Capture office = capture(words, offices);
  PartyReading reading{office.words("party"), office.words("office"), {}};
  if (reading.party.empty()) {
    reading.party = matched_group(words, wording.named("repeated-party"), "party");
  }
  if (reading.party.empty()) reading.party = std::move(words);
  return reading;
}

}  // namespace

StanceReading read_stance_cell(std::string_view words, const Wording& wording) {
  return first_stance(words, wording, &NamedStance::cell);
}

StanceReading read_stance_in_comment(std::string_view words, const Wording& wording) {
  // Who agrees with another's remark says nothing of the proposal.
  if (matches(words, wording.named("comment-echo"))) return {Stance::unclear, "comment-echo"};
  // "N/A" is not "N" before a stroke.
  if (matches(words, wording.named("stance-none"))) return {Stance::none, "stance-none"};
  // "No. We think that …": a remark may begin with what a cell of its own would say.
  const std::string_view first = words.substr(0, words.find_first_of(".:/"));
  if (first.size() <= kLongestOpening || first.find(',') <= kLongestWord) {
    StanceReading reading = read_stance_cell(trim(first), wording);
    if (!reading.pattern.empty()) return reading;
  }
  return first_stance(words, wording, &NamedStance::comment);
}

std::optional<Answer> read_answer(std::string_view words, const Wording& wording) {
  const Patterns options = wording.named("option");
  if (std::string option = matched_group(words, options, "option"); !option.empty()) {
    return Answer{Stance::support, std::move(option)};
  }
  if (words.empty() || words.size() > kLongestAnswer) return {};
  if (!matches(words, wording.named("answer"))) return {};
  const StanceReading reading = read_stance_cell(words, wording);
  if (reading.pattern.empty()) return {};
  return Answer{reading.stance, {}};
}

std::string with_option(const std::string& question, const std::string& option) {
  if (question.empty() || option.empty()) return question + option;
  return question + " – " + option;
}

Stance stance_with_note(Stance stance, const std::string& note, const Wording& wording) {
  if (stance != Stance::support || note.empty()) return stance;
  return matches(note, wording.named("party-condition")) ? Stance::conditional : stance;
}

std::vector<PartyReading> read_parties(std::string_view words, const Wording& wording) {
  std::vector<PartyReading> out;
  const Patterns not_a_party = wording.named("not-a-party");
  for (const std::string& name : split_names(words, wording)) {
    if (!matches(name, not_a_party)) out.push_back(read_party(name, wording));
  }
  return out;
}

std::vector<PartyReading> read_party_list(std::string_view words, const Wording& wording) {
  std::vector<PartyReading> out = read_parties(words, wording);
  const Patterns notes = wording.named("party-with-note");
  for (PartyReading& each : out) {
    const Capture noted = capture(each.party, notes);
    each.note = noted.words("note");
    if (!each.note.empty()) each.party = noted.words("party");
  }
  const Patterns name = wording.named("party-name");
  const Patterns not_a_party = wording.named("not-a-party-in-text");
  const bool names = std::ranges::all_of(out, [&](const PartyReading& each) {
    return matches(each.party, name) && !matches(each.party, not_a_party);
  });
  if (!names) out.clear();
  return out;
}

std::string names_behind_count(const std::string& words, const Wording& wording) {
  const std::string names = matched_group(words, wording.named("counted-parties"), "parties");
  return names.empty() ? words : names;
}

std::vector<PartyReading> listed_parties(const Document& doc, const Match& match,
                                         const Wording& wording) {
  std::string names = names_behind_count(words_at(doc, match.group("parties")), wording);
  const std::size_t last = names.find_last_of(" ,");
  const bool abbreviated =
      last != std::string::npos && matches(names.substr(last + 1), wording.named("name-suffix"));
  if (names.ends_with('.') && !abbreviated) names.pop_back();
  return read_party_list(names, wording);
}

}  // namespace rapporteur
