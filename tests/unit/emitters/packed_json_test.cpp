#include "emitters/text/packed_json.hpp"

#include <catch2/catch.hpp>

namespace rapporteur {
namespace {

// As the page reads it.
Json unpacked(const Json& packed, std::size_t& place) {
  const auto next = [&] { return packed["data"][place++].get<int>(); };
  const int head = next();
  if (head >= 0) return packed["values"][static_cast<std::size_t>(head)];
  if (head == -1) {
    Json list = Json::array();
    for (int left = next(); left > 0; --left) list.push_back(unpacked(packed, place));
    return list;
  }
  Json record = Json::object();
  for (const Json& name : packed["names"][static_cast<std::size_t>(-2 - head)]) {
    record[name.get<std::string>()] = unpacked(packed, place);
  }
  return record;
}

}  // namespace

TEST_CASE("packed JSON holds each value and each list of names once") {
  CHECK(packed_json({{"a", "x"}, {"b", {"x", 1}}}) ==
        R"({"values":["x",1],"names":[["a","b"]],"data":[-2,0,-1,2,0,1]})");
  CHECK(packed_json(Json::array({Json{{"a", 1}}, Json{{"a", 2}}})) ==
        R"({"values":[1,2],"names":[["a"]],"data":[-1,2,-2,0,-2,1]})");
}

TEST_CASE("packed JSON tells texts from numbers that look the same, and holds nothing of markup") {
  const Json json = {{"1", 1},
                     {"one", "1"},
                     {"none", nullptr},
                     {"yes", true},
                     {"word", "true"},
                     {"tag", "</script>"},
                     {"list", Json::array()},
                     {"in", {{"1", "\"1"}, {"one", Json::object()}}}};
  const std::string text = packed_json(json);
  CHECK(text.find('<') == std::string::npos);
  std::size_t place = 0;
  CHECK(unpacked(Json::parse(text), place) == json);
}

TEST_CASE("packed JSON has U+FFFD where a text is no UTF-8") {
  CHECK(packed_json("a\xff") == "{\"values\":[\"a\xEF\xBF\xBD\"],\"names\":[],\"data\":[0]}");
}

}  // namespace rapporteur
