#include "emitters/roadmap_pictures.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>

#include "emitters/escape.hpp"
#include "emitters/roadmap_rules.hpp"
#include "pipeline/text/fold.hpp"
#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

// Lengths are pixels of a picture that is scaled to the width there is.
constexpr int kWidth = 960;
constexpr int kLabels = 210;  // names of lanes, on the left
constexpr int kMark = 9;      // between the centres of marks above one another
constexpr int kLaneGap = 12;
constexpr int kTop = 48;  // legend and years
constexpr int kBar = 22;
constexpr std::size_t kLabelBytes = 34;
constexpr std::size_t kStack = 24;  // marks above one another; more become a number

struct Stage {
  std::string_view name;
  std::string_view colour;  // readable on white and on near-black
};
constexpr Stage kStages[] = {{"planned", "#7f8c9b"},     {"at work", "#2f7ed8"},
                             {"in approval", "#b7791f"}, {"done", "#2e8b57"},
                             {"ended", "#c0504d"},       {"not stated", "#8e6bbf"}};

const Stage& stage_of(const Deliverable& entry) {
  const std::string stage = roadmap_rules().stage(entry.status);
  const auto* const found = std::ranges::find(kStages, stage, &Stage::name);
  return found == std::end(kStages) ? kStages[std::size(kStages) - 1] : *found;
}

// Months since the year 0 of "2031-03-05", "2031-03" or "2031"; none for another text.
std::optional<int> month_of(std::string_view date) {
  int year = 0;
  int month = 1;
  if (date.size() < 4 ||
      std::from_chars(date.data(), date.data() + 4, year).ptr != date.data() + 4) {
    return {};
  }
  if (date.size() >= 7 && date[4] == '-') {
    std::from_chars(date.data() + 5, date.data() + 7, month);
  }
  if (year < 1800 || 2200 < year || month < 1 || 12 < month) return {};
  return year * 12 + month - 1;
}

std::string lane_of(const Deliverable& entry) {
  const std::string name = std::string(trim(entry.body + ' ' + entry.group));
  return name.empty() ? "Body not stated" : name;
}

std::string shortened(std::string text) {
  if (text.size() <= kLabelBytes) return text;
  text.resize(valid_utf8_prefix(std::string_view(text).substr(0, kLabelBytes)));
  return text + "…";
}

std::string label(int x, int y, std::string_view anchor, const std::string& text) {
  return fmt::format(R"(<text x="{}" y="{}" text-anchor="{}">{}</text>)", x, y, anchor,
                     html_escaped(text));
}

std::string legend() {
  std::string out;
  int x = kLabels;
  for (const Stage& stage : kStages) {
    out += fmt::format(R"(<circle cx="{}" cy="12" r="5" fill="{}"/>)", x, stage.colour);
    out += label(x + 10, 16, "start", std::string(stage.name));
    x += 110;
  }
  return out;
}

std::string picture(int height, std::string_view title, const std::string& inside) {
  return fmt::format(
      R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {0} {1}" width="{0}" height="{1}" )"
      R"(role="img" font-family="sans-serif" font-size="12" fill="currentColor">)"
      R"(<title>{2}</title>{3}{4}</svg>)",
      kWidth, height, title, legend(), inside);
}

struct Mark {
  int month = 0;
  const Deliverable* entry = nullptr;
};
using Lanes = std::map<std::string, std::vector<Mark>>;

Lanes lanes_of(const std::vector<RoadmapRecord>& records) {
  Lanes lanes;
  for (const RoadmapRecord& record : records) {
    if (const std::optional<int> month = month_of(record.entry.date)) {
      lanes[lane_of(record.entry)].push_back({*month, &record.entry});
    }
  }
  return lanes;
}

