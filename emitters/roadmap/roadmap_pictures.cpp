#include "emitters/roadmap/roadmap_pictures.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>

#include "emitters/roadmap/roadmap_rules.hpp"
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
constexpr std::size_t kNamed = 45;  // marks that each get a row and their number
constexpr int kRow = 14;

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

Picture begun(std::string title) {
  Picture picture = {kWidth, 0, std::move(title), {}};
  int x = kLabels;
  for (const Stage& stage : kStages) {
    picture.shapes.emplace_back(PictureDot{x, 12, 5, std::string(stage.colour), ""});
    picture.shapes.emplace_back(PictureText{x + 10, 16, Align::start, std::string(stage.name)});
    x += 110;
  }
  return picture;
}

struct Mark {
  int month = 0;
  const Deliverable* entry = nullptr;
};
using Lanes = std::map<std::string, std::vector<Mark>, decltype(&natural_less)>;

Lanes lanes_of(const std::vector<RoadmapRecord>& records) {
  Lanes lanes(natural_less);
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
  void draw_grid(int height, Picture& picture) const {
    const int step = (last_ - first_) / 14 + 1;
    for (int year = first_; year <= last_ + 1; year += step) {
      const int at = x(year * 12);
      picture.shapes.emplace_back(PictureLine{at, kTop - 8, at, height});
      picture.shapes.emplace_back(PictureText{at, kTop - 14, Align::middle, std::to_string(year)});
    }
  }

 private:
  int first_ = 2200;
  int last_ = 1800;
};

PictureDot dot(const Deliverable& entry, int x, int y, const Labels& labels) {
  const std::string words = fmt::format(
      "{} {} ({}, {})", entry.number, entry.title,
      entry.status.empty() ? "status not stated" : label_of(entry.status, labels), entry.date);
  return {x, y, 4, std::string(stage_of(entry).colour), std::string(trim(words))};
}

class Timeline {
 public:
  Timeline(const Lanes& lanes, const Labels& labels)
      : lanes_(lanes),
        labels_(labels),
        scale_(lanes),
        picture_(begun("Deliverables by date and stage")) {}

  Picture draw() {
    std::size_t count = 0;
    for (const auto& [name, marks] : lanes_) count += marks.size();
    picture_.height = kTop;
    for (const auto& [name, marks] : lanes_) {
      const int top = picture_.height;
      const int end = count <= kNamed ? named(marks, top) : stacked(marks, top);
      picture_.shapes.emplace_back(
          PictureText{kLabels - 10, top + kMark, Align::end, shortened(name)});
      picture_.height = end + kLaneGap;
    }
    scale_.draw_grid(picture_.height - kLaneGap, picture_);
    return std::move(picture_);
  }

 private:
  // One below the other, each with its number beside it; gives where they end.
  int named(std::vector<Mark> marks, int top) {
    std::ranges::stable_sort(marks, {}, &Mark::month);
    for (const Mark& mark : marks) {
      const std::string name =
          shortened(mark.entry->number.empty() ? mark.entry->title : mark.entry->number);
      const int x = scale_.x(mark.month);
      const bool fits = x + 10 + text_width(name) <= kWidth;
      picture_.shapes.emplace_back(dot(*mark.entry, x, top + kRow / 2, labels_));
      picture_.shapes.emplace_back(PictureText{fits ? x + 8 : x - 8, top + kRow / 2 + 4,
                                               fits ? Align::start : Align::end, name});
      top += kRow;
    }
    return top;
  }

  // Those of one month above one another.
  int stacked(const std::vector<Mark>& marks, int top) {
    std::map<int, std::size_t> stacks;  // by month
    int end = top + kMark;
    for (const Mark& mark : marks) {
      const std::size_t level = stacks[mark.month]++;
      if (level >= kStack) continue;
      const int y = top + static_cast<int>(level) * kMark + kMark / 2;
      picture_.shapes.emplace_back(dot(*mark.entry, scale_.x(mark.month), y, labels_));
      end = std::max(end, y + kMark);
    }
    bool is_cut = false;
    for (const auto& [month, count] : stacks) {
      if (count <= kStack) continue;
      picture_.shapes.emplace_back(
          PictureText{scale_.x(month), end + 8, Align::middle, fmt::format("+{}", count - kStack)});
      is_cut = true;
    }
    return is_cut ? end + 8 : end;
  }

  const Lanes& lanes_;
  const Labels& labels_;
  TimeScale scale_;
  Picture picture_;
};

using Counts = std::map<std::string_view, int>;  // by name of a stage

// One bar; `longest` records fill the width.
void draw_bar(const Counts& counts, int longest, int y, Picture& picture) {
  int x = kLabels;
  int sum = 0;
  for (const Stage& stage : kStages) {
    const auto found = counts.find(stage.name);
    if (found == counts.end()) continue;
    const int width = std::max(2, found->second * (kWidth - kLabels - 60) / longest);
    picture.shapes.emplace_back(PictureBox{x, y, width, kBar, std::string(stage.colour),
                                           fmt::format("{}: {}", stage.name, found->second)});
    x += width;
    sum += found->second;
  }
  picture.shapes.emplace_back(PictureText{x + 6, y + 15, Align::start, std::to_string(sum)});
}

}  // namespace

Picture roadmap_timeline(const std::vector<RoadmapRecord>& records, const Labels& labels) {
  const Lanes lanes = lanes_of(records);
  if (lanes.empty()) return {};
  return Timeline(lanes, labels).draw();
}

Picture roadmap_status_chart(const std::vector<RoadmapRecord>& records) {
  if (records.empty()) return {};
  std::map<std::string, Counts> bodies;
  int longest = 1;
  for (const RoadmapRecord& record : records) {
    const std::string& body = record.entry.body;
    Counts& counts = bodies[body.empty() ? "Body not stated" : body];
    ++counts[stage_of(record.entry).name];
    int sum = 0;
    for (const auto& [stage, count] : counts) sum += count;
    longest = std::max(longest, sum);
  }
  Picture picture = begun("Deliverables by body and stage");
  picture.height = kTop - 12;
  for (const auto& [body, counts] : bodies) {
    picture.shapes.emplace_back(
        PictureText{kLabels - 10, picture.height + 15, Align::end, shortened(body)});
    draw_bar(counts, longest, picture.height, picture);
    picture.height += kBar + kLaneGap;
  }
  return picture;
}

}  // namespace rapporteur
