#include <algorithm>
#include <map>
#include <numeric>
#include <tuple>

#include "emitters/view_groups.hpp"
#include "emitters/view_items.hpp"
#include "pipeline/text/fold.hpp"
#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

std::string text(const Json& json, const char* member) { return json[member].get<std::string>(); }

bool is_word_byte(char c) {
  return is_alpha(c) || is_digit(c) || static_cast<unsigned char>(c) >= 0x80;
}

std::string compact(const std::string& number) {
  std::string key = search_key(number);
  std::erase(key, ' ');
  return key;
}

// Whether `part` stands in `whole` between other characters than letters and digits: "td115" in
// "sg13-td115/gen".
bool names(std::string_view whole, std::string_view part) {
  if (part.empty()) return false;
  for (std::size_t at = whole.find(part); at != std::string_view::npos;
       at = whole.find(part, at + 1)) {
    const std::size_t end = at + part.size();
    const bool begins = at == 0 || !is_word_byte(whole[at - 1]);
    if (begins && (end == whole.size() || !is_word_byte(whole[end]))) return true;
  }
  return false;
}

// An answer names the statement, or the document that carries it.
bool answers(const Json& reply, const Json& liaison) {
  const std::string answered = compact(text(reply, "answers"));
  if (answered.empty() || reply == liaison) return false;
  return names(compact(text(liaison, "identifier")), answered) ||
         names(compact(text(liaison, "document_label")), answered) ||
         names(answered, compact(text(liaison, "identifier")));
}

// How a statement is found again: its number, or else its title.
std::string key_of(const Json& liaison) {
  const std::string number = compact(text(liaison, "identifier"));
  return number.empty() ? "title " + search_key(text(liaison, "title")) : number;
}

bool is_outgoing(const Json& liaison) {
  const std::string direction = text(liaison, "direction");
  return direction == "out" || direction == "reply";
}

bool asks_something(const Json& liaison) {
  return !liaison["for_action"].empty() || !text(liaison, "deadline").empty() ||
         !text(liaison, "asks").empty();
}

// For action first, and of these the earliest deadline.
std::tuple<bool, bool, std::string> urgency(const Json& liaison) {
  const std::string deadline = text(liaison, "deadline");
  return {liaison["for_action"].empty(), deadline.empty(), deadline};
}

void sort_by_urgency(Json& liaisons) {
  std::ranges::stable_sort(liaisons.get_ref<Json::array_t&>(), {}, urgency);
}

// Statements that answer one another, each thread in the order in which it was read.
class Threads {
 public:
  explicit Threads(const Json& liaisons) : parent_(liaisons.size()) {
    std::iota(parent_.begin(), parent_.end(), std::size_t{0});
    std::map<std::string, std::size_t> first;
    const auto join_with = [&](std::size_t i, const std::string& key) {
      const auto [found, is_new] = first.try_emplace(key, i);
      if (!is_new) parent_[root(i)] = root(found->second);
    };
    for (std::size_t i = 0; i < liaisons.size(); ++i) join_with(i, key_of(liaisons[i]));
    for (std::size_t i = 0; i < liaisons.size(); ++i) {
      if (text(liaisons[i], "answers").empty()) continue;
      for (std::size_t k = 0; k < liaisons.size(); ++k) {
        if (answers(liaisons[i], liaisons[k])) parent_[root(i)] = root(k);
      }
    }
  }

  std::size_t root(std::size_t i) {
    while (parent_[i] != i) i = parent_[i] = parent_[parent_[i]];
    return i;
  }

 private:
  std::vector<std::size_t> parent_;
};

Json threads_of(const Json& liaisons) {
  Threads threads(liaisons);
  std::map<std::size_t, Json> members;
  for (std::size_t i = 0; i < liaisons.size(); ++i) {
    members[threads.root(i)].push_back(liaisons[i]);
  }
  Json out = Json::array();
  for (auto& [root, statements] : members) {
    const bool is_thread = std::ranges::any_of(
        statements, [&](const Json& one) { return key_of(one) != key_of(statements[0]); });
    if (!is_thread) continue;
    Json thread = {{"title", statements[0]["title"]}};
    thread["liaisons"] = std::move(statements);
    out.push_back(std::move(thread));
  }
  return out;
}

// What came in and asks for something that no statement of ours answers.
Json unanswered(const Json& liaisons) {
  Json out = Json::array();
  for (const Json& liaison : liaisons) {
    if (is_outgoing(liaison) || !asks_something(liaison)) continue;
    const bool has_answer = std::ranges::any_of(
        liaisons, [&](const Json& other) { return is_outgoing(other) && answers(other, liaison); });
    if (!has_answer) out.push_back(liaison);
  }
  sort_by_urgency(out);
  return out;
}

Json by_body(const Json& liaisons) {
  std::map<std::string, Json> bodies;
  const auto list = [&](const std::string& body, const char* way, const Json& liaison) {
    if (body.empty()) return;
    Json& entry = bodies[search_key(body)];
    if (entry.is_null()) {
      entry = {{"body", body}, {"received", Json::array()}, {"sent", Json::array()}};
    }
    entry[way].push_back(liaison);
  };
  for (const Json& liaison : liaisons) {
    if (!is_outgoing(liaison)) {
      list(text(liaison, "from"), "received", liaison);
      continue;
    }
    for (const Json& receiver : liaison["to"]) list(receiver.get<std::string>(), "sent", liaison);
  }
  Json out = Json::array();
  for (auto& [key, body] : bodies) {
    body["received_text"] = std::to_string(body["received"].size());
    body["sent_text"] = std::to_string(body["sent"].size());
    out.push_back(std::move(body));
  }
  return out;
}

}  // namespace

Json liaison_summary(const Json& liaisons) {
  Json for_action = Json::array();
  for (const Json& liaison : liaisons) {
    if (!liaison["for_action"].empty()) for_action.push_back(liaison);
  }
  sort_by_urgency(for_action);
  Json summary = {{"for_action", std::move(for_action)},
                  {"threads", threads_of(liaisons)},
                  {"unanswered", unanswered(liaisons)},
                  {"bodies", by_body(liaisons)}};
  add_questions(summary);
  return summary;
}

}  // namespace rapporteur
