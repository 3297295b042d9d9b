#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "extractors/reading/document_scan.hpp"
#include "pipeline/model/document.hpp"
#include "pipeline/model/fact.hpp"
#include "pipeline/profile/profile.hpp"

namespace rapporteur {

// Where an extractor puts what it read.
class Facts {
 public:
  // `where` is the words (a range of the document's text); empty: the whole block. `pattern` names
  // the wording or the table shape that fired.
  void add(FactValue value, BlockId block, TextRange where, std::string pattern,
           int confidence = 100, std::string reason = {});
  std::vector<Fact>& all() { return facts_; }

 private:
  std::vector<Fact> facts_;
};

// Where an extractor looks for a pattern: in every block, in header cells (names that end in
// "-column"), or in words it has found before. The first two are looked for in one pass by
// DocumentScan.
enum class LookIn : std::uint8_t { words, blocks, headers };

// A list or pattern name that an extractor reads from [extract.<id>] of a profile.
struct WordingKey {
  std::string_view name;
  std::string_view help;  // one line: what it means, which named groups are used
  LookIn look_in = LookIn::words;

  LookIn place() const { return name.ends_with("-column") ? LookIn::headers : look_in; }
};

// What every extractor may have: words of passages that look like its facts
// (extractors/leftovers.hpp).
inline constexpr std::string_view kLooksLike = "looks-like";

// One kind of fact. A pure function of document and profile, which a scan brings together.
//
// `doc` is Markdown with pairs of blocks: ```document (sketch notation, `%profile itu-t` chooses
// the profile) and ```facts, one JSON object a line with the members that must be equal; the tests
// run each pair and allow no further fact of this extractor's.
struct Extractor {
  std::string_view id;  // also the profile's section: "positions"
  std::string_view summary;
  void (*extract)(const DocumentScan&, const Wording&, Facts&);
  std::string_view doc;
  std::span<const WordingKey> lists = {};
  std::span<const WordingKey> patterns = {};
};

std::span<const Extractor* const> all_extractors();
const Extractor* find_extractor(std::string_view id);

// The facts of all extractors (or of those named), sorted by place.
std::vector<Fact> extract(const DocumentScan& scan, std::span<const std::string> only = {});
std::vector<Fact> extract(const Document& doc, const Profile& profile,
                          std::span<const std::string> only = {});

// Sections, lists and patterns of [extract.*] that no extractor reads, each with its place.
std::vector<Error> check_wording(const Profile& profile);

}  // namespace rapporteur
