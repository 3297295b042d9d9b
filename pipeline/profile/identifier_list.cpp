#include <algorithm>
#include <charconv>

#include "pipeline/profile/identifier_fields.hpp"
#include "pipeline/profile/identifier_grammar.hpp"
#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

constexpr std::size_t kLongestList = 100;  // items, ranges expanded
constexpr int kWidestRange = 60;
constexpr std::string_view kDashes[] = {"\u2013", "\u2014", "\u2012", "\uf02d", "-"};

enum class Between { nothing, comma, conjunction, range };

std::size_t blanks_at(std::string_view text) {
  std::size_t count = 0;
  while (count < text.size() && text[count] == ' ') ++count;
  return count;
}

bool takes_word(std::string_view& text, std::string_view word) {
  if (!starts_with_ignoring_case(text, word)) return false;
  if (text.size() > word.size() && text[word.size()] != ' ') return false;
  text.remove_prefix(word.size());
  text.remove_prefix(blanks_at(text));
  return true;
}

bool takes(std::string_view& text, std::string_view sign) {
  if (!text.starts_with(sign)) return false;
  text.remove_prefix(sign.size());
  text.remove_prefix(blanks_at(text));
  return true;
}

// Takes what stands between two items.
Between between(std::string_view& text) {
  std::string_view rest = text;
  rest.remove_prefix(blanks_at(rest));
  Between sign = Between::nothing;
  if (takes(rest, ",") || takes(rest, ";")) sign = Between::comma;
  if (takes_word(rest, "and") || takes_word(rest, "or") || takes(rest, "&")) {
    sign = Between::conjunction;
  } else if (sign == Between::nothing) {
    const bool dash = std::ranges::any_of(kDashes, [&](auto d) { return takes(rest, d); });
    if (dash || takes_word(rest, "to")) sign = Between::range;
  }
  if (sign != Between::nothing) text = rest;
  return sign;
}

int number_in(const IdentifierFields& fields) {
  const std::string_view value = field_of(fields, "number");
  int number = 0;
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
  return error == std::errc() && end == value.data() + value.size() ? number : -1;
}

struct Item {
  IdentifierFields fields;
  std::string_view text;
};

std::optional<Item> item_at(const re2::RE2& expression, std::string_view text) {
  const auto groups = static_cast<std::size_t>(expression.NumberOfCapturingGroups()) + 1;
  std::vector<re2::StringPiece> found(groups);
  if (!expression.Match(text, 0, text.size(), re2::RE2::ANCHOR_START, found.data(),
                        static_cast<int>(groups))) {
    return {};
  }
  const std::string_view whole = text.substr(0, found[0].size());
  if (whole.empty()) return {};
  // A longer number or word is another thing.
  if (whole.size() < text.size() &&
      (is_digit(text[whole.size()]) || is_alpha(text[whole.size()]))) {
    return {};
  }
  return Item{fields_of(expression, found), whole};
}

// The numbers between two items, each with the words of the whole range.
std::vector<Item> inner_items(const Item& first, const Item& last) {
  std::vector<Item> inner;
  const int from = number_in(first.fields);
  const int to = number_in(last.fields);
  if (from < 0 || to <= from || to - from > kWidestRange) return {};
  const std::string_view whole(
      first.text.data(),
      static_cast<std::size_t>(last.text.data() - first.text.data()) + last.text.size());
  for (int number = from + 1; number < to; ++number) {
    Item item{first.fields, whole};
    set_field(item.fields, "number", std::to_string(number));
    inner.push_back(std::move(item));
  }
  return inner;
}

struct ListText {
  std::vector<Item> items;
  bool joined = false;  // an "and" or a range stands in it
};

ListText read_items(const re2::RE2& expression, std::string_view text) {
  ListText list;
  Between sign = Between::comma;
  while (list.items.size() < kLongestList) {
    std::optional<Item> item = item_at(expression, text);
    if (!item) break;
    if (sign == Between::range) {
      if (number_in(item->fields) <= number_in(list.items.back().fields)) break;
      std::vector<Item> inner = inner_items(list.items.back(), *item);
      std::ranges::move(inner, std::back_inserter(list.items));
    }
    list.joined = list.joined || sign == Between::conjunction || sign == Between::range;
    text.remove_prefix(item->text.size());
    list.items.push_back(std::move(*item));
    sign = between(text);
    if (sign == Between::nothing) break;
  }
  return list;
}

// "Questions 2, 16/13": what an item leaves out stands with a later one.
void inherit(std::vector<Item>& items, const std::vector<std::string>& names) {
  for (const std::string& name : names) {
    std::string value;
    for (auto item = items.rbegin(); item != items.rend(); ++item) {
      const std::string_view own = field_of(item->fields, name);
      if (!own.empty()) {
        value = own;
      } else if (!value.empty()) {
        set_field(item->fields, name, value);
      }
    }
  }
}

}  // namespace

std::vector<Identifier> IdentifierGrammar::items_of(std::size_t family, const IdentifierList& list,
                                                    std::string_view text, std::size_t at) const {
  const std::string_view line = text.substr(at, text.substr(at).find('\n'));
  const re2::RE2& head = *list.head.expression;
  std::vector<re2::StringPiece> found(static_cast<std::size_t>(head.NumberOfCapturingGroups()) + 1);
  if (!head.Match(line, 0, line.size(), re2::RE2::ANCHOR_START, found.data(),
                  static_cast<int>(found.size()))) {
    return {};
  }
  const IdentifierFields shared = fields_of(head, found);
  ListText read = read_items(*list.item, line.substr(found[0].size()));
  if (read.items.size() < 2 || (list.needs_and && !read.joined)) return {};
  inherit(read.items, families_[family].infer);
  std::vector<Identifier> out;
  for (const Item& item : read.items) {
    Identifier identifier;
    identifier.as_written = std::string(item.text);
    const auto begin = static_cast<std::uint32_t>(item.text.data() - text.data());
    identifier.where = {begin, begin + static_cast<std::uint32_t>(item.text.size())};
    identifier.fields = shared;
    for (auto& [name, value] : item.fields) set_field(identifier.fields, name, value);
    identifier = finished(family, std::move(identifier));
    if (!list.infers && identifier.canonical.empty()) return {};
    out.push_back(std::move(identifier));
  }
  return out;
}

std::vector<Identifier> IdentifierGrammar::list_at(std::string_view text, std::size_t at,
                                                   const Families& families) const {
  for (const std::size_t family : families) {
    for (const IdentifierList& list : families_[family].lists) {
      std::vector<Identifier> items = items_of(family, list, text, at);
      if (!items.empty()) return items;
    }
  }
  return {};
}

}  // namespace rapporteur
