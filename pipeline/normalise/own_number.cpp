#include <algorithm>
#include <span>

#include "pipeline/normalise/document_details.hpp"
#include "pipeline/normalise/identity_parts.hpp"
#include "pipeline/normalise/line_patterns.hpp"
#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

constexpr std::string_view kAnnexWord = " Annex ";
constexpr std::string_view kColumnGap = "   ";
constexpr std::size_t kBannerLines = 14;
constexpr std::size_t kBannerWords = 3;
constexpr std::size_t kLinesOfCover = 4;     // below a number, in which its change may stand
constexpr std::size_t kLongestBanner = 200;  // bytes; longer lines are sentences

bool bears_number(const Identifier& identifier, const Profile& profile) {
  const IdentifierFamily* const family = profile.grammar.family(identifier.family);
  return family != nullptr && !family->names.empty();
}

// Whether what stands before a number is a column of its own, or the name of a body or "Draft".
bool introduces_number(std::string_view before) {
  const std::string_view words_before = trim(before);
  if (words_before.empty() || before.ends_with('\t') || before.ends_with("  ")) return true;
  const std::vector<std::string_view> all = words(words_before);
  return all.size() <= kBannerWords && std::ranges::none_of(all, [](std::string_view word) {
           return 'a' <= word.front() && word.front() <= 'z';
         });
}

bool is_list_member(const Profile& profile, std::string_view list, const std::string& word) {
  const std::vector<std::string>& words = profile.identity.list(list);
  return std::ranges::find(words, word) != words.end();
}

// The number that ends a line or fills it.
std::optional<Identifier> number_of_banner(std::string_view text, const Profile& profile) {
  if (text.size() > kLongestBanner || text.ends_with('.')) return {};
  std::optional<Identifier> whole = profile.grammar.parse(text);
  if (whole && bears_number(*whole, profile)) return whole;
  for (const Identifier& found : profile.grammar.scan(text)) {
    const std::string_view after = text.substr(found.where.end);
    // "- PUBLIC" behind a number only says who may read the document.
    const bool at_end = trim(after).empty() || matches_wording("after-number", after, profile);
    const bool at_column = after.starts_with('\t') || after.starts_with(kColumnGap);
    const std::string_view before = text.substr(0, found.where.begin);
    if (!(at_end || at_column) || !introduces_number(before) || !bears_number(found, profile)) {
      continue;
    }
    // "Rapporteur Q6/13" is no number of the paper that it sends in.
    const bool alone = trim(before).empty() || before.ends_with('\t') || before.ends_with("  ");
    const IdentifierFamily* const family = profile.grammar.family(found.family);
    if (alone || !is_list_member(profile, "no-own-number", family->names)) return found;
  }
  return {};
}

// The part of a line that can hold the document's own number: all of it, or what stands in a
// second column behind a label. "Response to: ..." names another document.
std::string_view banner_of(const HeadLine& line, const Profile& profile) {
  const auto found = labelled(line.text, profile, false);
  if (!found || found->name == "number") return line.text;
  const std::size_t gap = found->value.find(kColumnGap);
  return gap == std::string_view::npos ? std::string_view() : trim(found->value.substr(gap));
}

TextRange range_in(const Document& doc, const HeadLine& line, const Identifier& identifier) {
  const auto at = static_cast<std::size_t>(line.text.data() - doc.text().data());
  const std::size_t begin = line.text.find(identifier.as_written);
  if (begin == std::string_view::npos) return {};
  const auto first = static_cast<std::uint32_t>(at + begin);
  return {first, first + static_cast<std::uint32_t>(identifier.as_written.size())};
}

// "G.9971" and "Amendment 2" below it, on a cover: one number. None where the lines say no such
// thing.
std::optional<Identifier> changed(const Identifier& number, std::span<const HeadLine> below,
                                  const Profile& profile) {
  for (const HeadLine& line : below.first(std::min(below.size(), kLinesOfCover))) {
    for (const std::string& change : profile.identity.list("changes")) {
      const std::size_t blank = change.find(' ');
      const std::string_view word = std::string_view(change).substr(0, blank);
      if (!line.text.starts_with(word) || line.text.size() == word.size()) continue;
      const std::string count = collapse(line.text.substr(word.size()));
      if (!std::ranges::all_of(count, is_digit)) continue;
      std::optional<Identifier> both =
          profile.grammar.parse(number.as_written + change.substr(blank) + count);
      if (both && both->family == number.family) return both;
    }
  }
  return {};
}

