#include <fmt/format.h>
#include <toml++/toml.h>

#include <catch2/catch.hpp>
#include <filesystem>

#include "parsers/reader.hpp"
#include "pipeline/base/files.hpp"
#include "pipeline/normalise/normalise.hpp"
#include "pipeline/run/configure.hpp"
#include "tests/support/folders.hpp"

namespace rapporteur {
namespace {

namespace fs = std::filesystem;

const fs::path kShared = source_folder() / ".." / "shared";

const std::vector<Profile>& profiles() {
  static const std::vector<Profile> kAll = [] {
    Result<std::vector<Profile>> loaded = load_profiles(ProfileSource(), "");
    if (!loaded) FAIL(loaded.error().where << ": " << loaded.error().what);
    return std::move(*loaded);
  }();
  return kAll;
}

std::optional<Identity> identity_of(const fs::path& file) {
  const Result<std::string> bytes = read_file(file, Limits().file_bytes);
  if (!bytes) return {};
  Result<Draft> draft = read_document(*bytes, file.string());
  if (!draft) return {};
  const Profile& profile = detect(*draft, profiles());
  return normalise(std::move(*draft), profile).identity();
}

// What a document says it is: where it stands (the beginning of its name), kind, number, date.
struct Expected {
  const char* file;
  const char* kind;
  const char* number;
  const char* date;
};

fs::path find(const Expected& expected) {
  const fs::path prefix = kShared / expected.file;
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(prefix.parent_path(), error)) {
    if (entry.path().filename().string().starts_with(prefix.filename().string())) {
      return entry.path();
    }
  }
  return {};
}

void check(const Expected& expected) {
  const fs::path file = find(expected);
  INFO(expected.file);
  REQUIRE_FALSE(file.empty());
  const std::optional<Identity> identity = identity_of(file);
  REQUIRE(identity);
  CHECK(identity->kind == expected.kind);
  CHECK(identity->number.canonical == expected.number);
  CHECK(identity->date == expected.date);
}

bool absent(const char* folder) {
  if (fs::exists(kShared / folder)) return false;
  WARN("skipped: no ../shared");
  return true;
}

}  // namespace

TEST_CASE("the seeds say what they are and nothing is invented") {
  if (absent("seeds")) return;
  for (const Expected& expected : {
           Expected{"seeds/000", "etsi-isg-rules", "", ""},
           Expected{"seeds/001", "circular", "TSB Circular 68", "2023-01-18"},
           Expected{"seeds/002", "ad-hoc-report", "", ""},
           Expected{"seeds/003", "unknown", "", ""},
           Expected{"seeds/004", "report", "WTSA-24 C24", ""},
       }) {
    check(expected);
  }
}

TEST_CASE("kind, number and date of real ITU documents are right") {
  if (absent("docs")) return;
  for (const Expected& expected : {
           Expected{"docs/itu/ITUT-Recs-Skelet", "draft-recommendation", "", ""},
           Expected{"docs/itu/T-REC-A.1-", "recommendation", "ITU-T A.1", "2016-10"},
           Expected{"docs/itu/T-REC-A.12-", "recommendation", "ITU-T A.12", "2016-11"},
           Expected{"docs/itu/T-REC-E.119-201704-I!!MSW-A", "recommendation", "ITU-T E.119",
                    "2017-04"},
           Expected{"docs/itu/T-REC-E.119-201704-I!!MSW-E", "recommendation", "ITU-T E.119",
                    "2017-04"},
           Expected{"docs/itu/T-REC-G.Imp8101", "implementers-guide", "ITU-T G.Imp8101 (10/2018)",
                    "2018-10"},
           Expected{"docs/itu/T-REC-K.20-", "recommendation", "ITU-T K.20", "2018-10"},
           Expected{"docs/itu/T-REC-Q.850-", "recommendation", "ITU-T Q.850", "2018-10"},
           Expected{"docs/itu/T-REC-X.609.7-", "recommendation", "ITU-T X.609.7", "2018-12"},
           Expected{"docs/itu/T-RES-T.1-", "resolution", "WTSA Resolution 1", "2016-10-25"},
           Expected{"docs/itu/T-SP-OB.1171", "operational-bulletin",
                    "ITU Operational Bulletin No. 1171", "2019-05-01"},
       }) {
    check(expected);
  }
}

