#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>

#include "emitters/roadmap/roadmap_records.hpp"
#include "emitters/view/view_groups.hpp"
#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

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

// The item that the document stands under by the register or by its own cover.
std::string item_of(const Shown& document) {
  if (document["item_text"].says_yes()) return item_number(document.text("item_text"));
  for (const Shown& field : document.items("cover")) {
    if (field.text("name") == "agenda-item") return item_number(field.text("value"));
  }
  return {};
}

using Places = std::vector<std::size_t>;  // of documents, in their order

// One item of an agenda and what stands under it.
struct ItemGroup {
  Shown item;
  Places documents;
  Shown::List decisions;
};

class AgendaGroups {
 public:
  explicit AgendaGroups(const Shown& view) : documents_(view.items("documents")) {
    for (std::size_t i = 0; i < documents_.size(); ++i) {
      const Shown& document = documents_[i];
      if (document["agenda_items"].says_yes()) agendas_.push_back(i);
      // A reader wants the latest revision, whichever the agenda names.
      if (!document["is_replaced"].says_yes()) {
        add_number(document.text("identifier"), i);
        if (document.text("key") != document.text("identifier"))
          add_number(document.text("key"), i);
      }
      on_cover_.push_back(item_of(document));
      if (!on_cover_.back().empty()) by_cover_[on_cover_.back()].push_back(i);
    }
    add_outdated(view.items("register_issues"));
    for (const std::size_t agenda : agendas_) groups_.push_back(items_of(agenda));
    name_items();
  }

  // With `item_text`: the items that they stand under.
  const Shown::List& documents() const { return documents_; }

  Shown groups() const {
    Shown::List out;
    for (std::size_t i = 0; i < agendas_.size(); ++i) {
      Shown agenda = agenda_of(documents_[agendas_[i]], groups_[i]);
      if (agenda["has_items"].says_yes()) out.push_back(std::move(agenda));
    }
    add_cover_items(out);
    return out;
  }

 private:
  // An agenda may leave out in which part of the meeting a document is: "TD112" for "TD112/GEN".
  void add_number(const std::string& number, std::size_t document) {
    if (number.empty()) return;
    by_number_[number].push_back(document);
    const std::size_t slash = number.rfind('/');
    if (slash != std::string::npos) by_number_[number.substr(0, slash)].push_back(document);
  }

  // Where an agenda names a revision that another one has replaced, the latter stands at its item.
  void add_outdated(const Shown::List& issues) {
    std::unordered_map<std::string, std::size_t> by_path;
    for (std::size_t i = 0; i < documents_.size(); ++i) by_path[documents_[i].text("path")] = i;
    for (const Shown& issue : issues) {
      if (issue.text("kind") != "outdated" || issue.items("paths").empty()) continue;
      const auto latest = by_path.find(issue.items("paths").back().text());
      if (latest != by_path.end()) by_number_[issue.text("number")].push_back(latest->second);
    }
  }

  Places documents_at(std::size_t agenda, const Shown& item) const {
    std::set<std::size_t> found;
    for (const Shown& number : item.items("documents")) {
      const auto named = by_number_.find(number.text());
      if (named != by_number_.end()) found.insert(named->second.begin(), named->second.end());
    }
    const std::string number = item_number(item.text("number"));
    if (const auto at = by_cover_.find(number); agendas_.size() == 1 && at != by_cover_.end()) {
      found.insert(at->second.begin(), at->second.end());
    }
    found.erase(agenda);
    return {found.begin(), found.end()};
  }

  Shown::List decisions_at(const Shown& agenda, const Shown& item) const {
    const std::string number = item_number(item.text("number"));
    Shown::List out;
    if (number.empty()) return out;
    const auto add = [&](const Shown& document) {
      for (const Shown& decision : document.items("decisions")) {
        if (item_number(decision.text("agenda_item")) == number) out.push_back(decision);
      }
    };
    if (agendas_.size() != 1) {
      add(agenda);
    } else {
      for (const Shown& document : documents_) add(document);
    }
    return out;
  }

  std::vector<ItemGroup> items_of(std::size_t agenda) const {
    std::vector<ItemGroup> groups;
    for (const Shown& item : documents_[agenda].items("agenda_items")) {
      groups.push_back({item, documents_at(agenda, item), decisions_at(documents_[agenda], item)});
    }
    return groups;
  }

  void name_items() {
    std::vector<std::vector<std::string>> names(documents_.size());
    const auto add = [&](std::size_t document, const std::string& number) {
      std::vector<std::string>& known = names[document];
      if (!number.empty() && std::ranges::find(known, number) == known.end()) {
        known.push_back(number);
      }
    };
    for (const std::vector<ItemGroup>& groups : groups_) {
      for (const ItemGroup& group : groups) {
        for (const std::size_t place : group.documents) add(place, group.item.text("number"));
      }
    }
    for (std::size_t i = 0; i < documents_.size(); ++i) {
      is_listed_.push_back(!names[i].empty());
      if (names[i].empty()) add(i, on_cover_[i]);
      documents_[i].set("item_text", join(names[i], ", "));
    }
  }

  Shown entry_of(const std::string& number, const std::string& title, const Places& places,
                 Shown::List decisions) const {
    Shown::List at_item;
    for (const std::size_t place : places) at_item.push_back(documents_[place]);
    Shown entry = {{"number", number},
                   {"title", title},
                   {"decisions", std::move(decisions)},
                   {"documents", std::move(at_item)}};
    add_questions(entry);
    return entry;
  }

  Shown agenda_of(const Shown& agenda, const std::vector<ItemGroup>& groups) const {
    Shown::List items;
    std::vector<std::string> empty;
    for (const ItemGroup& group : groups) {
      const std::string& number = group.item.text("number");
      const std::string& title = group.item.text("title");
      if (group.decisions.empty() && group.documents.empty()) {
        empty.emplace_back(trim(number + ' ' + title));
      } else {
        items.push_back(entry_of(number, title, group.documents, group.decisions));
      }
    }
    Shown out = {{"label", agenda["label"]},
                 {"anchor", agenda["anchor"]},
                 {"title", agenda["title"]},
                 {"items", std::move(items)},
                 {"empty_text", join(empty, "; ")}};
    add_questions(out);
    return out;
  }

  // What stands on covers and on no agenda: the items that the documents themselves name.
  void add_cover_items(Shown::List& out) const {
    std::map<std::string, Places, decltype(&natural_less)> items(natural_less);
    for (std::size_t i = 0; i < documents_.size(); ++i) {
      if (!on_cover_[i].empty() && !is_listed_[i]) items[on_cover_[i]].push_back(i);
    }
    if (items.empty()) return;
    Shown::List entries;
    for (const auto& [number, places] : items) entries.push_back(entry_of(number, "", places, {}));
    Shown agenda = {{"label", ""},
                    {"anchor", ""},
                    {"title", ""},
                    {"items", std::move(entries)},
                    {"empty_text", ""}};
    add_questions(agenda);
    out.push_back(std::move(agenda));
  }

  Shown::List documents_;
  std::unordered_map<std::string, Places> by_number_;
  std::unordered_map<std::string, Places> by_cover_;
  std::vector<std::string> on_cover_;  // the item that the register or a document's own cover names
  std::vector<bool> is_listed_;        // under an item of an agenda
  Places agendas_;
  std::vector<std::vector<ItemGroup>> groups_;  // of each agenda
};

}  // namespace

void add_agendas(Shown& view) {
  const AgendaGroups groups(view);
  view.set("documents", groups.documents());
  view.set("agendas", groups.groups());
}

}  // namespace rapporteur
