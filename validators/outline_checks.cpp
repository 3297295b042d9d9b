#include "validators/outline_checks.hpp"

#include <algorithm>

#include "pipeline/text/words.hpp"
#include "validators/outline_reading.hpp"
#include "validators/scan.hpp"
#include "validators/shared_scan.hpp"

namespace rapporteur {
namespace {

bool has_part(const std::vector<PartLine>& lines, const std::string& pattern) {
  return std::ranges::any_of(lines, [&](const PartLine& line) {
    return found_in(line.title, pattern) || found_in(line.number + " " + line.title, pattern);
  });
}

bool in_text(const Subject& in, std::string_view part) {
  for (const auto& [name, pattern] : in.config.table("in-text")) {
    if (name == part && found_in(in.doc.text(), pattern)) return true;
  }
  return false;
}

// The place in the order that a heading has, from 1; 0 when it is none of them.
std::size_t rank_of(const PartLine& line, const std::vector<std::string>& order) {
  for (std::size_t i = 0; i < order.size(); ++i) {
    if (found_in(line.title, order[i]) || found_in(line.number + " " + line.title, order[i])) {
      return i + 1;
    }
  }
  return 0;
}

struct Ranked {
  const PartLine* line;
  std::size_t rank;
};

// Headings of the first level in the body, each part once, where it stands first.
std::vector<Ranked> ranked(const Subject& in, const std::vector<PartLine>& lines) {
  std::vector<Ranked> found;
  const std::vector<std::string>& order = in.config.list("order");
  for (const PartLine& line : lines) {
    if (!line.heading || line.number.find('.') != std::string::npos) continue;
    const std::size_t rank = rank_of(line, order);
    if (rank > 0 && std::ranges::find(found, rank, &Ranked::rank) == found.end()) {
      found.push_back({&line, rank});
    }
  }
  return found;
}

}  // namespace

void check_parts(const Subject& in, Report& report) {
  const std::vector<PartLine>& lines = in.shared.part_lines();
  std::vector<std::string> missing;
  std::int64_t there = 0;
  for (const auto& [name, pattern] : in.config.table("parts")) {
    if (has_part(lines, pattern) || in_text(in, name)) {
      ++there;
    } else {
      missing.push_back(name);
    }
  }
  if (missing.empty() || there < in.config.integer("least", 1)) return;
  report.add(BlockId{}, "there is no {}", join(missing, ", no "));
}

void check_part_order(const Subject& in, Report& report) {
  const std::vector<PartLine>& lines = in.shared.part_lines();
  const std::vector<Ranked> found = ranked(in, lines);
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
