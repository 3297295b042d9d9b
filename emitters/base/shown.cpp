#include "emitters/base/shown.hpp"

#include <algorithm>
#include <charconv>

namespace rapporteur {
namespace {

// What nobody else holds may be changed; of anything else a copy is made first.
template <class Held>
Held& own(auto& value) {
  auto* held = std::get_if<std::shared_ptr<Held>>(&value);
  if (held == nullptr) {
    value = std::make_shared<Held>();
  } else if (held->use_count() > 1) {
    value = std::make_shared<Held>(**held);
  }
  return *std::get<std::shared_ptr<Held>>(value);
}

template <class Held>
const Held& held_or_none(const auto& value) {
  static const Held kNone;
  const auto* const held = std::get_if<std::shared_ptr<Held>>(&value);
  return held == nullptr ? kNone : **held;
}

}  // namespace

Shown::Members& Shown::own_members() { return own<Members>(value_); }
Shown::List& Shown::own_items() { return own<List>(value_); }

const Shown::List& Shown::items() const { return held_or_none<List>(value_); }
const Shown::Members& Shown::members() const { return held_or_none<Members>(value_); }

const std::string& Shown::text() const {
  static const std::string kNone;
  const auto* const text = std::get_if<std::string>(&value_);
  return text == nullptr ? kNone : *text;
}

bool Shown::says_yes() const { return !text().empty() || !items().empty() || !members().empty(); }

const Shown* Shown::find(std::string_view name) const {
  for (const auto& [key, value] : members()) {
    if (key == name) return &value;
  }
  return nullptr;
}

const Shown& Shown::operator[](std::string_view name) const {
  static const Shown kNone;
  const Shown* const value = find(name);
  return value == nullptr ? kNone : *value;
}

std::size_t Shown::number(std::string_view name) const {
  std::size_t value = 0;
  const std::string& digits = text(name);
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

void Shown::set(std::string_view name, Shown value) {
  Members& members = own_members();
  const auto found = std::ranges::find(members, name, &Members::value_type::first);
  if (found == members.end()) {
    members.emplace_back(name, std::move(value));
  } else {
    found->second = std::move(value);
  }
}

void Shown::add(Shown item) { own_items().push_back(std::move(item)); }

void Shown::add_to(std::string_view name, Shown item) {
  Members& members = own_members();
  const auto found = std::ranges::find(members, name, &Members::value_type::first);
  Shown& list = found == members.end() ? members.emplace_back(name, List()).second : found->second;
  list.add(std::move(item));
}

}  // namespace rapporteur
