#include <algorithm>
#include <map>
#include <set>

#include "emitters/roadmap_records.hpp"
#include "emitters/view_groups.hpp"
#include "emitters/view_items.hpp"
#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

constexpr const char* kShown[] = {"decisions", "position_groups", "actions", "deadlines",
                                  "appointments"};

std::string text(const Json& json, const char* member) { return json[member].get<std::string>(); }

// "Item 3.1." and "3.1" are the same item.
std::string item_number(std::string_view written) {
  const std::size_t begin = written.find_first_of("0123456789");
  if (begin == std::string_view::npos) return {};
  written.remove_prefix(begin);
  std::size_t end = 0;
  while (end < written.size() && (is_digit(written[end]) || written[end] == '.')) ++end;
  while (end > 0 && written[end - 1] == '.') --end;
  return std::string(written.substr(0, end));
}

std::string item_on_cover(const Json& document) {
  for (const Json& field : document["cover"]) {
    if (field["name"] == "agenda-item") return item_number(text(field, "value"));
  }
  return {};
}

Json brief(const Json& document) {
  Json out = Json::object();
  for (const char* name : {"label", "anchor", "title", "kind_label"}) out[name] = document[name];
  for (const char* name : kShown) out[name] = document[name];
  add_questions(out);
  return out;
}

class AgendaGroups {
 public:
  explicit AgendaGroups(const Json& documents) : documents_(documents) {
    for (const Json& document : documents) {
      if (!document["agenda_items"].empty()) ++agendas_;
    }
  }

  Json groups() const {
    Json out = Json::array();
    std::set<std::string> placed;
    for (const Json& document : documents_) {
      if (document["agenda_items"].empty()) continue;
      Json agenda = agenda_of(document, placed);
      if (agenda["has_content"].get<bool>()) out.push_back(std::move(agenda));
    }
    add_cover_items(placed, out);
    return out;
  }

 private:
  bool belongs(const Json& document, const Json& item) const {
    const std::string identifier = text(document, "identifier");
    const Json& named = item["documents"];
    if (!identifier.empty() && std::ranges::find(named, document["identifier"]) != named.end()) {
      return true;
    }
    const std::string number = item_number(text(item, "number"));
    return !number.empty() && agendas_ == 1 && item_on_cover(document) == number;
  }

  Json decisions_at(const Json& agenda, const Json& item) const {
    const std::string number = item_number(text(item, "number"));
    Json out = Json::array();
    if (number.empty()) return out;
    for (const Json& document : documents_) {
      if (agendas_ != 1 && &document != &agenda) continue;
      for (const Json& decision : document["decisions"]) {
        if (item_number(text(decision, "agenda_item")) == number) out.push_back(decision);
      }
    }
    return out;
  }

  Json agenda_of(const Json& agenda, std::set<std::string>& all_placed) const {
    std::set<std::string> placed = {text(agenda, "path")};
    bool has_content = false;
    Json items = Json::array();
    for (const Json& item : agenda["agenda_items"]) {
      Json at_item = Json::array();
      for (const Json& document : documents_) {
        if (&document == &agenda || !belongs(document, item)) continue;
        placed.insert(text(document, "path"));
        at_item.push_back(brief(document));
      }
      Json entry = {{"number", item["number"]},
                    {"title", item["title"]},
                    {"decisions", decisions_at(agenda, item)},
                    {"documents", std::move(at_item)}};
      has_content |= !entry["decisions"].empty() || !entry["documents"].empty();
      add_questions(entry);
      items.push_back(std::move(entry));
    }
    all_placed.insert(placed.begin(), placed.end());
    Json others = Json::array();
    for (const Json& document : documents_) {
      if (placed.contains(text(document, "path"))) continue;
      others.push_back({{"label", document["label"]},
                        {"anchor", document["anchor"]},
                        {"title", document["title"]},
                        {"kind_label", document["kind_label"]}});
    }
    Json out = {{"label", agenda["label"]},  {"anchor", agenda["anchor"]},
                {"title", agenda["title"]},  {"has_content", has_content},
                {"items", std::move(items)}, {"others", std::move(others)}};
    add_questions(out);
    return out;
  }

  // What stands on covers and on no agenda: the items that the documents themselves name.
  void add_cover_items(const std::set<std::string>& placed, Json& out) const {
    std::map<std::string, Json, decltype(&natural_less)> items(natural_less);
    for (const Json& document : documents_) {
      const std::string number = item_on_cover(document);
      if (number.empty() || placed.contains(text(document, "path"))) continue;
      items[number].push_back(brief(document));
    }
    if (items.empty()) return;
    Json agenda = {{"label", ""},
                   {"anchor", ""},
                   {"title", ""},
                   {"items", Json::array()},
                   {"others", Json::array()}};
    for (auto& [number, at_item] : items) {
      Json entry = {{"number", number},
                    {"title", ""},
                    {"decisions", Json::array()},
                    {"documents", std::move(at_item)}};
      add_questions(entry);
      agenda["items"].push_back(std::move(entry));
    }
    add_questions(agenda);
    out.push_back(std::move(agenda));
  }

  const Json& documents_;
  std::size_t agendas_ = 0;
};

}  // namespace

Json agenda_groups(const Json& documents) { return AgendaGroups(documents).groups(); }

}  // namespace rapporteur