// The number in the first of some lines, or begun in it: "Addendum 16 to", "Document 48-E".
std::optional<Identifier> number_in(const Document& doc, std::span<const HeadLine> lines,
                                    const Profile& profile) {
  const HeadLine& line = lines.front();
  if (lines.size() > 1 && begins_number(line.text, profile)) {
    const std::string both = collapse(line.text) + " " + std::string(lines[1].text);
    if (std::optional<Identifier> found = number_of_banner(both, profile)) {
      found->where = {};
      return found;
    }
  }
  std::optional<Identifier> found = number_of_banner(banner_of(line, profile), profile);
  if (!found) return found;
  const TextRange where = range_in(doc, line, *found);
  if (std::optional<Identifier> both = changed(*found, lines.subspan(1), profile)) {
    found = std::move(both);
  }
  found->where = where;
  return found;
}

// Whether the first of some lines stands in its row or cell behind a label that is not the
// number's: "Base text:". Of several labels in one cell it is not known whose value it is.
bool is_value(const Document& doc, const std::vector<HeadLine>& head, std::size_t at,
              const Profile& profile) {
  if (at == 0) return false;
  const HeadLine& line = head[at];
  const HeadLine& before = head[at - 1];
  if (!before.cell || !line.cell) return false;
  if (at > 1 && head[at - 2].cell == before.cell) return false;
  const Cell& label = doc.cell(before.cell);
  const Cell& value = doc.cell(line.cell);
  if (label.table != value.table || label.row != value.row) return false;
  const auto found = labelled(before.text, profile, true);
  return found && found->value.empty() && found->name != "number" && found->name != "type";
}

std::optional<Identifier> from_head(const Document& doc, const std::vector<HeadLine>& head,
                                    const Profile& profile, bool page_header) {
  std::size_t lines = 0;
  bool prose = false;
  for (std::size_t i = 0; i < head.size(); ++i) {
    const HeadLine& line = head[i];
    if (line.in_page_header != page_header) continue;
    // A number after the first sentence is one that the document cites.
    prose =
        prose || (!line.cell && (line.text.size() > kLongestBanner || line.text.ends_with('.')));
    if (prose || ++lines > kBannerLines * (line.cell ? 3 : 1)) break;
    if (is_value(doc, head, i, profile)) continue;
    std::optional<Identifier> found = number_in(doc, std::span(head).subspan(i), profile);
    if (found) return found;
  }
  return {};
}

std::optional<Identifier> from_cover(const std::vector<CoverField>& cover, const Profile& profile) {
  for (const std::string_view name : {"number", "type"}) {
    const std::string_view value = cover_value(cover, name);
    if (value.empty()) continue;
    if (std::optional<Identifier> whole = profile.grammar.parse(value)) return whole;
    if (name == "type") continue;
    for (Identifier& found : profile.grammar.scan(value)) {
      if (bears_number(found, profile)) return std::move(found);
    }
  }
  return {};
}

std::string_view file_name_of(const Document& doc) {
  const std::string_view path(doc.path());
  return path.substr(path.find_last_of('/') + 1);
}

// What the name of a file stands for by the rules of its body: "T17-SG13-C-0123!!MSW-E.docx".
std::optional<Identifier> from_formal_name(const Document& doc, const Profile& profile) {
  const std::optional<Identifier> file = profile.grammar.parse(file_name_of(doc));
  return file ? profile.grammar.meant_by(*file) : std::nullopt;
}

// The number that words follow: "11-26-0345-02-00bn-minutes-of-march".
std::optional<Identifier> before_words(std::string_view stem, const Profile& profile) {
  for (std::size_t end = stem.find_last_of("-_ "); end != stem.npos && end > 0;
       end = stem.find_last_of("-_ ", end - 1)) {
    if (end + 1 >= stem.size() || !is_alpha(stem[end + 1])) continue;
    std::optional<Identifier> found = profile.grammar.parse(stem.substr(0, end));
    if (found && bears_number(*found, profile)) return found;
  }
  return {};
}

std::optional<Identifier> from_free_name(const Document& doc, const Profile& profile) {
  const std::string_view name = file_name_of(doc);
  const std::string_view stem = name.substr(0, name.rfind('.'));
  std::string blanks(stem);
  std::ranges::replace(blanks, '_', ' ');
  for (const std::string_view form : {stem, std::string_view(blanks)}) {
    std::optional<Identifier> whole = profile.grammar.parse(form);
    if (whole && bears_number(*whole, profile)) return whole;
  }
  for (const Identifier& found : profile.grammar.scan(blanks)) {
    if (found.where.begin == 0 && bears_number(found, profile)) return found;
  }
  return before_words(stem, profile);
}

bool names_annex(std::string_view text) {
  for (std::size_t at = text.find(' '); at != text.npos; at = text.find(' ', at + 1)) {
    if (starts_with_ignoring_case(text.substr(at), kAnnexWord)) return true;
  }
  return false;
}

