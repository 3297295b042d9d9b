#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "extractors/extractor.hpp"
#include "parsers/reader.hpp"
#include "pipeline/base/files.hpp"
#include "pipeline/normalise/normalise.hpp"
#include "pipeline/profile/profile.hpp"
#include "pipeline/text/words.hpp"
#include "tests/support/folders.hpp"

// The positions of real documents beside the checkout against a key that people made by reading
// their tables and lists. The key has hashes and labels, no text.

namespace rapporteur {
namespace {

const std::filesystem::path kSource = source_folder();

// Party, stance and question of each cell that may hold a position; the question's hash is "-"
// where the key does not give it.
using Cell = std::tuple<std::string, std::string, std::string>;
using Cells = std::map<std::pair<std::uint32_t, std::uint32_t>, std::multiset<Cell>>;

std::string hash_of(std::string_view words) {
  return sha256(lower_ascii(collapse(words))).substr(0, 10);
}

std::uint32_t number(std::string_view digits) {
  std::uint32_t value = 0;
  for (const char c : digits) value = value * 10 + static_cast<std::uint32_t>(c - '0');
  return value;
}

// Begin of a document's SHA-256 -> its cells.
std::map<std::string, Cells> read_key() {
  const Result<std::string> text =
      read_file(kSource / "tests/unit/extractors/position_key.tsv", Limits().file_bytes);
  REQUIRE(text);
  std::map<std::string, Cells> key;
  for (const std::string_view line : split(*text, '\n')) {
    if (line.empty() || line.starts_with('#')) continue;
    const std::vector<std::string_view> field = split(line, '\t');
    REQUIRE(field.size() == 6);
    key[std::string(field[0])][{number(field[1]), number(field[2])}].emplace(field[3], field[4],
                                                                             field[5]);
  }
  return key;
}

Cells cells_of(const std::string& bytes, const std::string& name) {
  const Result<Profile> profile = ProfileSource().load("3gpp");
  REQUIRE(profile);
  Result<Draft> draft = read_document(bytes, name);
  REQUIRE(draft);
  const Document doc = normalise(std::move(*draft), *profile);
  const std::string only[] = {"positions"};
  Cells cells;
  for (const Fact& fact : extract(doc, *profile, only)) {
    const Position& position = std::get<Position>(fact.value);
    // The key gives the label of the proposal above a table, and all of what a list is about.
    const bool list = fact.pattern.starts_with("list-");
    const std::string asked = position.table == 0
                                  ? position.question
                                  : position.question.substr(0, position.question.find(':'));
    cells[{position.table, position.row}].emplace(
        hash_of(position.party), rapporteur::name(position.stance), list ? "-" : hash_of(asked));
  }
  return cells;
}

struct Agreement {
  std::size_t expected = 0;
  std::size_t read = 0;
  std::size_t both = 0;
};

void compare(const Cells& key, const Cells& cells, Agreement& agreement) {
  for (const auto& [place, read] : cells) agreement.read += read.size();
  for (const auto& [place, expected] : key) {
    agreement.expected += expected.size();
    const auto found = cells.find(place);
    if (found == cells.end()) continue;
    std::vector<Cell> both;
    std::ranges::set_intersection(expected, found->second, std::back_inserter(both));
    agreement.both += both.size();
  }
}

}  // namespace

TEST_CASE("positions of real discussions are read cell by cell as people read them") {
  const std::filesystem::path folder = kSource / "../shared/docs/3gpp";
  if (!std::filesystem::exists(folder)) {
    WARN("skipped: no ../shared");
    return;
  }
  const std::map<std::string, Cells> key = read_key();
  Agreement agreement;
  std::size_t documents = 0;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() != ".docx") continue;
    Result<std::string> bytes = read_file(entry.path(), Limits().file_bytes);
    REQUIRE(bytes);
    const auto found = key.find(sha256(*bytes).substr(0, 8));
    if (found == key.end()) continue;
    ++documents;
    compare(found->second, cells_of(*bytes, entry.path().filename().string()), agreement);
  }
  CHECK(documents == key.size());
  CAPTURE(agreement.expected, agreement.read, agreement.both);
  CHECK(agreement.both * 1000 >= agreement.expected * 990);
  CHECK(agreement.both * 1000 >= agreement.read * 995);
}

}  // namespace rapporteur
