#include "emitters/base/json_object.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

namespace rapporteur {
namespace {

bool is_plain(char c) { return ' ' <= c && c <= '~' && c != '"' && c != '\\'; }

}  // namespace

std::string json_text(std::string_view text) {
  using Json = nlohmann::ordered_json;
  if (!std::ranges::all_of(text, is_plain)) {
    return Json(text).dump(-1, ' ', false, Json::error_handler_t::replace);
  }
  std::string quoted;
  quoted.reserve(text.size() + 2);
  quoted += '"';
  quoted += text;
  return quoted += '"';
}

std::string json_list(const std::vector<std::string>& members) {
  std::string out = "[";
  for (const std::string& member : members) {
    if (out.size() > 1) out += ',';
    out += member;
  }
  return out += ']';
}

void JsonObject::add(std::string_view name, const std::vector<std::string>& texts) {
  std::vector<std::string> members;
  for (const std::string& text : texts) members.push_back(json_text(text));
  add_json(name, json_list(members));
}

void JsonObject::add_json(std::string_view name, std::string_view json) {
  if (text_.size() > 1) text_ += ',';
  text_ += '"';
  text_ += name;
  text_ += "\":";
  text_ += json;
}

std::string JsonObject::take() {
  text_ += '}';
  return std::move(text_);
}

}  // namespace rapporteur
