#include <algorithm>
#include <map>
#include <numeric>
#include <tuple>

#include "emitters/view/view_groups.hpp"
#include "pipeline/text/fold.hpp"
#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

bool is_word_byte(char c) {
  return is_alpha(c) || is_digit(c) || static_cast<unsigned char>(c) >= 0x80;
}

std::string compact(std::string_view number) {
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

// A statement with its numbers as they are compared.
struct Statement {
  explicit Statement(const Shown& liaison)
      : view(liaison),
        number(compact(liaison.text("identifier"))),
        document(compact(liaison.text("document_label"))),
        answered(compact(liaison.text("answers"))),
        is_outgoing(liaison.text("direction") == "out" || liaison.text("direction") == "reply") {}

  // How it is found again: its number, or else its title.
  std::string key() const {
    return number.empty() ? "title " + search_key(view.text("title")) : number;
  }
  bool asks_something() const {
    return view["for_action"].says_yes() || view["deadline"].says_yes() || view["asks"].says_yes();
  }
  // An answer names the statement, or the document that carries it.
  bool answers(const Statement& other) const {
    if (answered.empty() || this == &other) return false;
    return names(other.number, answered) || names(other.document, answered) ||
           names(answered, other.number);
  }

  Shown view;
  std::string number;
  std::string document;
  std::string answered;
  bool is_outgoing;
};
using Statements = std::vector<Statement>;

// For action first, and of these the earliest deadline.
Shown by_urgency(Shown::List liaisons) {
  std::ranges::stable_sort(liaisons, {}, [](const Shown& one) {
    return std::tuple(!one["for_action"].says_yes(), !one["deadline"].says_yes(),
                      one.text("deadline"));
  });
  return liaisons;
}

// Statements that answer one another, each thread in the order in which it was read.
class Threads {
 public:
  explicit Threads(const Statements& all) : parent_(all.size()) {
    std::iota(parent_.begin(), parent_.end(), std::size_t{0});
    std::map<std::string, std::size_t> first;
    for (std::size_t i = 0; i < all.size(); ++i) {
      const auto [found, is_new] = first.try_emplace(all[i].key(), i);
      if (!is_new) parent_[root(i)] = root(found->second);
    }
    for (std::size_t i = 0; i < all.size(); ++i) {
      if (all[i].answered.empty()) continue;
      for (std::size_t k = 0; k < all.size(); ++k) {
        if (all[i].answers(all[k])) parent_[root(i)] = root(k);
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

Shown threads_of(const Statements& all) {
  Threads threads(all);
  std::map<std::size_t, std::vector<const Statement*>> members;
  for (std::size_t i = 0; i < all.size(); ++i) members[threads.root(i)].push_back(&all[i]);
  Shown::List out;
  for (const auto& [root, statements] : members) {
    const bool is_thread = std::ranges::any_of(
        statements, [&](const Statement* one) { return one->key() != statements[0]->key(); });
    if (!is_thread) continue;
    Shown::List liaisons;
    for (const Statement* one : statements) liaisons.push_back(one->view);
    out.push_back(
        Shown{{"title", statements[0]->view.text("title")}, {"liaisons", std::move(liaisons)}});
  }
  return out;
}

// What came in and asks for something that no statement of ours answers.
Shown unanswered(const Statements& all) {
  Shown::List out;
  for (const Statement& one : all) {
    if (one.is_outgoing || !one.asks_something()) continue;
    const bool has_answer = std::ranges::any_of(
        all, [&](const Statement& other) { return other.is_outgoing && other.answers(one); });
    if (!has_answer) out.push_back(one.view);
  }
  return by_urgency(std::move(out));
}

struct Body {
  std::string name;
  Shown::List received;
  Shown::List sent;
};

Shown by_body(const Statements& all, const ReportWords& words) {
  std::map<std::string, Body> bodies;
  const auto entry = [&](const std::string& name) -> Body& {
    const std::string shown = words.body(name);
    Body& body = bodies[search_key(shown)];
    body.name = shown;
    return body;
  };
  for (const Statement& one : all) {
    if (one.is_outgoing) {
      for (const Shown& to : one.view.items("to")) entry(to.text()).sent.push_back(one.view);
    } else if (one.view["from"].says_yes()) {
      entry(one.view.text("from")).received.push_back(one.view);
    }
  }
  Shown::List out;
  for (auto& [key, body] : bodies) {
    out.push_back(Shown{{"body", body.name},
                        {"received_text", std::to_string(body.received.size())},
                        {"sent_text", std::to_string(body.sent.size())},
                        {"received", std::move(body.received)},
                        {"sent", std::move(body.sent)}});
  }
  return out;
}

}  // namespace

Shown liaison_groups(const Shown& liaisons, const Labels& labels) {
  Shown::List groups;
  for (const std::string direction : {"in", "out", "reply", ""}) {
    Shown::List members;
    for (const Shown& liaison : liaisons.items()) {
      if (liaison.text("direction") == direction) members.push_back(liaison);
    }
    if (members.empty()) continue;
    const std::string label =
        label_of(direction.empty() ? "direction-not-stated" : direction, labels);
    groups.push_back(Shown{{"direction", direction},
                           {"direction_label", label},
                           {"liaisons", by_urgency(std::move(members))}});
  }
  return groups;
}

Shown liaison_summary(const Shown& liaisons, const ReportWords& words) {
  const Statements all(liaisons.items().begin(), liaisons.items().end());
  Shown::List for_action;
  for (const Statement& one : all) {
    if (one.view["for_action"].says_yes()) for_action.push_back(one.view);
  }
  Shown summary = {{"for_action", by_urgency(std::move(for_action))},
                   {"threads", threads_of(all)},
                   {"unanswered", unanswered(all)},
                   {"bodies", by_body(all, words)}};
  summary.set("count_text", quantity(all.size(), "statement"));
  for (const std::string name : {"for_action", "unanswered"}) {
    summary.set(name + "_count", std::to_string(summary[name].size()));
  }
  add_questions(summary);
  return summary;
}

}  // namespace rapporteur
