#include <catch2/catch.hpp>

#include "parsers/sketch/sketch.hpp"
#include "pipeline/normalise/identify.hpp"
#include "pipeline/normalise/normalise.hpp"

// Papers of many bodies and languages: what they are, which number they bear, what they are called.

namespace rapporteur {
namespace {

struct Paper {
  const char* profile;
  const char* path;
  const char* sketch;
  const char* kind;
  const char* number;
  const char* title;
};

void check(const Paper& paper) {
  Result<Profile> profile = ProfileSource().load(paper.profile);
  if (!profile) FAIL(profile.error().where << ": " << profile.error().what);
  Draft draft = read_sketch(paper.sketch).draft;
  draft.data.path = paper.path;
  const Identity identity = normalise(std::move(draft), *profile).identity();
  INFO(paper.path);
  CHECK(identity.kind == paper.kind);
  CHECK(identity.number.canonical == paper.number);
  CHECK(identity.title == paper.title);
}

}  // namespace

TEST_CASE("papers of ITU-T in French and Spanish are what the English ones are") {
  check({"itu-t", "a.docx",
         "Union internationale des télécommunications\\nBureau de la normalisation des "
         "télécommunications\n|  | Genève, le 12 février 2026 |\n"
         "| Réf.: | Circulaire TSB 45\\nCE 13/TK |\n| Objet: | Atelier sur les réseaux |\n\n"
         "Madame, Monsieur,\n",
         "circular", "TSB Circular 45", "Atelier sur les réseaux"});
  check({"itu-t", "b.docx",
         "| Ref.: | Circular TSB 88 |\n| Asunto: | Consulta sobre la numeración |\n", "circular",
         "TSB Circular 88", "Consulta sobre la numeración"});
  check({"itu-t", "T25-SG02-C-0031!!MSW-S.docx",
         "| COMISIÓN DE ESTUDIO 2 | < |\n| Cuestión(es): | 1/2 |\n| CONTRIBUCIÓN | < |\n"
         "| Origen: | Surlandia |\n| Título: | Gestión de recursos |\n",
         "contribution", "SG2-C31", "Gestión de recursos"});
}

TEST_CASE("guides and supplements are told from Recommendations") {
  check({"itu-t", "T-REC-G.Imp8999-202604-I!!MSW-E.docx",
         "SERIES G: TRANSMISSION\nImplementers' Guide for Recommendation ITU-T G.8999\n"
         "# 1 Scope\nThe guide lists defects.\n",
         "implementers-guide", "ITU-T G.Imp8999 (04/2026)",
         "Implementers' Guide for Recommendation ITU-T G.8999"});
  check({"itu-t", "T-REC-Y.Sup99-202511-I!!MSW-E.docx",
         "SERIES Y: NETWORKS\nSupplement 99 to ITU-T Y-series Recommendations\n"
         "Use cases of digital twins\n# 1 Scope\nUses.\n",
         "supplement", "ITU-T Y Suppl. 99", "Use cases of digital twins"});
}

TEST_CASE("a form in an annex makes no work item proposal of a contribution") {
  check({"itu-t", "SG13-C9.docx",
         "| Question(s): | 6/13 |\n| CONTRIBUTION | < |\n| Source: | Editors |\n"
         "| Title: | A clause on relays |\n\n# 1 Proposal\nThe clause is added.\n"
         "# Annex A A.1 justification for proposed draft new Recommendation Y.kr\n"
         "| Base text: | C9 |\n",
         "contribution", "SG13-C9", "A clause on relays"});
}

TEST_CASE("numbers of joint activities and committees are read") {
  check({"itu-t", "a.docx",
         "|  | JCA-QKDN-DOC012 |\n| Title: | Draft agenda of the third meeting |\n", "agenda",
         "JCA-QKDN Doc 12", "Draft agenda of the third meeting"});
  check({"base", "b.docx",
         "ISO/IEC JTC 1/SC 29 N 20011\nDOC TYPE: Summary of Voting\n"
         "TITLE: Summary of Voting on DIS 23000-99\n",
         "voting-result", "ISO/IEC JTC 1/SC 29 N 20011", "Summary of Voting on DIS 23000-99"});
  check({"base", "11-26-0345-02-00bn-minutes-of-march.docx",
         "IEEE P802.11\nWireless LANs\n| TGxx Minutes March 2026 |\n| Date: 2026-03-13 |\n",
         "report", "11-26/0345r2", "TGxx Minutes March 2026"});
}

TEST_CASE("minutes are minutes in whatever place they say so") {
  check({"base", "a.txt",
         "Example Research Group -- meeting 125\nTuesday, 17 March 2026\nMinutes\n"
         "Note takers: A. Person\n",
         "report", "", "Example Research Group -- meeting 125"});
  check({"base", "b.docx",
         "|  | United Nations | ECE/TRANS/WP.29/2026/44 |\n\nEconomic Commission for Europe\n"
         "Report of the Working Party on its ninth session\nI. Attendance\n",
         "report", "ECE/TRANS/WP.29/2026/44", "Report of the Working Party on its ninth session"});
}

TEST_CASE("a day in the second column of a labelled line is that of the paper") {
  Result<Profile> profile = ProfileSource().load("itu-t");
  REQUIRE(profile);
  Draft draft = read_sketch(
                    "SG13-C301\n"
                    "Question(s):  16/13          Geneva, 2-13 March 2026\n"
                    "Source:  Example Telecom\n")
                    .draft;
  const Document doc = normalise(std::move(draft), *profile);
  CHECK(doc.identity().date == "2026-03-02");
}

TEST_CASE("notes of a call are minutes") {
  check({"base", "a.txt",
         "Example Alliance\nNotes of the call of 3 March 2026\nPresent: A. Person\n", "report", "",
         "Notes of the call of 3 March 2026"});
}

TEST_CASE("a text about a roadmap is none") {
  check({"base", "a.docx", "Title: Proposed changes to the roadmap\nSource: Example\n", "unknown",
         "", "Proposed changes to the roadmap"});
}

TEST_CASE("the documents that a table lists give a document no number") {
  check({"3gpp", "a.docx",
         "Chair's notes\nTemporary Documents List - Ordered by Agenda Item\n"
         "| AI | TD# | Type | Subject | Result |\n| 1 | - | - | Opening | - |\n"
         "| 2 | S2-2601001 | AGENDA | Draft agenda | Approved |\n",
         "document-list", "", "Chair's notes"});
  check({"base", "b.docx",
         "| R3-260001 | Naps of nodes |\n| R3-260002 | Naps of relays |\n"
         "| R3-260090 | Wake-up of relays |\n",
         "unknown", "", ""});
  check({"3gpp", "c.docx",
         "# TSG Working Agreements\n| # | Text | Date | Supporting TDoc |\n"
         "| 71 | The content was approved. | 2026-02-12 | R4-2616850 |\n",
         "decision-list", "", "TSG Working Agreements"});
  // The table of a header is no list, whatever stands beside the number.
  check({"itu-t", "d.docx",
         "| INTERNATIONAL TELECOMMUNICATION UNION | SG13-TD120R1 |\n"
         "| STUDY PERIOD 2025-2028 | Original: English |\n"
         "| Title: | Agenda, document allocation and work plan |\n\n"
         "| Contributions | Plenary | Group |\n| C 3 | C 3 |  |\n| C 4 |  | C 4 |\n",
         "agenda", "SG13-TD120R1", "Agenda, document allocation and work plan"});
}

TEST_CASE("what a meeting concluded is a report of it, what was decided a list of decisions") {
  check({"itu-t", "a.docx",
         "# ITU-T Study Group 99 – Executive summary of the meeting (Geneva, 3 – 13 March 2026)\n"
         "Consented Recommendations: 4\n",
         "report", "",
         "ITU-T Study Group 99 – Executive summary of the meeting (Geneva, 3 – 13 March 2026)"});
  check({"base", "b.docx",
         "ISO/IEC JTC1/SC99/WG7 N462\nTitle: ISO/IEC JTC1/SC99/WG7 resolutions, Graz meeting\n"
         "Source: WG7\nDate: 2026-01-30\n",
         "report", "ISO/IEC JTC 1/SC 99/WG 7 N 462",
         "ISO/IEC JTC1/SC99/WG7 resolutions, Graz meeting"});
  check({"base", "c.docx",
         "ISO/IEC JTC 1/SC 99 N 3034\n"
         "Resolutions adopted at the ninth plenary meeting of ISO/IEC JTC 1/SC 99, 1-5 June 2026\n",
         "report", "ISO/IEC JTC 1/SC 99 N 3034",
         "Resolutions adopted at the ninth plenary meeting of ISO/IEC JTC 1/SC 99, 1-5 June 2026"});
  check({"base", "d.docx", "ABC Decisions table\nStatus: 2026-03-06\n", "decision-list", "",
         "ABC Decisions table"});
  check({"itu-t", "e.docx",
         "NL ITU-T (26) 21\nTSAG, 24-28 February 2026, Geneva\nDelegation report\n", "report", "",
         "Delegation report"});
}

TEST_CASE("papers of IEEE 802 bear their number in the header of the page") {
  check({"base", "a.docx",
         "[header: January 2026\\tdoc.: IEEE 802.11-26/0102r0]\nIEEE P802.11\nWireless LANs\n"
         "| Comment resolution for relays | < | < |\n| Date: 2026-01-12 | < | < |\n"
         "| Author(s): | < | < |\n| Name | Affiliation | email |\n"
         "| A. Sample | Alba | a@example.org |\n",
         "contribution", "11-26/0102r0", "Comment resolution for relays"});
}

TEST_CASE("labels with a sign that they must be filled are labels") {
  check({"etsi", "a.docx",
         "ETSI ABC ABC(26)0295\n| Title*: | M41 draft Report |\n| from Source*: | Chair ABC |\n"
         "| Document for*: | Decision |\n| Submission date*: | 2026-08-01 |\n",
         "report", "ABC(26)0295", "M41 draft Report"});
  check({"base", "b.txt",
         "                 Doc No:   SC99/WG7/N1409\n                 Date:     2026-11-01\n"
         "Minutes of the meeting of WG7, 20 October 2026\n1. Opening\n",
         "report", "SC 99/WG 7 N 1409", "Minutes of the meeting of WG7, 20 October 2026"});
}

TEST_CASE("papers and drafts of ISO and IEC") {
  check({"iso-iec", "a.txt",
         "ISO/IEC JTC 1\nInformation technology\nISO/IEC JTC 1/SC 99 N 4410\n"
         "Resolutions Prepared at the Ninth Plenary Meeting, Graz\n"
         "Resolution 1 Thanks\nSC 99 thanks the host.\n",
         "report", "ISO/IEC JTC 1/SC 99 N 4410",
         "Resolutions Prepared at the Ninth Plenary Meeting, Graz"});
  check({"iso-iec", "b.docx",
         "© ISO/IEC 2026 – All rights reserved\nISO/IEC DIS 39951-2:2026(E)\n"
         "Information technology – Locks – Part 2: Keys\n\n# 1 Scope\nKeys.\n"
         "# 2 Normative references\nNone.\n# 3 Terms and definitions\nNone.\n",
         "iso-deliverable", "", "Information technology – Locks – Part 2: Keys"});
  check({"iso-iec", "c.docx",
         "Ballot Information\n| Reference | ISO/IEC DIS 39951 |\n| Committee | ISO/IEC JTC 1/SC 99 "
         "|\n| English title | Locks |\n\nResult of voting\n",
         "voting-result", "", "Locks"});
  check({"iso-iec", "d.txt",
         "ISO/IEC JTC 1/SC 99 N 4411\nDocument Type: National Body Contribution\n"
         "Title: Locks of gates\nSource: Norland\nDue Date: 25 May 2026\n",
         "contribution", "ISO/IEC JTC 1/SC 99 N 4411", "Locks of gates"});
}

}  // namespace rapporteur
