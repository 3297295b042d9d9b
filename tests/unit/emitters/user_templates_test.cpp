#include <fmt/format.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <functional>
#include <iterator>
#include <set>

#include "emitters/base/specimen.hpp"
#include "emitters/emitter.hpp"
#include "emitters/view/view.hpp"
#include "pipeline/base/files.hpp"
#include "tests/support/folders.hpp"
#include "tests/support/golden.hpp"

namespace rapporteur {
namespace {

constexpr std::uint64_t kMost = std::uint64_t{1} << 20;

std::string page() {
  const std::filesystem::path path = source_folder() / "docs" / "templates.md";
  const Result<std::string> text = read_file(path, kMost);
  REQUIRE(text);
  return *text;
}

// The first fenced block of a language.
std::string block(const std::string& text, const std::string& language) {
  const std::string fence = "```" + language + "\n";
  const std::size_t begin = text.find(fence);
  REQUIRE(begin != std::string::npos);
  const std::size_t from = begin + fence.size();
  return text.substr(from, text.find("```\n", from) - from);
}

// A folder that is gone after the test.
class Folder {
 public:
  explicit Folder(const std::string& name) : path_(build_folder() / "user-templates" / name) {
    std::filesystem::remove_all(path_);
    std::filesystem::create_directories(path_);
  }
  ~Folder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  void write(const std::string& name, const std::string& text) const {
    REQUIRE(write_file(path_ / name, text));
  }
  EmitOptions options() const { return {path_, ""}; }

 private:
  std::filesystem::path path_;
};

Result<std::string> emitted(const EmitOptions& options, const std::string& id) {
  const Result<std::vector<Emitter>> all = emitters(options);
  if (!all) return tl::unexpected<Error>(all.error());
  for (const Emitter& emitter : *all) {
    if (emitter.id == id) return emitter.emit(golden_results(), options);
  }
  return fail(ErrorCode::internal, id, "no such emitter");
}

Error fault_of(const Folder& folder, const std::string& id = "mine") {
  const Result<std::string> out = emitted(folder.options(), id);
  REQUIRE_FALSE(out);
  return out.error();
}

const std::string kEntry =
    "[[report]]\n"
    "id = \"mine\"\n"
    "title = \"Mine\"\n"
    "file = \"mine.txt\"\n"
    "format = \"text\"\n";

// Every name of a member anywhere in the view.
void collect(const Shown& view, std::set<std::string>& names) {
  for (const auto& [name, value] : view.members()) {
    names.insert(name);
    if (name != "fields") collect(value, names);
  }
  for (const Shown& item : view.items()) collect(item, names);
}

}  // namespace

TEST_CASE("the example of the page on templates gives what the page shows") {
  const Folder folder("example");
  folder.write("reports.toml", block(page(), "toml"));
  folder.write("objections.mustache", block(page(), "mustache"));
  const Result<std::string> out = emitted(folder.options(), "objections");
  if (!out) FAIL(out.error().where + ": " + out.error().what);
  CHECK(*out == block(page(), "text"));
}

TEST_CASE("a user's report replaces the one of the same id, and a template the one of its name") {
  const Folder folder("replace");
  folder.write("roadmap.md.mustache", "mine: {{title}}");
  CHECK(emitted(folder.options(), "roadmap") == "mine: Plan \\<B> & \"friends\"");
  folder.write("reports.toml",
               "[[report]]\nid = \"liaison\"\ntitle = \"L\"\nfile = \"l.txt\"\nformat = \"text\"\n"
               "template = \"l\"\n[labels]\nnone = \"silent\"\n");
  folder.write("l", "{{#position_groups}}{{tally_text}}\n{{/position_groups}}");
  CHECK(emitted(folder.options(), "liaison")->find("1 silent") != std::string::npos);
}

TEST_CASE("a fault of a user's report names the file, the line and the nearest name") {
  const Folder folder("faults");
  const auto list = [&](const std::string& text) { folder.write("reports.toml", text); };
  list(kEntry + "templat = \"x\"\n");
  CHECK(fault_of(folder).what.find("needs either 'template' or 'columns'") != std::string::npos);
  list(kEntry + "template = \"x\"\nfacs = []\n");
  CHECK(fault_of(folder).what == "[[report]]: unknown key 'facs'; did you mean 'facts'?");
  CHECK(fault_of(folder).where.find("reports.toml:7:") != std::string::npos);
  list("[[report]\n");
  CHECK(fault_of(folder).where.find("reports.toml:1:") != std::string::npos);
  list(kEntry + "template = \"gone\"\n");
  CHECK(fault_of(folder).where == "report mine: template gone");
  list(kEntry + "template = \"x\"\n" + kEntry + "template = \"x\"\n");
  CHECK(fault_of(folder).what == "[[report]] id: 'mine' stands twice in this list");
  list(
      "[[report]]\nid = \"mine\"\ntitle = \"M\"\nfile = \"Digest.md\"\nformat = \"text\"\n"
      "template = \"x\"\n");
  CHECK(fault_of(folder).what ==
        "the reports 'digest-md' and 'mine' would both be written to Digest.md");
  list("[summary]\nrutine = []\n");
  CHECK(fault_of(folder).what == "[summary]: unknown key 'rutine'; did you mean 'routine'?");
  list(kEntry + "template = \"x\"\n");
  folder.write("x", "one\n{{titel}}\n");
  CHECK(fault_of(folder).where == "x:2");
  list(
      "[[report]]\nid = \"mine\"\ntitle = \"M\"\nfile = \"../m\"\nformat = \"text\"\n"
      "template = \"x\"\n");
  CHECK(fault_of(folder).what == "[[report]] file: '../m' is not a file name");
}

TEST_CASE("what a template is tried on has every list that results may have") {
  const auto lists = [](const Results& results) {
    std::set<std::string> names;
    const std::function<void(const Shown&, const std::string&)> walk =
        [&](const Shown& view, const std::string& name) {
          if (view.says_yes() && view.is_list()) names.insert(name);
          for (const auto& [key, value] : view.members()) walk(value, key);
          for (const Shown& item : view.items()) walk(item, name);
        };
    walk(view_of(results, {}), "");
    return names;
  };
  std::set<std::string> missing;
  std::ranges::set_difference(lists(golden_results()), lists(specimen()),
                              std::inserter(missing, missing.end()));
  // Texts stand in these; there is no name in a text to misspell.
  std::erase_if(missing, [](const std::string& name) {
    static const std::set<std::string> kTexts = {
        "reasons",     "documents", "to",         "for_action", "for_comment", "for_information",
        "attachments", "editors",   "supporters", "numbers",    "paths",       "questions"};
    return kTexts.contains(name);
  });
  CHECK(missing.empty());
}

TEST_CASE("the page on templates names every member of the view") {
  std::set<std::string> names;
  collect(view_of(golden_results(), {}), names);
  const std::string text = page();
  for (const std::string& name : names) {
    const bool by_pattern = name.starts_with("has_") || name.starts_with("first_") ||
                            name.ends_with("_text") || name.ends_with("_count") ||
                            name.ends_with("_more");
    if (by_pattern) continue;
    INFO(name);
    CHECK(text.find(fmt::format("`{}`", name)) != std::string::npos);
  }
}

}  // namespace rapporteur
