#pragma once

#include <concepts>
#include <string>
#include <string_view>
#include <vector>

namespace rapporteur {

// A text as JSON, in its quotes. Ill-formed UTF-8 comes out as U+FFFD.
std::string json_text(std::string_view text);

// "[1,2]" of the JSON of its members.
std::string json_list(const std::vector<std::string>& members);

// The JSON of an object, written member by member: no tree stands in between.
class JsonObject {
 public:
  void add(std::string_view name, std::string_view text) { add_json(name, json_text(text)); }
  void add(std::string_view name, const std::string& text) { add_json(name, json_text(text)); }
  void add(std::string_view name, const char* text) { add_json(name, json_text(text)); }
  void add(std::string_view name, std::same_as<bool> auto answer) {
    add_json(name, answer ? "true" : "false");
  }
  template <std::integral Number>
    requires(!std::same_as<Number, bool>)
  void add(std::string_view name, Number number) {
    add_json(name, std::to_string(number));
  }
  void add(std::string_view name, const std::vector<std::string>& texts);
  void add_json(std::string_view name, std::string_view json);

  std::string take();

 private:
  std::string text_ = "{";
};

}  // namespace rapporteur