// The months from the first to the last year, both whole.
class TimeScale {
 public:
  explicit TimeScale(const Lanes& lanes) {
    for (const auto& [name, marks] : lanes) {
      for (const Mark& mark : marks) {
        first_ = std::min(first_, mark.month / 12);
        last_ = std::max(last_, mark.month / 12);
      }
    }
  }
  int x(int month) const {
    const int months = (last_ + 1 - first_) * 12;
    return kLabels + (month - first_ * 12) * (kWidth - kLabels - 20) / months;
  }
  std::string grid(int height) const {
    std::string out;
    const int step = (last_ - first_) / 14 + 1;
    for (int year = first_; year <= last_ + 1; year += step) {
      const int at = x(year * 12);
      out += fmt::format(
          R"(<line x1="{0}" y1="{1}" x2="{0}" y2="{2}" stroke="currentColor" opacity=".2"/>)", at,
          kTop - 8, height);
      out += label(at, kTop - 14, "middle", std::to_string(year));
    }
    return out;
  }

 private:
  int first_ = 2200;
  int last_ = 1800;
};

std::string mark(const Deliverable& entry, int x, int y, const Labels& labels) {
  const std::string words = fmt::format(
      "{} {} ({}, {})", entry.number, entry.title,
      entry.status.empty() ? "status not stated" : label_of(entry.status, labels), entry.date);
  return fmt::format(R"(<circle cx="{}" cy="{}" r="4" fill="{}"><title>{}</title></circle>)", x, y,
                     stage_of(entry).colour, html_escaped(trim(words)));
}

// Draws a lane downwards from `top`; gives where it ends.
int draw_lane(const std::string& name, const std::vector<Mark>& marks, const TimeScale& scale,
              int top, const Labels& labels, std::string& out) {
  std::map<int, std::size_t> stacks;  // by month
  int end = top + kMark;
  for (const Mark& one : marks) {
    const std::size_t level = stacks[one.month]++;
    if (level >= kStack) continue;
    const int y = top + static_cast<int>(level) * kMark + kMark / 2;
    out += mark(*one.entry, scale.x(one.month), y, labels);
    end = std::max(end, y + kMark);
  }
  for (const auto& [month, count] : stacks) {
    if (count > kStack)
      out += label(scale.x(month), end + 8, "middle", fmt::format("+{}", count - kStack));
    if (count > kStack) end = std::max(end, end + 8);
  }
  out += label(kLabels - 10, top + kMark, "end", shortened(name));
  return end;
}

}  // namespace

std::string roadmap_timeline(const std::vector<RoadmapRecord>& records, const Labels& labels) {
  const Lanes lanes = lanes_of(records);
  if (lanes.empty()) return {};
  const TimeScale scale(lanes);
  std::string drawn;
  int y = kTop;
  for (const auto& [name, marks] : lanes) {
    y = draw_lane(name, marks, scale, y, labels, drawn) + kLaneGap;
  }
  return picture(y, "Deliverables by date and stage", scale.grid(y - kLaneGap) + drawn);
}

std::string roadmap_status_chart(const std::vector<RoadmapRecord>& records) {
  if (records.empty()) return {};
  std::map<std::string, std::map<std::string_view, int>> bodies;
  int longest = 1;
  for (const RoadmapRecord& record : records) {
    const std::string& body = record.entry.body;
    auto& counts = bodies[body.empty() ? "Body not stated" : body];
    ++counts[stage_of(record.entry).name];
    int sum = 0;
    for (const auto& [stage, count] : counts) sum += count;
    longest = std::max(longest, sum);
  }
  std::string drawn;
  int y = kTop - 12;
  for (const auto& [body, counts] : bodies) {
    drawn += label(kLabels - 10, y + 15, "end", shortened(body));
    int x = kLabels;
    int sum = 0;
    for (const Stage& stage : kStages) {
      const auto found = counts.find(stage.name);
      if (found == counts.end()) continue;
      const int width = std::max(2, found->second * (kWidth - kLabels - 60) / longest);
      drawn += fmt::format(
          R"(<rect x="{}" y="{}" width="{}" height="{}" fill="{}"><title>{}: {}</title></rect>)", x,
          y, width, kBar, stage.colour, stage.name, found->second);
      x += width;
      sum += found->second;
    }
    drawn += label(x + 6, y + 15, "start", std::to_string(sum));
    y += kBar + kLaneGap;
  }
  return picture(y, "Deliverables by body and stage", drawn);
}

}  // namespace rapporteur
