#include <fmt/format.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <map>

#include "pipeline/base/files.hpp"
#include "pipeline/normalise/mentions.hpp"
#include "pipeline/run/batch.hpp"
#include "pipeline/run/configure.hpp"
#include "pipeline/text/words.hpp"
#include "tests/support/folders.hpp"

namespace rapporteur {
namespace {

namespace fs = std::filesystem;

// How far a reader that learns to read more may move a place.
constexpr std::int64_t kMoved = 4000;

// A place in a document of the collection at which a person has judged what the scanner found.
struct Hit {
  std::int64_t begin = 0;
  std::size_t length = 0;
  std::string family;
  std::string mark;  // of the canonical form; the form itself is the document's
  bool right = true;
};

// FNV-1a, 32 bits.
std::string mark_of(std::string_view text) {
  std::uint32_t hash = 2166136261U;
  for (const char c : text) {
    hash ^= static_cast<unsigned char>(c);
    hash *= 16777619U;
  }
  return fmt::format("{:08x}", hash);
}

// identifier_hits.tsv: sha256, begin, length, family, mark, "yes" or "no".
std::map<std::string, std::vector<Hit>> judged_hits() {
  std::map<std::string, std::vector<Hit>> hits;
  const Result<std::string> bytes =
      read_file(source_folder() / "tests/unit/profile/identifier_hits.tsv", 1 << 20);
  REQUIRE(bytes);
  for (const std::string_view line : split(*bytes, '\n')) {
    const std::vector<std::string_view> cells = split(line, '\t');
    if (cells.size() != 6 || cells[0].starts_with('#')) continue;
    hits[std::string(cells[0])].push_back({std::stoll(std::string(cells[1])),
                                           std::stoul(std::string(cells[2])), std::string(cells[3]),
                                           std::string(cells[4]), cells[5] == "yes"});
  }
  return hits;
}

bool is_found(const Hit& hit, const std::vector<Identifier>& found) {
  return std::ranges::any_of(found, [&](const Identifier& one) {
    const std::int64_t moved = std::int64_t{one.where.begin} - hit.begin;
    return one.family == hit.family && one.where.size() == hit.length && -kMoved < moved &&
           moved < kMoved && mark_of(one.canonical) == hit.mark;
  });
}

}  // namespace

TEST_CASE("every given document: of 500 identifiers judged by hand none is false") {
  const fs::path shared = source_folder() / "../shared";
  if (!fs::exists(shared)) {
    WARN("skipped: no ../shared");
    return;
  }
  const std::map<std::string, std::vector<Hit>> hits = judged_hits();
  const Result<std::vector<Profile>> profiles = load_profiles(ProfileSource(), "");
  REQUIRE(profiles);
  std::size_t checked = 0;
  for (const auto& entry : fs::recursive_directory_iterator(shared)) {
    if (!entry.is_regular_file() || entry.file_size() > Limits().file_bytes) continue;
    const Result<std::string> bytes = read_file(entry.path(), Limits().file_bytes);
    const auto judged = bytes ? hits.find(sha256(*bytes)) : hits.end();
    if (judged == hits.end()) continue;
    const Result<Document> doc = read_one(*bytes, entry.path().string(), *profiles, {});
    REQUIRE(doc);
    const Profile& profile = *std::ranges::find(*profiles, doc->identity().profile, &Profile::name);
    const std::vector<Identifier> found =
        profile.grammar.scan(doc->text(), context_of(*doc, profile));
    for (const Hit& hit : judged->second) {
      INFO(entry.path().filename().string() << " at " << hit.begin << " " << hit.family);
      CHECK(is_found(hit, found) == hit.right);
      ++checked;
    }
  }
  CHECK(checked >= 500);
}

}  // namespace rapporteur
