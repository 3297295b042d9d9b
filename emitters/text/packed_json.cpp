#include "emitters/text/packed_json.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <functional>
#include <string_view>
#include <unordered_map>

namespace rapporteur {
namespace {

struct Hash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const {
    return std::hash<std::string_view>()(text);
  }
};

// Texts that are written once, by number.
class Once {
 public:
  // The number of `key`; `make` gives its text when it is new.
  template <class Make>
  std::int64_t number(std::string_view key, Make&& make) {
    const auto known = numbers_.find(key);
    if (known != numbers_.end()) return known->second;
    if (!list_.empty()) list_ += ',';
    list_ += make();
    const auto number = static_cast<std::int64_t>(numbers_.size());
    numbers_.emplace(key, number);
    return number;
  }
  const std::string& list() const { return list_; }

 private:
  std::unordered_map<std::string, std::int64_t, Hash, std::equal_to<>> numbers_;
  std::string list_;
};

std::string text_of(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

class Packer {
 public:
  // As deep as the data of a page, which this program makes.
  void add(const Json& part) {
    if (part.is_object()) {
      add_number(-2 - number_of_names(part));
    } else if (part.is_array()) {
      add_number(-1);
      add_number(static_cast<std::int64_t>(part.size()));
    } else {
      return add_number(number_of_value(part));
    }
    for (const Json& one : part) add(one);
  }

  std::string text() const {
    return fmt::format(R"({{"values":[{}],"names":[{}],"data":[{}]}})", values_.list(),
                       names_.list(), data_);
  }

 private:
  void add_number(std::int64_t number) {
    if (!data_.empty()) data_ += ',';
    data_ += fmt::format_int(number).c_str();
  }

  // A text may look like a number; what stands before it tells them apart.
  std::int64_t number_of_value(const Json& value) {
    const auto* const text = value.get_ptr<const std::string*>();
    if (text == nullptr) {
      key_ = text_of(value);
    } else {
      key_ = '"';
      key_ += *text;
    }
    return values_.number(key_, [&] { return text_of(value); });
  }

  std::int64_t number_of_names(const Json& object) {
    key_.clear();
    for (auto member = object.begin(); member != object.end(); ++member) {
      key_ += member.key();
      key_ += '\n';
    }
    return names_.number(key_, [&] {
      Json names = Json::array();
      for (const auto& [name, value] : object.items()) names.push_back(name);
      return text_of(names);
    });
  }

  std::string key_;  // kept, so that not every value takes memory of its own
  Once values_;
  Once names_;
  std::string data_;
};

// Only strings hold a "<".
std::string for_script(std::string_view json) {
  std::string out;
  out.reserve(json.size());
  for (std::size_t at = 0; at < json.size();) {
    const std::size_t end = std::min(json.find('<', at), json.size());
    out += json.substr(at, end - at);
    if (end < json.size()) out += "\\u003c";
    at = end + 1;
  }
  return out;
}

}  // namespace

std::string packed_json(const Json& json) {
  Packer packer;
  packer.add(json);
  return for_script(packer.text());
}

}  // namespace rapporteur
