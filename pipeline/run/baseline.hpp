#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/model/results.hpp"

namespace rapporteur {

// One finding that was there when the baseline was taken. `fingerprint` decides; the rest is for
// people who read the file.
struct BaselineEntry {
  std::string fingerprint;
  std::string rule;
  std::string document;  // file name
  std::string quote;     // the words at fault, shortened

  friend auto operator<=>(const BaselineEntry&, const BaselineEntry&) = default;
};

using Baseline = std::vector<BaselineEntry>;

// Errors have file, line, column and the nearest valid key. `where` names the file.
Result<Baseline> parse_baseline(std::string_view json, const std::string& where);

// JSON, one entry a line, sorted by document, rule and fingerprint: the same findings give the
// same bytes.
std::string baseline_json(Baseline baseline);

// Marks the findings that the baseline knows, each entry once, and returns how many entries of
// documents that were read fit nothing any more. Suppressed findings stay suppressed.
std::size_t compare(Results& results, const Baseline& baseline);

// What the run found, suppressed findings and those about suppressions aside. Entries of documents
// that the run did not read are kept from `before`, unless it read a `whole` folder that has them
// no longer.
Baseline updated_baseline(const Results& results, const Baseline& before, bool whole);

}  // namespace rapporteur
