#include <catch2/catch.hpp>

#include "parsers/sketch/sketch.hpp"
#include "pipeline/normalise/document_details.hpp"
#include "pipeline/normalise/normalise.hpp"
#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

struct Read {
  Profile profile;
  Document doc;
};

Read read(const char* profile_name, std::string_view sketch) {
  Result<Profile> profile = ProfileSource().load(profile_name);
  if (!profile) FAIL(profile.error().where << ": " << profile.error().what);
  Document doc = normalise(read_sketch(sketch).draft, *profile);
  return {std::move(*profile), std::move(doc)};
}

Identity identity_of(const char* profile_name, std::string_view sketch) {
  return read(profile_name, sketch).doc.identity();
}

// The values of a field, " + " between them.
std::string values(const Identity& identity, std::string_view name) {
  std::vector<std::string> all;
  for (const CoverField& one : identity.cover) {
    if (one.name == name && !one.value.empty()) all.push_back(one.value);
  }
  return join(all, " + ");
}

std::string people(const char* profile_name, const std::string& sketch) {
  const Read given = read(profile_name, sketch);
  std::string out;
  for (const Contact& one : contacts_of(given.doc, given.profile)) {
    out += "<" + one.name + "|" + one.organization + "|" + one.country + "|" + one.telephone + "|" +
           one.email + ">";
  }
  return out;
}

}  // namespace

TEST_CASE("one Question in a header is a Question as several are") {
  const Read given = read("itu-t", "| Question(s): | 6/13 |\n| Title: | Naps of nodes |\n");
  CHECK(questions_of(given.doc, given.profile) == std::vector<std::string>{"Q6/13"});
}

TEST_CASE("a second column without a label says where and when") {
  const Read given =
      read("itu-t", "SG13-TD250/GEN\nQuestion(s):\t7/13\tGeneva, 9-20 March 2026\nTitle:\tNaps\n");
  CHECK(values(given.doc.identity(), "question") == "7/13");
  CHECK(given.doc.identity().date == "2026-03-09");
}

TEST_CASE("the bracket in the name of a country is no bracket of an organization") {
  CHECK(people("itu-t", "Title:\tNaps\nContact:\tIda Sample, Example Ltd, Korea (Rep. of)\n") ==
        "<Ida Sample|Example Ltd|Korea (Rep. of)||>");
}

TEST_CASE("the labels of a header may have the wide colon of Chinese") {
  const std::string header =
      "| 课题： | 6/13 | 2026年3月9-20日，日内瓦 |\n| 来源： | 样本公司 | < |\n"
      "| 标题： | 节点休眠 | < |\n| 联系人： | 安娜\\n样本公司\\n中国 | 电话：+86 10 5550 01\\n"
      "电子邮件：anna@example.org |\n";
  const Read given = read("itu-t", header);
  CHECK(given.doc.identity().title == "节点休眠");
  CHECK(values(given.doc.identity(), "source") == "样本公司");
  CHECK(given.doc.identity().date == "2026-03-09");
  CHECK(last_day_of(given.doc, given.profile) == "2026-03-20");
  CHECK(people("itu-t", header) == "<安娜|样本公司|中国|+86 10 5550 01|anna@example.org>");
}

TEST_CASE("labels in columns of one line are fields of their own") {
  const Identity identity = identity_of(
      "etsi", "| EXAMPLE\\nTel.: +990 55 01   Fax: +990 55 02\\nE-mail:\\ta@example.org |\n");
  CHECK(values(identity, "tel") == "+990 55 01");
  CHECK(values(identity, "fax") == "+990 55 02");
}

TEST_CASE("what is chosen on a form is what has a mark beside it") {
  const Identity identity = identity_of("etsi-isg",
                                        "| Title*: | Naps | < | < | < |\n"
                                        "| Contribution For*: | Decision | X | Discussion | |\n");
  CHECK(values(identity, "purpose") == "Decision");
}

