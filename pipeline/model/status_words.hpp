#pragma once

#include <string_view>

namespace rapporteur {

// A pattern of [extract.roadmap] and the status of the common scale that its words tell.
struct StatusWords {
  std::string_view pattern;
  std::string_view status;
};

// In the order in which they are tried: first the words that hold those of another status
// ("approved for publication", "PAR approved"), then what is yet to come.
inline constexpr StatusWords kStatusWords[] = {
    {"sure-proposed", "proposed"},       {"sure-last-call", "last-call"},
    {"sure-approved", "approved"},       {"not-yet", "draft"},
    {"status-withdrawn", "withdrawn"},   {"status-deleted", "deleted"},
    {"status-superseded", "superseded"}, {"status-in-force", "in-force"},
    {"status-published", "published"},   {"status-approved", "approved"},
    {"status-consented", "consented"},   {"status-determined", "determined"},
    {"status-last-call", "last-call"},   {"status-draft", "draft"},
    {"status-proposed", "proposed"}};

}  // namespace rapporteur