// The numbers of the parts that a head lists: "Part I: Document 24".
std::vector<std::string> numbers_of_parts(const std::vector<HeadLine>& head,
                                          const Profile& profile) {
  std::vector<std::string> numbers;
  for (const HeadLine& line : head) {
    for (const Pattern& pattern : profile.identity.named("part")) {
      std::string number;
      if (re2::RE2::PartialMatch(line.text, pattern.expression.in(line.text), &number)) {
        numbers.push_back(std::move(number));
      }
    }
  }
  return numbers;
}

// A text in parts that cites "WTSA-24 C24 Annex 2.2" and lists document 24 as one of its parts is
// that part: parts number their annexes through.
std::optional<Identifier> from_parts(const Document& doc, const std::vector<HeadLine>& head,
                                     const Profile& profile) {
  const std::vector<std::string> parts = numbers_of_parts(head, profile);
  if (parts.empty()) return {};
  for (BlockId id{0}; id.index < doc.blocks().size(); ++id.index) {
    const std::string_view text = doc.text(id);
    if (!names_annex(text)) continue;
    for (Identifier& found : profile.grammar.scan(text)) {
      const bool listed = std::ranges::find(parts, found.field("number")) != parts.end();
      if (!listed || !bears_number(found, profile)) continue;
      if (!starts_with_ignoring_case(text.substr(found.where.end), kAnnexWord)) continue;
      const std::uint32_t begin = doc.block(id).text.begin;
      found.where = {begin + found.where.begin, begin + found.where.end};
      found.inferred = true;
      return std::move(found);
    }
  }
  return {};
}

}  // namespace

bool begins_number(std::string_view text, const Profile& profile) {
  return matches_wording("number-begins", text, profile);
}

// The group named by a text as its documents' numbers name it: "Study Group 13" -> "SG13".
std::string group_in(std::string_view text, const Profile& profile) {
  const Wording& wording = profile.identity;
  for (const Pattern& pattern : wording.named("group")) {
    std::string number;
    std::string name;
    if (!re2::RE2::PartialMatch(text, pattern.expression.in(text), &number, &name)) continue;
    if (number.empty()) return name;
    const std::vector<std::string>& prefix = wording.list("group-prefix");
    return (prefix.empty() ? "" : prefix.front()) + number;
  }
  return {};
}

namespace {

std::string own_group(const std::vector<HeadLine>& head, const std::vector<CoverField>& cover,
                      const Profile& profile) {
  std::string named = group_in(cover_value(cover, "group"), profile);
  if (!named.empty()) return named;
  for (const HeadLine& line : head) {
    if (!line.cell || labelled(line.text, profile, true)) continue;
    std::string found = group_in(line.text, profile);
    if (!found.empty()) return found;
  }
  return {};
}

// The conference whose papers a document is one of: "WTSA-24".
std::string own_assembly(const std::vector<HeadLine>& head, const Profile& profile) {
  for (const Pattern& pattern : profile.identity.named("assembly")) {
    for (const HeadLine& line : head) {
      std::string name;
      if (re2::RE2::PartialMatch(line.text, pattern.expression.in(line.text), &name)) return name;
    }
  }
  return {};
}

std::vector<NumberClaim> claims_of_head(const Document& doc, const std::vector<HeadLine>& head,
                                        const Profile& profile,
                                        const std::vector<CoverField>& cover) {
  const IdentifierContext context{own_group(head, cover, profile), own_assembly(head, profile)};
  std::vector<NumberClaim> claims;
  const auto add = [&](const char* place, std::optional<Identifier> found, bool whole = true) {
    if (!found) return false;
    claims.push_back({place, profile.grammar.completed(std::move(*found), context), whole});
    return true;
  };
  add("head", from_head(doc, head, profile, false));
  add("cover", from_cover(cover, profile));
  add("page header", from_head(doc, head, profile, true));
  if (!add("file name", from_formal_name(doc, profile))) {
    add("file name", from_free_name(doc, profile), false);
  }
  if (claims.empty()) add("parts", from_parts(doc, head, profile));
  return claims;
}

}  // namespace

Identifier own_number(const Document& doc, const std::vector<HeadLine>& head,
                      const Profile& profile, const std::vector<CoverField>& cover) {
  const std::vector<NumberClaim> claims = claims_of_head(doc, head, profile, cover);
  return claims.empty() ? Identifier() : claims.front().number;
}

std::vector<NumberClaim> number_claims(const Document& doc, const Profile& profile) {
  return claims_of_head(doc, head_lines(doc, profile), profile, doc.identity().cover);
}

}  // namespace rapporteur