TEST_CASE("kind, number and date of real 3GPP and ETSI documents are right") {
  if (absent("docs")) return;
  for (const Expected& expected : {
           Expected{"docs/3gpp/R1-2603487", "3gpp-liaison", "R1-2603487", "2026-05-18"},
           Expected{"docs/3gpp/R1-2603606", "3gpp-contribution", "R1-2603606", "2026-05-18"},
           Expected{"docs/3gpp/R1-2603814", "3gpp-contribution", "R1-2603814", "2026-05-18"},
           Expected{"docs/3gpp/R1-2603952", "3gpp-contribution", "R1-2603952", "2026-05-18"},
           Expected{"docs/3gpp/R1-2604241", "3gpp-contribution", "R1-2604241", "2026-05-18"},
           Expected{"docs/3gpp/R1-2604306", "3gpp-contribution", "R1-2604306", "2026-05-18"},
           Expected{"docs/3gpp/R1-2604315", "3gpp-contribution", "R1-2604315", "2026-05-18"},
           Expected{"docs/3gpp/R1-2604606", "3gpp-contribution", "R1-2604606", "2026-05-18"},
           Expected{"docs/3gpp/R1-2604760", "3gpp-contribution", "R1-2604760", "2026-05-18"},
           Expected{"docs/3gpp/R1-2604763", "3gpp-summary", "R1-2604763", "2026-05-18"},
           Expected{"docs/3gpp/R1-2604764", "3gpp-summary", "R1-2604764", "2026-05-18"},
           Expected{"docs/3gpp/R1-2604765", "3gpp-summary", "R1-2604765", "2026-05-18"},
           Expected{"docs/3gpp/R1-2605028", "3gpp-report", "R1-2605028", "2026-05-18"},
           Expected{"docs/3gpp/R4-2607244", "3gpp-summary", "R4-2607244", "2026-05-18"},
           Expected{"docs/3gpp/R4-2607738", "3gpp-summary", "R4-2607738", "2026-05-18"},
           Expected{"docs/3gpp/Final_Report_RAN1-90", "3gpp-report", "R1-1716941", "2017-08-21"},
           Expected{"docs/3gpp/S2-1911962", "3gpp-agenda", "S2-1911962", "2019-11-18"},
           Expected{"docs/3gpp/S2-2209667", "3gpp-cr", "S2-2209667", "2022-09-28"},
           Expected{"docs/etsi/ETSI-TS 103 720", "etsi-deliverable",
                    "ETSI TS 103 720 V0.2.2 (2020-11)", "2020-11"},
       }) {
    check(expected);
  }
}

TEST_CASE("kind, number and date of real documents of other bodies are right") {
  if (absent("docs")) return;
  for (const Expected& expected : {
           Expected{"docs/other-sdo/26-159r2", "contribution", "26-159r2", "2026-06-16"},
           Expected{"docs/other-sdo/26-170", "contribution", "26-170r1", "2026-06-16"},
           Expected{"docs/other-sdo/26-171r1", "contribution", "26-171r1", "2026-06-17"},
           Expected{"docs/other-sdo/augmented", "contribution", "", "2022-07-11"},
           Expected{"docs/other-sdo/3gpp-liaison", "liaison-statement", "", "2010-11-09"},
           Expected{"docs/other-sdo/isoiec-liaison", "liaison-statement", "", "2010-05-05"},
           Expected{"docs/other-sdo/itu-sg16-liaison", "liaison-statement", "", "2010-05-05"},
           Expected{"docs/other-sdo/AOM_comments", "comment-sheet", "", ""},
           Expected{"docs/other-sdo/iso_comment_template", "comment-sheet", "", ""},
           Expected{"docs/other-sdo/m41627", "contribution", "m41627", "2017-10"},
           Expected{"docs/other-sdo/ECE_TRADE", "agenda", "ECE/TRADE/C/CEFACT/2018/1",
                    "2018-02-08"},
       }) {
    check(expected);
  }
}

TEST_CASE("the documents of the sample meeting are what their key says") {
  const toml::table key = toml::parse_file((source_folder() / "corpus" / "key.toml").string());
  const toml::array* const documents = key["document"].as_array();
  REQUIRE(documents != nullptr);
  for (const toml::node& node : *documents) {
    const toml::table& document = *node.as_table();
    const auto value = [&](const char* name) { return document[name].value_or(std::string()); };
    const fs::path file = build_folder() / "corpus" / value("folder") / value("path");
    INFO(value("path"));
    const std::optional<Identity> identity = identity_of(file);
    REQUIRE(identity);
    CHECK(identity->kind == value("kind"));
    CHECK(identity->number.canonical == value("identifier"));
    CHECK(identity->title == value("title"));
    // The key has both days of a meeting.
    CHECK(identity->date == value("date").substr(0, value("date").find('/')));
  }
}

}  // namespace rapporteur
