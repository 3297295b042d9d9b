#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "emitters/roadmap_changes.hpp"
#include "emitters/roadmap_pictures.hpp"
#include "emitters/roadmap_rules.hpp"
#include "emitters/roadmap_table.hpp"
#include "emitters/sheets.hpp"
#include "emitters/view_groups.hpp"
#include "emitters/view_items.hpp"
#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

// The widths of columns that hold sentences, and of all others, as shares.
int width_of(std::string_view member) {
  if (member == "title") return 30;
  if (member == "sources") return 24;
  if (member == "contact" || member == "relation" || member == "number") return 16;
  return member == "type" ? 15 : 11;
}

// What a record or a change is called in a list.
std::string name_of(const Deliverable& entry) {
  return entry.number.empty() ? entry.title : entry.number;
}

class RoadmapView {
 public:
  RoadmapView(const Results& results, const std::vector<RoadmapRecord>& records,
              const Labels& labels)
      : results_(results), records_(records), labels_(labels) {}

  Json view() {
    choose_columns();
    Json view = {{"columns", std::move(columns_)},
                 {"widths", widths_},
                 {"bodies", by_body()},
                 {"categories", grouped(&Deliverable::category)},
                 {"statuses", by_status()},
                 {"conflicts", conflicts()},
                 {"changes", changes()},
                 {"is_compared", results_.roadmap_before.has_value()},
                 {"gaps", gaps()},
                 {"overlaps", overlaps()},
                 {"count", std::to_string(records_.size())},
                 {"timeline_svg", roadmap_timeline(records_, labels_)},
                 {"status_svg", roadmap_status_chart(records_)}};
    add_questions(view);
    return view;
  }

 private:
  std::string status_text(const std::string& status) const {
    return status.empty() ? std::string() : label_of(status, labels_);
  }

  // Those in which any record says something.
  void choose_columns() {
    const std::vector<std::string> all = deliverable_columns();
    shown_.assign(all.size(), false);
    for (const RoadmapRecord& record : records_) {
      const std::vector<std::string> cells = deliverable_cells(record.entry);
      for (std::size_t i = 0; i < cells.size(); ++i) {
        if (!cells[i].empty()) shown_[i] = true;
      }
    }
    for (std::size_t i = 0; i < all.size(); ++i) {
      if (!shown_[i]) continue;
      columns_.push_back({{"name", all[i]}, {"title", column_title(all[i])}});
      widths_ += fmt::format("{}{}", widths_.empty() ? "" : " ", width_of(all[i]));
    }
  }

  Json brief(const Deliverable& entry) const {
    return {{"name", name_of(entry)}, {"number", entry.number},
            {"title", entry.title},   {"body", entry.body},
            {"group", entry.group},   {"status_label", status_text(entry.status)},
            {"date", entry.date}};
  }

  Json full(const Deliverable& entry) const {
    Json json = brief(entry);
    Json cells = Json::array();
    std::size_t column = 0;
    entry.fields([&](std::string_view name, const std::string& value) {
      if (!shown_[column++]) return;
      std::string text = value;
      if (name == "status") std::ranges::replace(text, '-', ' ');
      cells.push_back(std::move(text));
    });
    json["cells"] = std::move(cells);
    return json;
  }

  Json by_body() const {
    Json groups = Json::array();
    for (const RoadmapRecord& record : records_) {
      const std::string& body = record.entry.body;
      if (groups.empty() || groups.back()["body"] != body) {
        groups.push_back({{"body", body},
                          {"heading", body.empty() ? "Body not stated" : body},
                          {"records", Json::array()}});
      }
      groups.back()["records"].push_back(full(record.entry));
    }
    return groups;
  }

  // Records that state a member, by what they state.
  Json grouped(std::string Deliverable::*member) const {
    std::map<std::string, Json> groups;
    for (const RoadmapRecord& record : records_) {
      const std::string& value = record.entry.*member;
      if (!value.empty()) groups[value].push_back(brief(record.entry));
    }
    Json out = Json::array();
    for (auto& [heading, members] : groups) {
      Json group = {{"heading", heading}, {"count", std::to_string(members.size())}};
      group["records"] = std::move(members);
      out.push_back(std::move(group));
    }
    return out;
  }

  // In the order of the scale; what is not on it comes last.
  Json by_status() const {
    Json groups = grouped(&Deliverable::status);
    std::ranges::stable_sort(groups.get_ref<Json::array_t&>(), {}, [](const Json& group) {
      return roadmap_rules().rank(group["heading"].get<std::string>());
    });
    for (Json& group : groups) group["heading"] = status_text(group["heading"].get<std::string>());
    return groups;
  }

  Json conflicts() const {
    Json out = Json::array();
    for (const RoadmapRecord& record : records_) {
      for (const RoadmapConflict& conflict : record.conflicts) {
        Json json = brief(record.entry);
        json["field"] = conflict.field;
        json["kept"] = conflict.kept;
        json["other"] = conflict.other;
        json["stated_in"] = conflict.source_text;
        out.push_back(std::move(json));
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
    if (change.what == "date")
      return "date was " + (change.from.empty() ? "not stated" : change.from);
    return "status was " + shown(change.from);
  }

  Json changes() const {
    Json out = Json::array();
    if (!results_.roadmap_before) return out;
    for (const RoadmapChange& change : roadmap_changes(records_, *results_.roadmap_before)) {
      Json json = brief(change.entry);
      json["what"] = change.what;
      json["change_text"] = change_text(change);
      out.push_back(std::move(json));
    }
    return out;
  }

  Json gaps() const {
    const std::string today = newest_date(results_);
    Json out = Json::array();
    for (const RoadmapRecord& record : records_) {
      const std::string gap = roadmap_gap(record.entry, today);
      if (gap.empty()) continue;
      Json json = brief(record.entry);
      json["gap"] = gap;
      out.push_back(std::move(json));
    }
    return out;
  }

  Json overlaps() const {
    Json out = Json::array();
    for (const RoadmapOverlap& overlap : roadmap_overlaps(records_)) {
      out.push_back({{"first", brief(overlap.first->entry)},
                     {"second", brief(overlap.second->entry)},
                     {"words", join(overlap.words, ", ")}});
    }
    return out;
  }

  const Results& results_;
  const std::vector<RoadmapRecord>& records_;
  const Labels& labels_;
  std::vector<bool> shown_;  // by column of a deliverable
  Json columns_ = Json::array();
  std::string widths_;
};

}  // namespace

Json roadmap_view(const Results& results, const std::vector<RoadmapRecord>& records,
                  const Labels& labels) {
  return RoadmapView(results, records, labels).view();
}

}  // namespace rapporteur
