#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <variant>
#include <vector>

#include "pipeline/base/result.hpp"
#include "pipeline/model/document.hpp"
#include "pipeline/model/finding.hpp"
#include "pipeline/profile/identifier_grammar.hpp"
#include "pipeline/profile/organizations.hpp"
#include "pipeline/profile/pattern.hpp"
#include "pipeline/profile/pattern_set.hpp"

namespace rapporteur {

using StringTable = std::vector<std::pair<std::string, std::string>>;
using OptionValue =
    std::variant<bool, std::int64_t, std::string, std::vector<std::string>, StringTable>;

// A Word style name, "{level}" standing for a number, and the role it has.
struct StyleRole {
  BlockKind role = BlockKind::paragraph;
  std::string style;
  std::uint8_t level = 0;  // for styles without {level}
};

// A sign that a document is of this body, or of this kind: a pattern looked for in one place.
enum class ClueWhere : std::uint8_t {
  path,     // the file name
  head,     // the first blocks of the document, cover and header parts included
  heading,  // any heading
  style,    // a style name in use
  text,     // anywhere
  title,    // the document's own title; for kinds only
};
struct Clue {
  ClueWhere where = ClueWhere::head;
  int weight = 0;  // negative ones speak against
  Pattern find;
};

struct DocumentKind {
  std::string id;    // "liaison-statement"
  std::string name;  // "liaison statement"
  std::vector<Clue> clues;
};

// How a rule is set by a profile. An absent rule is off.
struct RuleConfig {
  bool enabled = true;
  std::optional<Severity> severity;
  std::string source;              // the clause of the drafting rules it enforces
  std::vector<std::string> kinds;  // document kinds it runs on; empty: the rule's own, or all
  std::map<std::string, OptionValue, std::less<>> options;
  std::map<std::string, Origin, std::less<>> option_origins;
  Origin origin;

  // The option, or the fallback when the profile does not set it (or sets another type).
  std::int64_t integer(std::string_view option, std::int64_t fallback) const;
  bool flag(std::string_view option, bool fallback) const;
  std::string text(std::string_view option, std::string_view fallback) const;
  const std::vector<std::string>& list(std::string_view option) const;
  const StringTable& table(std::string_view option) const;
};

// A rule that is only a pattern: data, not code.
struct PatternRule {
  std::string id;
  std::string group;
  Severity severity = Severity::warning;
  std::string summary;
  std::string source;
  std::vector<std::string> kinds;   // document kinds; empty: all
  std::vector<std::string> scopes;  // "front" "body" "annex" "table" "note" "heading"; empty: all
  Pattern find;
  std::vector<Expression> except;  // a hit that lies inside a match of one of these is no hit
  std::string message;             // {match} and named groups may stand in it
  std::string replacement;         // what to write instead, or ""
  std::string doc;                 // the page, with ```fail and ```pass examples
  bool enabled = true;
  Origin origin;
};

// Rules of the catalogue that are not checked, and why.
struct RuleGap {
  std::vector<std::string> rules;
  std::string reason;
};

// The words of one extractor in one body's documents: lists and patterns under names that the
// extractor declares.
struct Wording {
  std::map<std::string, std::vector<std::string>, std::less<>> lists;
  std::map<std::string, Origin, std::less<>> list_origins;
  std::vector<Pattern> patterns;  // those of one name side by side, names in order

  const std::vector<std::string>& list(std::string_view name) const;
  // The patterns of that name, in the profile's order.
  Patterns named(std::string_view name) const;
  // To be called when `patterns` are complete, in any order of names.
  void arrange();

 private:
  struct Group {  // the patterns of a name
    std::size_t first;
    std::size_t size;
    const PatternSet* together;
  };
  // Extractors ask for patterns some hundred thousand times for one long document, and the names of
  // one wording differ in their length and few letters.
  struct NameHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view name) const {
      if (name.empty()) return 0;
      std::size_t hash = name.size();
      for (const char c : {name.front(), name[name.size() / 2], name.back()}) {
        hash = hash * 31 + static_cast<unsigned char>(c);
      }
      return hash;
    }
  };
  std::unordered_map<std::string, Group, NameHash, std::equal_to<>> groups_;
};

// How a body writes the parts of a document that have no style of their own.
struct Structure {
  std::vector<Pattern> annexes;    // first group "label"; matched on a whole line
  std::vector<Pattern> divisions;  // the same for parts that are numbered by a word: "Article 4"
  // Groups "label" ("Table 3.1"), within it "table" or "figure", and optionally "title".
  std::vector<Pattern> captions;
  std::vector<Pattern> continued;       // a caption that repeats the one before: "Table 3 (cont.)"
  std::vector<Pattern> quoted;          // a line that says that another text is quoted below
  std::vector<Pattern> excerpts;        // a line below which passages of another text are shown
  std::vector<Pattern> excerpt_ends;    // a line above which they end
  std::vector<Pattern> attached;        // the line below an annex that says it is another text's
  std::vector<Pattern> plain;           // a short line that stands like a heading and is none
  std::vector<Pattern> references;      // heading of a clause of references
  std::vector<Pattern> bibliographies;  // of one that is not normative
  std::vector<Pattern> no_references;   // the beginning of a sentence about references
  std::vector<Pattern> summaries;       // heading of a front clause
};

// Everything that differs between standards bodies, from profiles/<name>.toml and what it extends.
struct Profile {
  std::string name;
  std::string title;
  std::vector<Clue> detect;
  std::vector<StyleRole> styles;
  Structure structure;
  std::vector<IdentifierFamily> identifiers;
  IdentifierGrammar grammar;  // made of `identifiers`; reads and finds them
  Organizations organizations;
  std::vector<DocumentKind> kinds;
  std::vector<std::pair<std::string, std::vector<std::string>>> cover;  // field name -> labels
  Wording identity;  // words of heads and covers: "title", "no-title", "before-title", "group"
  std::map<std::string, RuleConfig, std::less<>> rules;
  std::vector<PatternRule> pattern_rules;
  PatternSet rule_patterns;  // those of `pattern_rules` without literals, in their order
  std::vector<RuleGap> gaps;
  std::map<std::string, Wording, std::less<>> wording;  // by extractor id

  const Wording& wording_of(std::string_view extractor) const;
};

// What no body's signs fit is read with this one.
inline constexpr std::string_view kFallbackProfile = "base";

// Where profiles come from: those compiled in, and a folder of the user's that goes first.
class ProfileSource {
 public:
  explicit ProfileSource(std::filesystem::path folder = {}) : folder_(std::move(folder)) {}

  // Names of all profiles that can be loaded, sorted.
  std::vector<std::string> names() const;
  // The profile for words that name no body and stand in no document: the one that says
  // `default = true`, the user's before those compiled in; "base" when none says so.
  std::string default_name() const;
  // The profile with everything it inherits. Errors name file, line and column, and the nearest
  // valid key or name.
  Result<Profile> load(std::string_view name) const;
  // A profile from text, for tests and `profile check`; what it extends comes from this source.
  Result<Profile> parse(std::string_view toml, std::string_view file) const;

 private:
  std::filesystem::path folder_;
};

// A sample of a pattern that does not behave as the profile says.
struct SampleFailure {
  Origin origin;
  std::string what;  // "identifier itu-t-td: accepts 'TD 4' but does not match"
};
std::vector<SampleFailure> check_samples(const Profile& profile);

}  // namespace rapporteur
