#include "pipeline/normalise/identify.hpp"

#include <catch2/catch.hpp>

#include "parsers/sketch/sketch.hpp"
#include "pipeline/normalise/document_details.hpp"
#include "pipeline/normalise/mentions.hpp"
#include "pipeline/normalise/normalise.hpp"

namespace rapporteur {
namespace {

struct Read {
  Profile profile;
  Document doc;
};

Read read(const char* profile_name, std::string_view sketch, std::string path = "document.docx") {
  Result<Profile> profile = ProfileSource().load(profile_name);
  if (!profile) FAIL(profile.error().where << ": " << profile.error().what);
  Draft draft = read_sketch(sketch).draft;
  draft.data.path = std::move(path);
  Document doc = normalise(std::move(draft), *profile);
  return {std::move(*profile), std::move(doc)};
}

Identity identity_of(const char* profile_name, std::string_view sketch,
                     std::string path = "document.docx") {
  return read(profile_name, sketch, std::move(path)).doc.identity();
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
  CHECK(table.date.empty());
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
  CHECK(identity.number.canonical.empty());
  CHECK(identity.title.empty());
  CHECK(identity.date.empty());
}

TEST_CASE("the kind comes with what speaks for it") {
  const Identity identity = identity_of("itu-t", kOldForm);
  CHECK(identity.confidence >= 40);
  CHECK_FALSE(identity.reasons.empty());
}

namespace {

std::string people(const std::string& sketch) {
  const Read given = read("itu-t", sketch);
  std::string out;
  for (const Contact& one : contacts_of(given.doc, given.profile)) {
    out += "<" + one.name + "|" + one.organization + "|" + one.country + "|" + one.telephone + "|" +
           one.email + ">";
  }
  return out;
}

std::string people_of(const std::string& rows) {
  return people("| Question(s): | 6/13 |\n| Title: | Sleep modes |\n" + rows);
}

}  // namespace

TEST_CASE("the people of a cover are told apart, with what is said of each") {
  CHECK(people(kOldForm) == "<A. Person|Example Networks||+990 55 01|a@example.org>");
  CHECK(
      people_of(
          "| Contact: | A. Person\\nExample Co., Ltd\\nJapan\\nB. Other\\nOther Lab\\nEgypt | "
          "Tel:\\nE-mail: | +990 1 22 33\\na@example.org |\n") ==
      "<A. Person|Example Co., Ltd|Japan||><B. Other|Other Lab|Egypt|+990 1 22 33|a@example.org>");
  CHECK(people_of("| Contact: | A. Person, Example Ltd, Japan; B. Other (Other Lab, Egypt) |\n") ==
        "<A. Person|Example Ltd|Japan||><B. Other|Other Lab|Egypt||>");
  CHECK(people_of("| Contact: | A. Person, Example Ltd, +990 55 01 77, a@example.org |\n") ==
        "<A. Person|Example Ltd||+990 55 01 77|a@example.org>");
  CHECK(people_of("| Editors: | Ada First, Bob Second, Cyd Third-Last |\n") ==
        "<Ada First||||><Bob Second||||><Cyd Third-Last||||>");
  CHECK(people_of("| Contact: | <Name>\\n<Organization>\\n<Country> |\n").empty());
}

TEST_CASE("a label of the head that has the style of a heading is a label") {
  const Read given = read("3gpp",
                          "SA WG2 Meeting #129\tS2-1812080\n"
                          "26 - 30 November 2018, Example City\n"
                          "# Source:\tExample Mobile\n# Title:\tNew WID: Naps\n"
                          "# Document for:\tApproval\nAgenda Item:\t7.1\n# 1 Impacts\n");
  CHECK(given.doc.identity().title == "New WID: Naps");
  CHECK(given.doc.identity().kind == "3gpp-wid");
  CHECK(meeting_of(given.doc, given.profile) == "SA WG2 Meeting #129");
  CHECK(last_day_of(given.doc, given.profile) == "2018-11-30");
}

TEST_CASE("under the header of the meeting, that of a forwarded liaison is another document's") {
  const Read given =
      read("3gpp",
           "3GPP TSG SA WG5 Meeting #165\tS5-261044\nExample City, 9 - 13 February 2026\n"
           "Title:\tLS on energy counters\nSource:\tRAN3\nTo:\tSA5\n"
           "3GPP TSG RAN WG3 Meeting #131\tR3-260011\nOther City, 10 - 14 November 2025\n"
           "Title:\tLS on energy counters of nodes\nSource:\tRAN3\n");
  CHECK(given.doc.identity().number.canonical == "S5-261044");
  CHECK(given.doc.identity().title == "LS on energy counters");
  CHECK(meeting_of(given.doc, given.profile) == "3GPP TSG SA WG5 Meeting #165");
  CHECK(given.doc.identity().date == "2026-02-09");
}

TEST_CASE("every place that states the number is heard, and the questions are in full") {
  const Read given = read("itu-t", kOldForm, "T25-SG13-260309-TD-GEN-0112!!MSW-E.docx");
  const std::vector<NumberClaim> claims = number_claims(given.doc, given.profile);
  REQUIRE(claims.size() == 2);
  CHECK(claims[0].place == "head");
  CHECK(claims[0].number.canonical == "SG13-TD112R1/GEN");
  CHECK(claims[1].place == "file name");
  CHECK(claims[1].number.canonical == "SG13-TD112/GEN");
  CHECK(questions_of(given.doc, given.profile) == std::vector<std::string>{"Q6/13", "Q16/13"});
  CHECK(context_of(given.doc, given.profile).group == "SG13");
}

TEST_CASE("an agenda lists documents with the title and the item of their rows") {
  const Read given =
      read("itu-t",
           "| Question(s): | QALL/13 | Geneva, 9-20 March 2026 |\n| Study Group: | 13 | < |\n"
           "| Title: | Draft agenda of the meeting | < |\n\n# 1 Agenda\n"
           "| Item | Title | Document |\n| 3 | Naps | TD7 |\n| 4 | Rest | SG17-TD9R1, TD8 |\n"
           "See TD7 and ITU-T Y.3800.\n");
  std::string out;
  for (const ListedDocument& one : listed_documents(given.doc, given.profile)) {
    out += one.item + " " + one.title + " " + one.number.canonical + "; ";
  }
  CHECK(out == "3 Naps SG13-TD7; 4 Rest SG17-TD9R1; 4 Rest SG13-TD8; ");
  const Read other = read("itu-t", kOldForm);
  CHECK(listed_documents(other.doc, other.profile).empty());
}

TEST_CASE("the history box of a deliverable gives its versions") {
  const Identity identity =
      identity_of("etsi",
                  "ETSI TS 103 999 V1.2.1 (2026-02)\n# 1 Scope\nThe text.\n"
                  "| Document history | < | < |\n| V1.1.1 | May 2025 | Publication |\n"
                  "| V1.2.1 | February 2026 | Publication |\n");
  std::string history;
  for (const CoverField& one : identity.cover) {
    if (one.name == "history") history += one.label + " " + one.value + "; ";
  }
  CHECK(history == "V1.1.1 May 2025, Publication; V1.2.1 February 2026, Publication; ");
}

TEST_CASE("a liaison statement that says which way it goes is of that kind") {
  const auto kind = [](const std::string& title) {
    return identity_of("itu-t", "| Question(s): | 6/13 |\n| Title: | " + title + " |\n").kind;
  };
  CHECK(kind("LS/i on the metering interface [from SG5]") == "liaison-statement-in");
  CHECK(kind("LS/o on the metering interface [to SG5]") == "liaison-statement-out");
  CHECK(kind("LS/r on the metering interface (reply to SG5-LS3)") == "liaison-statement-out");
  CHECK(kind("Liaison statement on the metering interface") == "liaison-statement");
}

TEST_CASE("the language is that of the text") {
  const Read english =
      read("itu-t", std::string(kOldForm) + "The nodes of the network are asked to report.\n");
  CHECK(language_of(english.doc, english.profile) == "en");
  const Read french = read("itu-t", "Titre\n", "T17-SG13-C-0123!!MSW-F.docx");
  CHECK(language_of(french.doc, french.profile) == "fr");
}

}  // namespace rapporteur
