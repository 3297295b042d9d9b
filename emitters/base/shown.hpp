#pragma once

#include <concepts>
#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace rapporteur {

// What a template sees: a text, a list, or named values. A copy shares what the original holds, so
// that one fact may stand in many lists at no cost; who changes a copy changes only that one.
class Shown {
 public:
  using List = std::vector<Shown>;
  using Members = std::vector<std::pair<std::string, Shown>>;

  Shown() = default;       // "", which says no
  Shown(std::string text)  // NOLINT(google-explicit-constructor): a value is written as what it is
      : value_(std::move(text)) {}
  Shown(const char* text)  // NOLINT(google-explicit-constructor)
      : value_(std::string(text)) {}
  Shown(std::string_view text)  // NOLINT(google-explicit-constructor)
      : value_(std::string(text)) {}
  template <std::same_as<bool> Answer>
  Shown(Answer says_yes)  // NOLINT(google-explicit-constructor)
      : value_(std::string(says_yes ? "true" : "")) {}
  template <std::integral Number>
    requires(!std::same_as<Number, bool>)
  Shown(Number number)  // NOLINT(google-explicit-constructor): 0 says no and is ""
      : value_(number == 0 ? std::string() : std::to_string(number)) {}
  Shown(List items)  // NOLINT(google-explicit-constructor)
      : value_(std::make_shared<List>(std::move(items))) {}
  Shown(Members members)  // NOLINT(google-explicit-constructor)
      : value_(std::make_shared<Members>(std::move(members))) {}
  Shown(std::initializer_list<Members::value_type> members) : Shown(Members(members)) {}

  static Shown of(const std::vector<std::string>& texts) {
    return List(texts.begin(), texts.end());
  }

  bool is_list() const { return std::holds_alternative<std::shared_ptr<List>>(value_); }
  // "", an empty list and no members say no.
  bool says_yes() const;

  // Of anything that is not a text, a list, a set of members: the empty one.
  const std::string& text() const;
  const List& items() const;
  const Members& members() const;
  std::size_t size() const { return items().size(); }

  const Shown* find(std::string_view name) const;  // null: there is no such member
  const Shown& operator[](std::string_view name) const;
  const std::string& text(std::string_view name) const { return (*this)[name].text(); }
  std::size_t number(std::string_view name) const;  // 0 for what is none
  const List& items(std::string_view name) const { return (*this)[name].items(); }

  void set(std::string_view name, Shown value);    // a member, new or in place of the old one
  void add(Shown item);                            // to a list
  void add_to(std::string_view name, Shown item);  // to the list that is a member

 private:
  Members& own_members();
  List& own_items();

  std::variant<std::string, std::shared_ptr<List>, std::shared_ptr<Members>> value_;
};

}  // namespace rapporteur
