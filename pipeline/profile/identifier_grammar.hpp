#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/base/result.hpp"
#include "pipeline/model/identity.hpp"
#include "pipeline/profile/pattern.hpp"
#include "pipeline/profile/pattern_set.hpp"
#include "pipeline/profile/trigger_table.hpp"

namespace rapporteur {

// A list of identifiers that share their beginning: "Questions 10/9 and 1/16", "TSAG-R4-R7".
struct IdentifierList {
  Pattern head;            // what the items share; its groups are fields of each item
  Expression item;         // one item; its groups are the other fields
  bool infers = true;      // what the items leave out may come from the document
  bool needs_and = false;  // without "and" or a range the commas mean something else
};

// A spelling that is not right, but of which it is known what was meant. Its groups are fields.
struct Misspelling {
  Pattern pattern;
  std::string fault;  // "a comma is missing before the year"
};

// One family of identifiers. A format writes "{field}" ("{unpad field}": without
// leading zeros); a part in square brackets is left out when
// one of its fields is empty: "[{group}-]TD{number}[R{revision}]". A group "x_2" of a pattern is
// another way to write the field "x".
struct IdentifierFamily {
  Pattern pattern;       // full match; name is the family: "itu-t-td"
  std::string format;    // of the canonical form; empty: as written, white space collapsed
  std::string key;       // of what all revisions have in common; empty: the canonical form
  std::string body;      // "ITU-T"
  std::string reads_as;  // the family that its mentions belong to; "" for itself
  // How every mention begins: "#" stands for a digit, "@" for a capital letter, "*" for a run of
  // letters, digits and hyphens. Without one the family is not looked for in running text.
  std::vector<std::string> triggers;
  // What to do to fields before the canonical form is written: "unpad number" (no leading zeros),
  // "pad number 3", "upper group", "squeeze number" (no blanks), "prefix group SG" (before a mere
  // number), "strip group SG", "replace subset P PLEN", "default body WTSA" (when empty), "given
  // place Dubai body PP" (when the one has this value and the other none), "move document number
  // assembly" (to the second field, when the third has a value).
  std::vector<std::string> steps;
  std::vector<std::string> infer;  // fields that a citing document's own header may fill
  // Formats of the identifier that a file name stands for; the first that is one counts.
  std::vector<std::string> means;
  // What stands right before a mention: must match, must not match. Without one: anything.
  Expression after;
  Expression not_after;
  std::vector<IdentifierList> lists;
  std::vector<Misspelling> misspelt;
  // The kind of document that bears such a number; "" for what is no meeting document.
  std::string names;
};

// What the document says about itself that its mentions leave out.
struct IdentifierContext {
  std::string group;     // "SG13", "TSAG"; "" when unknown
  std::string assembly;  // "WTSA-24", in its own papers
};

// What a text that is no identifier was probably meant to be.
struct ReadTolerantly {
  Identifier meant;
  std::string fault;  // "the '-' after 'TD' does not belong there"
};

// Reads identifiers and finds them in text: all families of a profile in one automaton. Immutable
// once made; any number of threads may use it.
class IdentifierGrammar {
 public:
  IdentifierGrammar() = default;
  // `families` stay where they are as long as the grammar is used.
  static IdentifierGrammar from(std::span<const IdentifierFamily> families);

  // `text` as one whole identifier.
  std::optional<Identifier> parse(std::string_view text) const;
  // The same, of one family.
  std::optional<Identifier> parse_as(std::string_view family, std::string_view text) const;
  // What `text` was meant to be when it is none.
  std::optional<ReadTolerantly> parse_tolerantly(std::string_view text) const;
  // Every identifier in `text`, in order, lists and ranges expanded; `where` is in `text`.
  std::vector<Identifier> scan(std::string_view text, const IdentifierContext& context = {}) const;

  // The identifier that a file name such as "T17-SG13-C-0123!!MSW-E" stands for.
  std::optional<Identifier> meant_by(const Identifier& file_name) const;
  // With what the context adds. Marked as inferred when that is anything.
  Identifier completed(Identifier identifier, const IdentifierContext& context) const;
  // What all revisions of a document have in common: "SG13-TD329".
  std::string key(const Identifier& identifier) const;
  // As a file name without path and extension.
  static std::string file_name(const Identifier& identifier);
  // The family, or null.
  const IdentifierFamily* family(std::string_view name) const;
  std::span<const IdentifierFamily> families() const { return families_; }

 private:
  using Families = TriggerTable::Families;

  std::optional<Identifier> read(std::size_t family, std::string_view text) const;
  std::optional<Identifier> read_beginning(std::size_t family, std::string_view text) const;
  Identifier finished(std::size_t family, Identifier identifier) const;
  std::optional<Identifier> mention_at(std::string_view text, std::size_t at,
                                       const Families& families) const;
  std::vector<Identifier> list_at(std::string_view text, std::size_t at,
                                  const Families& families) const;
  std::vector<Identifier> items_of(std::size_t family, const IdentifierList& list,
                                   std::string_view text, std::size_t at) const;

  std::span<const IdentifierFamily> families_;
  std::vector<Expression> in_text_;  // by family: the pattern and what ends it
  PatternSet all_;                   // those of in_text_
  TriggerTable triggers_;
};

// `format` with the values of `fields`; "" when a field outside brackets is empty.
std::string format_fields(std::string_view format,
                          const std::vector<std::pair<std::string, std::string>>& fields);

}  // namespace rapporteur
