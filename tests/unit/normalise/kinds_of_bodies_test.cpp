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
         "supplement", "ITU-T Y Suppl. 99 (11/2025)", "Use cases of digital twins"});
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

}  // namespace rapporteur