TEST_CASE("a word over its value is a label, in one cell or in a table of one column") {
  const Identity one = identity_of(
      "etsi", "| Reference\\nDEX/NAP-0012\\nKeywords\\nnap, node |\n\n# 1 Scope\nNaps.\n");
  CHECK(values(one, "reference") == "DEX/NAP-0012");
  CHECK(values(one, "keywords") == "nap, node");
  const Identity rows =
      identity_of("etsi", "| Reference |\n| DEX/NAP-0012 |\n| Keywords |\n| nap, node |\n");
  CHECK(values(rows, "reference") == "DEX/NAP-0012");
  CHECK(values(rows, "keywords") == "nap, node");
}

TEST_CASE("the cover of a change request is read field by field") {
  const Identity identity = identity_of(
      "3gpp",
      "3GPP TSG-SA5 Meeting #166\tS5-262101\n"
      "| CHANGE REQUEST | < | < | < | < | < | < |\n"
      "| 28.990 | CR | 0042 | rev | 1 | Current version: | 19.1.0 |\n\n"
      "| Proposed change affects: | UICC apps |  | ME | X | Core Network | x |\n\n"
      "| Title: | Naps of nodes | < | < |\n| Source to WG: | Example Ltd | < | < |\n"
      "| Consequences if not approved: | Nodes stay awake. | < | < |\n"
      "| Other specs | X |  | TS 28.991 CR 0007 |\n| affected: |  | X | TS/TR ... CR ... |\n"
      "| Other comments: | None so far | < | < |\n");
  CHECK(values(identity, "spec") == "28.990");
  CHECK(values(identity, "change-request") == "0042");
  CHECK(values(identity, "affects") == "ME, Core Network");
  CHECK(values(identity, "consequences") == "Nodes stay awake.");
  CHECK(values(identity, "other-specs") == "TS 28.991 CR 0007");
  CHECK(values(identity, "comments") == "None so far");
}

TEST_CASE(
    "a form for a new work item gives its fields, and what it is based on is not its number") {
  const Identity identity =
      identity_of("itu-t",
                  "# A.1 justification for proposed draft new Recommendation ITU-T Y.nap-log\n"
                  "| Question: | 6/13 | Proposed new Recommendation | Geneva, 9-20 March 2026 |\n"
                  "| Base text: | SG13-C88 | Timing: | 2027-Q4 |\n"
                  "| Scope (what it is for):\\nIt logs naps. | < | < | < |\n"
                  "| Relations to ITU-T Recommendations or to other standards (approved):\\nITU-T "
                  "Y.3500 | < | < "
                  "| < |\n");
  CHECK(identity.number.canonical.empty());
  CHECK(identity.title.starts_with("A.1 justification"));
  CHECK(identity.date == "2026-03-09");
  CHECK(values(identity, "base-text") == "SG13-C88");
  CHECK(values(identity, "timing") == "2027-Q4");
  CHECK(values(identity, "scope") == "It logs naps.");
  CHECK(values(identity, "relations") == "ITU-T Y.3500");
}

TEST_CASE("a letter tells to whom it goes and who signed it") {
  const Identity identity = identity_of(
      "itu-t",
      "| Ref:\\nTel: | TSB Circular 99\\n+990 55 01 | To Administrations of Member "
      "States\\nCopy:\\n"
      "-\\tITU-T Sector Members;\\n-\\tITU-T Associates |\n"
      "Subject: Naps of nodes\n\nDear Sir/Madam,\n\nThe group met.\n\nYours "
      "faithfully,\n\n(signed)\n\n"
      "Ines Sample\n\nDirector of the Telecommunication\n\nStandardization Bureau\n\nAnnexes: 2\n");
  CHECK(values(identity, "to") == "To Administrations of Member States");
  CHECK(values(identity, "cc") == "ITU-T Sector Members;\nITU-T Associates");
  CHECK(values(identity, "signature") ==
        "Ines Sample, Director of the Telecommunication Standardization Bureau");
  CHECK(values(identity_of("itu-t", "Dear all,\n\nBest regards\n\nInes Sample\n"), "signature")
            .empty());
}

