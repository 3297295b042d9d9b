#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <span>

#include "emitters/base/report_words.hpp"
#include "emitters/roadmap/roadmap_changes.hpp"
#include "emitters/roadmap/roadmap_names.hpp"
#include "emitters/roadmap/roadmap_pictures.hpp"
#include "emitters/roadmap/roadmap_rules.hpp"
#include "emitters/roadmap/roadmap_table.hpp"
#include "emitters/view/view_groups.hpp"
#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

// Pixels of a picture that a row of small text is wide on a page turned sideways.
constexpr int kRowWidth = 1080;
constexpr int kCellMargin = 16;
constexpr int kWidestWord = 130;  // wider ones, such as addresses, may break

// How wide the widest word is, so that none need break.
int word_width(std::string_view text) {
  int widest = 0;
  for (const std::string_view word : words(text)) widest = std::max(widest, text_width(word));
  return std::min(widest, kWidestWord);
}

// How many parts of the width that is left a column takes.
int share_of(std::string_view member) {
  if (member == "title") return 3;
  return member == "sources" ? 2 : 0;
}

// What a record or a change is called in a list.
std::string name_of(const Deliverable& entry) {
  return entry.number.empty() ? entry.title : entry.number;
}

// Which columns a table of records needs: those that make it a roadmap, and those in which any
// record says something.
struct Columns {
  std::vector<bool> shown;  // by column of a deliverable
  Shown titles;
  std::string widths;
};

// Room for every word, and what is left for what is written in sentences.
std::string widths_of(const std::vector<std::string>& names, std::vector<int> widths) {
  int left = kRowWidth;
  int shares = 0;
  for (std::size_t i = 0; i < names.size(); ++i) {
    left -= widths[i] + kCellMargin;
    shares += share_of(names[i]);
  }
  std::string out;
  for (std::size_t i = 0; i < names.size(); ++i) {
    const int more = shares == 0 ? 0 : std::max(left, 0) * share_of(names[i]) / shares;
    out += fmt::format("{}{}", out.empty() ? "" : " ", widths[i] + kCellMargin + more);
  }
  return out;
}

Columns columns_of(std::span<const RoadmapRecord> records) {
  const std::vector<std::string> all = deliverable_columns();
  static constexpr std::string_view kAlways[] = {"body", "number", "title", "status"};
  Columns columns = {std::vector<bool>(all.size(), false), Shown::List(), ""};
  std::vector<int> widest(all.size(), 0);
  for (std::size_t i = 0; i < all.size(); ++i) {
    columns.shown[i] = std::ranges::find(kAlways, all[i]) != std::end(kAlways);
    widest[i] = word_width(column_title(all[i])) * 11 / 10;  // bold
  }
  for (const RoadmapRecord& record : records) {
    const std::vector<std::string> cells = deliverable_cells(record.entry);
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (cells[i].empty()) continue;
      columns.shown[i] = true;
      widest[i] = std::max(widest[i], word_width(cells[i]));
    }
  }
  std::vector<std::string> names;
  std::vector<int> widths;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (!columns.shown[i]) continue;
    columns.titles.add(Shown{{"name", all[i]}, {"title", column_title(all[i])}});
    names.push_back(all[i]);
    widths.push_back(widest[i]);
  }
  columns.widths = widths_of(names, std::move(widths));
  return columns;
}

class RoadmapView {
 public:
  RoadmapView(const Results& results, const std::vector<RoadmapRecord>& records,
              const Labels& labels)
      : results_(results), records_(records), labels_(labels) {}

  Shown view() const {
    const Columns columns = columns_of(records_);
    Shown view = {
        {"columns", columns.titles},
        {"widths", columns.widths},
        {"bodies", by_body()},
        {"categories", grouped(&Deliverable::category)},
        {"statuses", by_status()},
        {"conflicts", conflicts()},
        {"changes", changes()},
        {"is_compared", results_.roadmap_before.has_value()},
        {"gaps", gaps()},
        {"gap_groups", gap_groups()},
        {"overlaps", overlaps()},
        {"count", std::to_string(records_.size())},
        {"count_text", quantity(records_.size(), "deliverable")},
    };
    add_picture(roadmap_timeline(records_, labels_), "timeline", view);
    add_picture(roadmap_status_chart(records_), "status", view);
    add_questions(view);
    return view;
  }

