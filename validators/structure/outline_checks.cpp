#include "validators/structure/outline_checks.hpp"

#include <algorithm>
#include <map>

#include "pipeline/text/words.hpp"
#include "validators/reading/outline_reading.hpp"
#include "validators/reading/scan.hpp"
#include "validators/reading/shared_scan.hpp"

namespace rapporteur {
namespace {

bool in_text(const Subject& in, std::string_view part) {
  for (const auto& [name, pattern] : in.config.table("in-text")) {
    if (name == part && found_in(in.doc.text(), pattern)) return true;
  }
  return false;
}

struct Ranked {
  const PartLine* line;
  std::size_t rank;  // the place in the order, from 1
};

// Headings of the first level in the body, each part once, where it stands first; a heading that
// is two of them is the first.
std::vector<Ranked> ranked(const Subject& in) {
  std::map<BlockId, Ranked> all;
  const std::vector<std::string>& order = in.config.list("order");
  for (std::size_t i = 0; i < order.size(); ++i) {
    for (const PartLine* line : in.shared.part_lines(order[i])) {
      if (!line->heading || line->number.find('.') != std::string::npos) continue;
      all.try_emplace(line->block, Ranked{line, i + 1});
    }
  }
  std::vector<Ranked> found;
  for (const auto& [block, one] : all) {
    const bool fresh = std::ranges::find(found, one.rank, &Ranked::rank) == found.end();
    if (fresh) found.push_back(one);
  }
  return found;
}

}  // namespace

void check_parts(const Subject& in, Report& report) {
  std::vector<std::string> missing;
  std::int64_t there = 0;
  for (const auto& [name, pattern] : in.config.table("parts")) {
    if (!in.shared.part_lines(pattern).empty() || in_text(in, name)) {
      ++there;
    } else {
      missing.push_back(name);
    }
  }
  if (missing.empty() || there < in.config.integer("least", 1)) return;
  report.add(BlockId{}, "there is no {}", join(missing, ", no "));
}

void check_part_order(const Subject& in, Report& report) {
  const std::vector<Ranked> found = ranked(in);
  if (found.size() < static_cast<std::size_t>(in.config.integer("least", 2))) return;
  const bool numbered = in.config.flag("numbered", false);
  std::size_t before = 0;
  for (const Ranked& one : found) {
    const std::string number = std::to_string(one.rank);
    if (one.rank < before) {
      report.add(one.line->block, "'{}' stands too late", one.line->title);
    } else if (numbered && !one.line->number.empty() && one.line->number != number) {
      report.add(one.line->block, "'{}' is clause {}, not {}", one.line->title, number,
                 one.line->number);
    }
    before = std::max(before, one.rank);
  }
}

}  // namespace rapporteur
