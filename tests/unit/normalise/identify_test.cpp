#include "pipeline/normalise/identify.hpp"

#include <catch2/catch.hpp>

#include "parsers/sketch/sketch.hpp"
#include "pipeline/normalise/normalise.hpp"

namespace rapporteur {
namespace {

Identity identity_of(const char* profile_name, std::string_view sketch,
                     std::string path = "document.docx") {
  const Result<Profile> profile = ProfileSource().load(profile_name);
  if (!profile) FAIL(profile.error().where << ": " << profile.error().what);
  Draft draft = read_sketch(sketch).draft;
  draft.data.path = std::move(path);
  return normalise(std::move(draft), *profile).identity();
}

std::string field(const Identity& identity, std::string_view name) {
  for (const CoverField& one : identity.cover) {
    if (one.name == name && !one.value.empty()) return one.value;
  }
  return {};
}

constexpr const char* kOldForm =
    "| INTERNATIONAL TELECOMMUNICATION UNION | < | < | SG13-TD112R1/GEN |\n"
    "| Question(s): | 6, 16/13 | Meeting, date: | Geneva, 9-20 March 2026 |\n"
    "| Study Group: | 13 | Working Party: | 3 |\n"
    "| Source: | Example Networks | < | < |\n"
    "| Title: | Sleep modes of line cards | < | < |\n"
    "| Contact: | A. Person\\nExample Networks | Tel:\\nE-mail: | +990 55 01\\na@example.org |\n\n"
    "# 1 Introduction\nTSAG-TD439 was approved on 3 May 2024.\n";

}  // namespace

TEST_CASE("the header table of ITU-T gives number, title, date and fields") {
  const Identity identity = identity_of("itu-t", kOldForm);
  CHECK(identity.kind == "td");
  CHECK(identity.number.canonical == "SG13-TD112R1/GEN");
  CHECK_FALSE(identity.number.inferred);
  CHECK(identity.title == "Sleep modes of line cards");
  CHECK(identity.date == "2026-03-09");
  CHECK(field(identity, "question") == "6, 16/13");
  CHECK(field(identity, "group") == "13");
  CHECK(field(identity, "working-party") == "3");
  CHECK(field(identity, "source") == "Example Networks");
}

TEST_CASE("labels in one cell are paired with the values in the next, line by line") {
  const Identity identity = identity_of("itu-t", kOldForm);
  CHECK(field(identity, "tel") == "+990 55 01");
  CHECK(field(identity, "email") == "a@example.org");
}

TEST_CASE("place and date without a label are read beside labelled fields only") {
  const Identity form = identity_of("itu-t",
                                    "| Question(s): | 6/13 | Geneva, 9-20 March 2026 |\n"
                                    "| TD | < | < |\n| Title: | Roadmap of clouds | < |\n");
  CHECK(form.date == "2026-03-09");
  CHECK(form.kind == "roadmap");
  const Identity table = identity_of("itu-t",
                                     "An ordinary sentence that opens the text of a document.\n"
                                     "| Meeting | Place |\n| First | Geneva, 3 May 2024 |\n");
  CHECK(table.date == "");
}

TEST_CASE("a number without its group gets it from the header and is marked") {
  const Identity identity = identity_of(
      "itu-t", "| STUDY GROUP 13 | < |\n| Title: | Something new |\n", "folder/C97.docx");
  CHECK(identity.number.canonical == "SG13-C97");
  CHECK(identity.number.inferred);
  CHECK(identity.kind == "contribution");
}

TEST_CASE("the number in the header goes before the one in the file name") {
  CHECK(identity_of("itu-t", kOldForm, "TD118.docx").number.canonical == "SG13-TD112R1/GEN");
  CHECK(identity_of("itu-t", "Some text.\n", "T17-SG13-C-0123!!MSW-E.docx").number.canonical ==
        "SG13-C123");
}

TEST_CASE("a circular is known by its reference, its subject is its title") {
  const Identity identity = identity_of(
      "itu-t",
      "INTERNATIONAL TELECOMMUNICATION UNION\\nTELECOMMUNICATION STANDARDIZATION BUREAU\n"
      "|  | Geneva, 8 January 2026 | < |\n| Ref: | TSB Circular 087 | To:\\n- Members |\n"
      "| Subject: | First meeting (Geneva, 22 March 2026) | < |\n\n"
      "Dear Sir/Madam,\n1\\tI invite you.\n");
  CHECK(identity.kind == "circular");
  CHECK(identity.number.canonical == "TSB Circular 87");
  CHECK(identity.title == "First meeting (Geneva, 22 March 2026)");
  CHECK(identity.date == "2026-01-08");
}

TEST_CASE("the tabbed lines of 3GPP give number, date and fields") {
  const Identity identity = identity_of(
      "3gpp",
      "\\t3GPP TSG RAN WG1 #125\\t\\tR1-2603487\n\\tDalian, China, May. 18th ~ 22nd, 2026\n"
      "\\t3GPP TSG-RAN WG3 Meeting #131\\tR3-261541\n"
      "Title:\\tReply LS on sensing\nResponse to:\\tLS on sensing (R3-260011)\n"
      "Source:\\tRAN3\nTo:\\tSA2\n# 1 Overall description\nSee S2-2511045.\n");
  CHECK(identity.kind == "3gpp-liaison");
  CHECK(identity.number.canonical == "R1-2603487");
  CHECK(identity.date == "2026-05-18");
  CHECK(identity.title == "Reply LS on sensing");
  CHECK(field(identity, "response-to") == "LS on sensing (R3-260011)");
}

TEST_CASE("the cover of an ETSI deliverable gives number and date") {
  const Identity identity =
      identity_of("etsi",
                  "@ZA Draft ETSI TS 103 720 V0.2.2 (2020-11)\n@ZT Broadcast system\n@ZB Technical "
                  "Specification\n");
  CHECK(identity.kind == "etsi-deliverable");
  CHECK(identity.number.canonical == "ETSI TS 103 720 V0.2.2 (2020-11)");
  CHECK(identity.title == "Broadcast system");
  CHECK(identity.date == "2020-11");
}

TEST_CASE("lines To, Subject and Date are a head, the second column holds the number") {
  const Identity identity = identity_of("base",
                                        "To: J3                              J3/26-170r1\n"
                                        "Subject: Edits for an issue\nFrom: A. Person\n"
                                        "Date: 2026-June-16\n\n1. Background\n-----\nText.\n",
                                        "26-170.txt");
  CHECK(identity.number.canonical == "26-170r1");
  CHECK(identity.title == "Edits for an issue");
  CHECK(identity.date == "2026-06-16");
  CHECK(field(identity, "to") == "J3");
}

TEST_CASE("a text that does not say what it is gets no number, title or date") {
  const Identity identity =
      identity_of("itu-t",
                  "The group considered a proposal in its December 2018 meeting, see TSAG-TD439.\n"
                  "A workshop was held in early June 2019 in Shanghai.\nIt cites Resolution 22\n");
  CHECK(identity.kind == "unknown");
  CHECK(identity.number.canonical == "");
  CHECK(identity.title == "");
  CHECK(identity.date == "");
}

TEST_CASE("the kind comes with what speaks for it") {
  const Identity identity = identity_of("itu-t", kOldForm);
  CHECK(identity.confidence >= 40);
  CHECK_FALSE(identity.reasons.empty());
}

}  // namespace rapporteur