 private:
  // For pages, and for the markup of Word documents.
  static void add_picture(const Picture& picture, const std::string& name, Shown& view) {
    const bool is_empty = picture.shapes.empty();
    view.set(name + "_svg", is_empty ? "" : svg(picture));
    view.set(name + "_picture", is_empty ? "" : emf_address(picture));
  }

  std::string status_text(const std::string& status) const {
    return status.empty() ? std::string() : label_of(status, labels_);
  }

  Shown brief(const Deliverable& entry) const {
    return {{"name", name_of(entry)}, {"number", entry.number},
            {"title", entry.title},   {"body", entry.body},
            {"group", entry.group},   {"status_label", status_text(entry.status)},
            {"date", entry.date}};
  }

  Shown full(const Deliverable& entry, const Columns& columns) const {
    Shown::List cells;
    std::size_t column = 0;
    entry.fields([&](std::string_view name, const std::string& value) {
      if (!columns.shown[column++]) return;
      std::string text = value;
      if (name == "status") std::ranges::replace(text, '-', ' ');
      cells.emplace_back(std::move(text));
    });
    Shown view = brief(entry);
    view.set("cells", std::move(cells));
    return view;
  }

  // Records are sorted by body.
  Shown by_body() const {
    Shown::List groups;
    for (std::size_t begin = 0; begin < records_.size();) {
      const std::string& body = records_[begin].entry.body;
      std::size_t end = begin;
      while (end < records_.size() && records_[end].entry.body == body) ++end;
      const std::span<const RoadmapRecord> own = std::span(records_).subspan(begin, end - begin);
      const Columns columns = columns_of(own);
      Shown::List rows;
      for (const RoadmapRecord& record : own) rows.push_back(full(record.entry, columns));
      groups.push_back(Shown{{"body", body},
                             {"heading", body.empty() ? "Body not stated" : body},
                             {"columns", columns.titles},
                             {"widths", columns.widths},
                             {"count", std::to_string(own.size())},
                             {"records", std::move(rows)}});
      begin = end;
    }
    return groups;
  }

  // Records that state a member, by what they state.
  Shown::List grouped(std::string Deliverable::*member) const {
    std::map<std::string, Shown::List> groups;
    for (const RoadmapRecord& record : records_) {
      const std::string& value = record.entry.*member;
      if (!value.empty()) groups[value].push_back(brief(record.entry));
    }
    Shown::List out;
    for (auto& [heading, members] : groups) {
      Shown group = group_of(std::move(members));
      group.set("heading", heading);
      out.push_back(std::move(group));
    }
    return out;
  }

  static Shown group_of(Shown::List records) {
    std::vector<std::string> names;
    for (const Shown& record : records) names.push_back(record.text("name"));
    return {{"count", std::to_string(records.size())},
            {"names_text", join(names, ", ")},
            {"records", std::move(records)}};
  }

  // In the order of the scale; what is not on it comes last.
  Shown by_status() const {
    Shown::List groups = grouped(&Deliverable::status);
    std::ranges::stable_sort(
        groups, {}, [](const Shown& group) { return roadmap_rules().rank(group.text("heading")); });
    for (Shown& group : groups) group.set("heading", status_text(group.text("heading")));
    return groups;
  }

  Shown conflicts() const {
    Shown::List out;
    for (const RoadmapRecord& record : records_) {
      for (const RoadmapConflict& conflict : record.conflicts) {
        const bool is_status = conflict.field == "status";
        Shown view = brief(record.entry);
        view.set("field", conflict.field);
        view.set("kept", is_status ? status_text(conflict.kept) : conflict.kept);
        view.set("other", is_status ? status_text(conflict.other) : conflict.other);
        view.set("stated_in", conflict.source_text);
        out.push_back(std::move(view));
      }
    }
    return out;
  }