TEST_CASE("labels of a cell find their values in the next one by their form") {
  const Identity identity = identity_of(
      "itu-t",
      "| Ref:\\nTel:\\nFax:\\nE-mail: | TSB Collective letter 7/5\\nSG5/IS\\n+990 55 01 22\\n"
      "ta@example.org |\n| Subject: | Naps |\n");
  CHECK(identity.number.canonical == "TSB Collective letter 7/5");
  CHECK(values(identity, "number") == "TSB Collective letter 7/5\nSG5/IS");
  CHECK(values(identity, "tel") == "+990 55 01 22");
  CHECK(values(identity, "fax").empty());
  CHECK(values(identity, "email") == "ta@example.org");
}

TEST_CASE("details behind several people are spread over them in order") {
  CHECK(people("itu-t",
               "| Title: | Naps |\n"
               "| Contact: | A. Person\\nExample Co.\\nJapan\\nB. Other\\nOther Lab\\nEgypt | "
               "Tel: +990 55 01\\nE-mail: a@example.org\\nTel: +990 55 02\\nE-mail: b@example.org "
               "|\n") ==
        "<A. Person|Example Co.|Japan|+990 55 01|a@example.org>"
        "<B. Other|Other Lab|Egypt|+990 55 02|b@example.org>");
  CHECK(people("itu-t", "| Title: | Naps |\n| Contact: | - | - |\n").empty());
  CHECK(
      people("base", "| Title: | Naps |\n| Author(s): | Ada First, Bob Second (Example Ltd) |\n") ==
      "<Ada First|Example Ltd|||><Bob Second|Example Ltd|||>");
  CHECK(people(
            "base",
            "| Title: | Naps |\n| Author: | Ada First (Example Ltd), Bob Second (Other Lab) |\n") ==
        "<Ada First|Example Ltd|||><Bob Second|Other Lab|||>");
}

TEST_CASE("a name and an address on lines below the label are the contact's") {
  const std::string head =
      "Title:\tLS on naps\nSource:\tRAN3\nTo:\tSA5\nContact Person:\n"
      "Name:\tIda Sample\nTel. Number:\t+990 55 01 22\nE-mail Address:\tida@example.org\n";
  CHECK(people("3gpp", head) == "<Ida Sample|||+990 55 01 22|ida@example.org>");
  CHECK(people("3gpp", "Title:\tLS on naps\nContact:\tIda Sample\n\tida@example.org\n") ==
        "<Ida Sample||||ida@example.org>");
}

TEST_CASE(
    "the authors that a table lists below their label are contacts, those who came are none") {
  const std::string list =
      "| Name | Affiliation | Phone | email |\n| Ada First | Example Ltd |  | a@example.org |\n"
      "| Bob Second | Other Lab |  |  |\n";
  CHECK(people("base", "Naps of nodes\n| Author(s): | < | < | < |\n" + list) ==
        "<Ada First|Example Ltd|||a@example.org><Bob Second|Other Lab|||>");
  CHECK(people("base", "Naps of nodes\n" + list).empty());
}

TEST_CASE("a sentence before a list and a note to the authors are no titles") {
  CHECK(identity_of("itu-t",
                    "The report of the group is presented in the following documents:\n"
                    "Part I: Document 24\n")
            .title.empty());
  CHECK(identity_of("itu-t", "[NOTE TO AUTHORS: delete this note]\n\n# 1 Scope\n").title.empty());
}

TEST_CASE("a first heading that names the meeting is the title") {
  const char* const head = "SA WG2 Meeting #136\tS2-2601001\nNov 18 - 22, 2019, Example City\n\n";
  CHECK(
      identity_of("3gpp", std::string(head) + "# 1. Agenda for SA2#136\n# 2. Deadlines\n").title ==
      "Agenda for SA2#136");
  CHECK(identity_of("3gpp", std::string(head) + "# 1. Agenda of the meeting\n# 2. Deadlines\n")
            .title.empty());
}

TEST_CASE("how a Recommendation came about is no source") {
  const Identity identity = identity_of(
      "itu-t",
      "| Recommendation A.99 – Naps of nodes |\n\nSource\n\n"
      "Recommendation ITU-T A.99 was prepared by the group and approved by the Assembly.\n");
  CHECK(identity.title == "Naps of nodes");
  CHECK(values(identity, "source").empty());
}

}  // namespace rapporteur
