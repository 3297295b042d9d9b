#include "pipeline/run/work_order.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <string_view>

#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

constexpr std::size_t kMostTogether = 32;
constexpr std::uint64_t kMostBytesTogether = std::uint64_t{64} << 20;
constexpr std::array<std::string_view, 6> kConverted = {".doc", ".dot", ".rtf",
                                                        ".odt", ".ott", ".xml"};

bool may_be_converted(const Source& source) {
  if (!source.skip.empty() || source.fault) return false;
  const std::string name = lower_ascii(source.path);
  return std::ranges::any_of(kConverted, [&](auto end) { return name.ends_with(end); });
}

}  // namespace

std::vector<Work> work_order(const std::vector<Source>& sources, int jobs) {
  const auto together = static_cast<std::size_t>(std::ranges::count_if(sources, may_be_converted));
  const auto shares = static_cast<std::size_t>(std::max(jobs, 1));
  const std::size_t most =
      std::clamp<std::size_t>((together + shares - 1) / shares, 1, kMostTogether);
  std::vector<Work> order;
  Work group;
  const auto close = [&] {
    if (!group.sources.empty()) order.push_back(std::move(group));
    group = {};
  };
  for (std::size_t i = 0; i < sources.size(); ++i) {
    const std::uint64_t bytes = sources[i].bytes;
    if (!may_be_converted(sources[i])) {
      order.push_back({{i}, bytes});
      continue;
    }
    if (group.sources.size() == most || group.bytes + bytes > kMostBytesTogether) close();
    group.sources.push_back(i);
    group.bytes += bytes;
  }
  close();
  // A start of LibreOffice takes as long as reading many megabytes.
  std::ranges::stable_sort(order, std::ranges::greater(), [](const Work& work) {
    return work.bytes + (work.converts() ? kMostBytesTogether : 0);
  });
  return order;
}

}  // namespace rapporteur