  std::string change_text(const RoadmapChange& change) const {
    const auto shown = [&](const std::string& status) {
      return status.empty() ? std::string("not stated") : status_text(status);
    };
    if (change.what == "new") return "new";
    if (change.what == "gone") return "no longer listed";
    if (change.what == "title") return "retitled; it was “" + change.from + "”";
    if (change.what == "number")
      return "number was " + (change.from.empty() ? "not stated" : change.from);
    if (change.what == "edition") return "edition was " + change.from;
    if (change.what == "date")
      return "date was " + (change.from.empty() ? "not stated" : change.from);
    return "status was " + shown(change.from);
  }

  // All that changed about a deliverable stands in one place.
  Shown changes() const {
    Shown::List out;
    std::string last;
    if (!results_.roadmap_before) return out;
    for (const RoadmapChange& change : roadmap_changes(records_, *results_.roadmap_before)) {
      const std::string key = roadmap_key(change.entry);
      if (!out.empty() && key == last) {
        out.back().set("change_text", out.back().text("change_text") + "; " + change_text(change));
        out.back().add_to("what", change.what);
        continue;
      }
      last = key;
      Shown view = brief(change.entry);
      view.set("what", Shown::List{change.what});
      view.set("change_text", change_text(change));
      out.push_back(std::move(view));
    }
    return out;
  }

  Shown::List gaps() const {
    const std::string today = newest_date(results_);
    Shown::List out;
    for (const RoadmapRecord& record : records_) {
      const std::string gap = roadmap_gap(record.entry, today);
      if (gap.empty()) continue;
      Shown view = brief(record.entry);
      view.set("gap", gap);
      out.push_back(std::move(view));
    }
    return out;
  }

  // By what is missing: the same gap of many records is one line.
  Shown gap_groups() const {
    std::map<std::string, Shown::List> groups;
    for (const Shown& gap : gaps()) groups[gap.text("gap")].push_back(gap);
    Shown::List out;
    for (auto& [gap, records] : groups) {
      Shown group = group_of(std::move(records));
      group.set("gap", gap);
      out.push_back(std::move(group));
    }
    return out;
  }

  Shown overlaps() const {
    Shown::List out;
    for (const RoadmapOverlap& overlap : roadmap_overlaps(records_)) {
      out.push_back(Shown{{"first", brief(overlap.first->entry)},
                          {"second", brief(overlap.second->entry)},
                          {"words", join(overlap.words, ", ")}});
    }
    return out;
  }

  const Results& results_;
  const std::vector<RoadmapRecord>& records_;
  const Labels& labels_;
};

}  // namespace

// Records are sorted by body and group.
Shown roadmap_groups(const std::vector<RoadmapRecord>& records, const ItemViews& items) {
  Shown::List groups;
  for (const RoadmapRecord& record : records) {
    const Deliverable& entry = record.entry;
    if (groups.empty() || groups.back().text("body") != entry.body ||
        groups.back().text("group") != entry.group) {
      const std::string heading = std::string(trim(entry.body + ' ' + entry.group));
      groups.push_back(Shown{{"body", entry.body},
                             {"group", entry.group},
                             {"heading", heading.empty() ? "Body not stated" : heading},
                             {"records", Shown::List()},
                             {"conflicts", Shown::List()}});
    }
    const Shown row = items.roadmap_record(record);
    for (const Shown& conflict : row.items("conflicts"))
      groups.back().add_to("conflicts", conflict);
    groups.back().add_to("records", row);
  }
  for (Shown& group : groups) {
    add_questions(group);
    for (const std::string member : {"edition", "relation"}) {
      group.set("has_" + member,
                std::ranges::any_of(group.items("records"), [&](const Shown& record) {
                  return record[member].says_yes();
                }));
    }
  }
  return groups;
}

Shown roadmap_view(const Results& results, const std::vector<RoadmapRecord>& records,
                   const Labels& labels) {
  return RoadmapView(results, records, labels).view();
}

}  // namespace rapporteur
