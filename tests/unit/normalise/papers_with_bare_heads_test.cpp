#include <algorithm>
#include <catch2/catch.hpp>

#include "parsers/sketch/sketch.hpp"
#include "pipeline/normalise/document_details.hpp"
#include "pipeline/normalise/normalise.hpp"

// Papers whose heads have no labels: number, day and language, then whose text it is and what it
// is called.

namespace rapporteur {
namespace {

struct Paper {
  const char* path;
  const char* sketch;
  const char* kind;
  const char* number;
  const char* date;
  const char* source;
  const char* title;
};

std::string source_of(const Identity& identity) {
  const auto found = std::ranges::find(identity.cover, "source", &CoverField::name);
  return found == identity.cover.end() ? "" : found->value;
}

void check(const char* body, const Paper& paper) {
  Result<Profile> profile = ProfileSource().load(body);
  if (!profile) FAIL(profile.error().where << ": " << profile.error().what);
  Draft draft = read_sketch(paper.sketch).draft;
  draft.data.path = paper.path;
  const Document doc = normalise(std::move(draft), *profile);
  const Identity& identity = doc.identity();
  INFO(paper.path);
  CHECK(identity.kind == paper.kind);
  CHECK(identity.number.canonical == paper.number);
  CHECK(identity.date == paper.date);
  CHECK(source_of(identity) == paper.source);
  CHECK(identity.title == paper.title);
}

}  // namespace

TEST_CASE("a paper for a conference has a number of two lines, a source and a title") {
  check("itu-t", {"a.docx",
                  "World Telecommunication Standardization Assembly (WTSA-24)\n"
                  "Example City, 15-24 October 2024\n"
                  "| PLENARY MEETING | Addendum 16 to\\nDocument 48-E |\n|  | 9 September 2024 |\n"
                  "|  | Original: English |\n| Norland (Republic of) | < |\n"
                  "| PROPOSED MODIFICATION OF RESOLUTION 9 | < |\n\n"
                  "Abstract: Norland supports Document 46 (Add.10).\n",
                  "contribution", "WTSA-24 C48 (Add.16)", "2024-09-09", "Norland (Republic of)",
                  "PROPOSED MODIFICATION OF RESOLUTION 9"});
  check("itu-t", {"R23-WRC23-C-0010!A25!MSW-E.docx",
                  "| World Radiocommunication Conference (WRC-23)\\nExample City, 20 November - 15 "
                  "December 2023 | < |\n"
                  "| PLENARY MEETING | Addendum 25 to\\nDocument 10-E |\n|  | 30 August 2023 |\n"
                  "|  | Original: English |\n| Northern common proposals | < |\n"
                  "| PROPOSALS FOR THE WORK OF THE CONFERENCE | < |\n| Agenda item 7.2 | < |\n",
                  "contribution", "WRC-23 C10 (Add.25)", "2023-08-30", "Northern common proposals",
                  "PROPOSALS FOR THE WORK OF THE CONFERENCE"});
}

TEST_CASE("papers of ITU-R are those of a group, and the day is theirs, not that of the meeting") {
  check("itu-t",
        {"a.docx",
         "| Radiocommunication Advisory Group\\nExample City, 15-17 April 2026 | Document "
         "RAG26/TEMP/2-E\\n16 April 2026\\nEnglish only |\n\nChairman, RAG\n"
         "Ninth meeting of the Radiocommunication Advisory Group\nSUMMARY OF CONCLUSIONS\n"
         "| Agenda Item | Subject | Conclusions |\n| 1 | Opening | It was opened. |\n",
         "report", "RAG26/TEMP/2", "2026-04-16", "Chairman, RAG", "SUMMARY OF CONCLUSIONS"});
  check("itu-t", {"b.docx",
                  "| Radiocommunication Study Groups | Document 9A/650-E\\n12 December 2026\\n"
                  "English only |\n\nChairman, Working Party 9A\n"
                  "REPORT ON THE NINTH MEETING OF WORKING PARTY 9A\n(Geneva, 6-16 November 2026)\n",
                  "report", "9A/650", "2026-12-12", "Chairman, Working Party 9A",
                  "REPORT ON THE NINTH MEETING OF WORKING PARTY 9A"});
  check("itu-t", {"c.docx",
                  "| Radiocommunication Study Groups\\nSource: Document 9A/TEMP/12 | Document "
                  "9A/70-E\\n3 May 2026\\nEnglish only |\n\nWorking Party 9A\n"
                  "Liaison statement to external organizations\nOn relays\n",
                  "liaison-statement", "9A/70", "2026-05-03", "Working Party 9A",
                  "Liaison statement to external organizations"});
}

TEST_CASE("papers of ITU-D and of the Council say whose they are") {
  check("itu-t",
        {"a.docx",
         "| Telecommunication Development Advisory Group (TDAG)\\n33rd Meeting, Geneva, 9-11 April "
         "2026 |  |\n|  | Revision 1 to\\nDocument TDAG-26/5-E |\n|  | 20 March 2026 |\n"
         "|  | Original: English |\n| Director, Telecommunication Development Bureau | < |\n"
         "| Coordination of the Sectors | < |\n"
         "| Summary:\\nThis report highlights the work since the last meeting. | < |\n",
         "report", "TDAG-26/5(Rev.1)", "2026-03-20",
         "Director, Telecommunication Development Bureau", "Coordination of the Sectors"});
  check("itu-t",
        {"b.docx",
         "| Council 2026\\nGeneva, 10-20 June 2026 |  |\n| Agenda item: PL 1.7 | Document "
         "C26/89-E\\n27 May 2026\\nOriginal: English |\n\nNote by the Secretary-General\n"
         "Contribution from the Republic of Norland\nTerms of the group of experts\nSummary\n",
         "contribution", "C26/89", "2026-05-27", "the Republic of Norland",
         "Terms of the group of experts"});
}

TEST_CASE("a title that ends in the midst of a phrase goes on in the next line") {
  check("itu-t",
        {"a.docx",
         "| Council 2026\\nGeneva, 10-20 June 2026 | Document C26/111-E\\n11 June 2026\\n"
         "Original: English |\n\nSUMMARY RECORD\nOF THE\nFIRST PLENARY MEETING\n"
         "Monday, 10 June 2026, from 0935 to 1230 hours\n",
         "report", "C26/111", "2026-06-11", "", "SUMMARY RECORD OF THE FIRST PLENARY MEETING"});
}

TEST_CASE("circulars of every Bureau are circulars") {
  check("itu-t",
        {"a.docx",
         "Telecommunication Development Bureau (BDT)\n"
         "| Ref.: | Circular BDT/IP/ABCD-13 | Geneva, 21 October 2026 |\n"
         "| Subject: | Meetings of the Rapporteur Groups |  |\n\nDear Sir/Madam,\n",
         "circular", "BDT/IP/ABCD-13", "2026-10-21", "", "Meetings of the Rapporteur Groups"});
  check("itu-t",
        {"b.docx",
         "Radiocommunication Bureau (BR)\n"
         "| Administrative Circular\\nCA/246 | 18 January 2026 |\n\n"
         "To Administrations of Member States of the ITU\n"
         "Subject: Meeting of the Conference Preparatory Meeting\n",
         "circular", "CA/246", "2026-01-18", "", "Meeting of the Conference Preparatory Meeting"});
}

TEST_CASE("papers of the United Nations say who sent them in") {
  check("base", {"a.docx",
                 "| Submitted by the expert from Norland | Informal document GRVA-24-05\\n"
                 "24th GRVA, 19-23 January 2026\\nagenda item 4(a) |\n\n"
                 "Proposal for amendments to UN Regulation No. 999\n",
                 "contribution", "GRVA-24-05", "2026-01-19", "the expert from Norland",
                 "Proposal for amendments to UN Regulation No. 999"});
  check("base", {"b.docx",
                 "|  | United Nations | ECE/TRANS/WP.29/1199 |\n|  | Economic and Social Council | "
                 "Distr.: General\\n12 June 2026\\nOriginal: English |\n\n"
                 "Economic Commission for Europe\nGeneva, 4-8 May 2026\n"
                 "Report of the World Forum on its ninth session\n",
                 "report", "ECE/TRANS/WP.29/1199", "2026-06-12", "",
                 "Report of the World Forum on its ninth session"});
}

TEST_CASE("plain texts of such heads are read as the documents are") {
  check("itu-t", {"a.txt",
                  "INTERNATIONAL TELECOMMUNICATION UNION\nRADIOCOMMUNICATION\nADVISORY GROUP\n"
                  "GENEVA, 23-25 JANUARY 2026\n      Document RAG26/9-E\n"
                  "      9 December 2025\n      Original: English\n"
                  "Study Group Chairmen and Vice-Chairmen\nRELATIONS BETWEEN STUDY GROUPS\n"
                  "1 Introduction\nThe pace of studies continues to grow.\n",
                  "contribution", "RAG26/9", "2025-12-09", "Study Group Chairmen and Vice-Chairmen",
                  "RELATIONS BETWEEN STUDY GROUPS"});
  check("itu-t",
        {"b.txt",
         "INTERNATIONAL TELECOMMUNICATION UNION\nRADIOCOMMUNICATION BUREAU\n"
         "(Direct Fax No. +99 1 000 00 00)\n# Administrative Circular\n"
         "# CA/3                              18 January 2026\n"
         "# Subject:  Invitation to the work of the Study Groups\nText follows.\n",
         "circular", "CA/3", "2026-01-18", "", "Invitation to the work of the Study Groups"});
}

TEST_CASE("heads name the meeting that a paper is for in a line of their own") {
  const std::pair<const char*, const char*> cases[] = {
      {"ECE/TRANS/WP.29/1199\n200th session\nReport of the forum on its 200th session\n",
       "200th session"},
      {"IEEE P802.11\nWireless LANs\nMinutes of the group\n"
       "IEEE 802.11 Interim Meeting – Session #215\n",
       "IEEE 802.11 Interim Meeting – Session #215"},
      {"| 48 MEETING OF THE PERMANENT COMMITTEE\\nMarch 1 to 4, 2026 | CCP.I-TIC/doc. 2293/26 |\n",
       "48 MEETING OF THE PERMANENT COMMITTEE"},
      {"| SG13-TD9 | March 2026 |\n| Source: | Alba |\n", ""},
  };
  Result<Profile> profile = ProfileSource().load("base");
  REQUIRE(profile);
  for (const auto& [sketch, meeting] : cases) {
    INFO(sketch);
    CHECK(meeting_of(normalise(read_sketch(sketch).draft, *profile), *profile) == meeting);
  }
}

}  // namespace rapporteur
