#include <catch2/catch.hpp>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

#include "extractors/extractor.hpp"
#include "parsers/sketch/sketch.hpp"
#include "pipeline/base/files.hpp"
#include "pipeline/base/limits.hpp"
#include "pipeline/normalise/normalise.hpp"
#include "pipeline/text/words.hpp"
#include "tests/support/folders.hpp"

namespace rapporteur {
namespace {

using Json = nlohmann::json;

struct Example {
  std::string document;
  std::vector<Json> facts;
  bool complete = false;
};

// The pairs of ```document and ```facts blocks of an extractor's page.
std::vector<Example> examples_of(std::string_view page) {
  std::vector<Example> out;
  std::string_view inside;
  for (const std::string_view line : split(page, '\n')) {
    if (line.starts_with("```")) {
      inside = inside.empty() ? line.substr(3) : std::string_view();
      if (inside == "document") out.emplace_back();
      if (inside == "facts") out.back().complete = true;
    } else if (inside == "document") {
      out.back().document += std::string(line) + "\n";
    } else if (inside == "facts" && !trim(line).empty()) {
      out.back().facts.push_back(Json::parse(line));
    }
  }
  return out;
}

// What a `%` line of the document sets, or `otherwise`.
std::string setting(const Sketch& sketch, std::string_view name, std::string otherwise) {
  for (const auto& [key, value] : sketch.settings) {
    if (key == name) return value;
  }
  return otherwise;
}

Json as_json(const Fact& fact, const Document& doc) {
  Json out{{"type", type_of(fact.value)}, {"evidence", locate(doc, fact.block, fact.where).quote}};
  for_each_field(fact.value, [&](const char* name, const auto& value) { out[name] = value; });
  return out;
}

bool agrees(const Json& expected, const Json& actual) {
  for (const auto& [key, value] : expected.items()) {
    if (!actual.contains(key) || actual[key] != value) return false;
  }
  return true;
}

std::string listed(const std::vector<Json>& facts) {
  std::string out;
  for (const Json& fact : facts) out += "\n  " + fact.dump();
  return out;
}

void run(const Extractor& extractor, const Example& example) {
  INFO(example.document);
  Sketch sketch = read_sketch(example.document);
  const Result<Profile> profile = ProfileSource().load(setting(sketch, "profile", "itu-t"));
  REQUIRE(profile);
  Document doc = normalise(std::move(sketch.draft), *profile);
  if (const std::string kind = setting(sketch, "kind", {}); !kind.empty()) {
    Identity identity = doc.identity();
    identity.kind = kind;
    doc = std::move(doc).with(std::move(identity));
  }
  const std::string only[] = {std::string(extractor.id)};
  std::vector<Json> actual;
  for (const Fact& fact : extract(doc, *profile, only)) actual.push_back(as_json(fact, doc));
  INFO("read:" << listed(actual));
  CHECK(actual.size() == example.facts.size());
  for (std::size_t i = 0; i < std::min(actual.size(), example.facts.size()); ++i) {
    INFO("expected: " << example.facts[i].dump());
    CHECK(agrees(example.facts[i], actual[i]));
  }
}

}  // namespace

TEST_CASE("every example on an extractor's page gives exactly the facts it lists") {
  for (const Extractor* extractor : all_extractors()) {
    INFO(extractor->id);
    const std::vector<Example> examples = examples_of(extractor->doc);
    CHECK_FALSE(examples.empty());
    for (const Example& example : examples) {
      CHECK(example.complete);
      run(*extractor, example);
    }
  }
}

TEST_CASE("every variant of a table, a list or a sentence gives exactly the facts it lists") {
  // "positions.bodies.md" is read by the extractor of positions.
  const std::filesystem::path folder = source_folder() / "tests/unit/extractors/variants";
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    const std::string name = entry.path().filename().string();
    INFO(name);
    const Extractor* extractor = find_extractor(name.substr(0, name.find('.')));
    REQUIRE(extractor != nullptr);
    const Result<std::string> page = read_file(entry.path(), Limits().file_bytes);
    REQUIRE(page);
    for (const Example& example : examples_of(*page)) {
      CHECK(example.complete);
      run(*extractor, example);
    }
  }
}

TEST_CASE("every wording in a profile is read by an extractor that declares it") {
  const ProfileSource source;
  for (const std::string& name : source.names()) {
    const Result<Profile> profile = source.load(name);
    REQUIRE(profile);
    for (const Error& error : check_wording(*profile)) {
      FAIL_CHECK(error.where << ": " << error.what);
    }
  }
}

TEST_CASE("an extractor says what it reads and what its wording keys mean") {
  for (const Extractor* extractor : all_extractors()) {
    INFO(extractor->id);
    CHECK_FALSE(extractor->summary.empty());
    for (const auto& keys : {extractor->lists, extractor->patterns}) {
      for (const WordingKey& key : keys) {
        INFO(key.name);
        CHECK_FALSE(key.help.empty());
      }
    }
  }
}

}  // namespace rapporteur
