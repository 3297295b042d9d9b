#include "emitters/base/json_object.hpp"

#include <catch2/catch.hpp>

namespace rapporteur {

TEST_CASE("a JSON object has its members in the order in which they were added") {
  JsonObject json;
  json.add("text", "a");
  json.add("number", 7U);
  json.add("answer", false);
  json.add("texts", std::vector<std::string>{"b", "c"});
  json.add_json("inner", JsonObject().take());
  CHECK(json.take() == R"({"text":"a","number":7,"answer":false,"texts":["b","c"],"inner":{}})");
}

TEST_CASE("a JSON text holds no quote, control or ill-formed byte as it is") {
  CHECK(json_text("a\"b\\c\n\x01") == R"("a\"b\\c\n\u0001")");
  CHECK(json_text("é \xff") == "\"é \xEF\xBF\xBD\"");
  CHECK(json_list({}) == "[]");
}

}  // namespace rapporteur
