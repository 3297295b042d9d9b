#include "pipeline/run/make_register.hpp"

#include <catch2/catch.hpp>

#include "parsers/sketch/sketch.hpp"
#include "pipeline/normalise/normalise.hpp"

namespace rapporteur {
namespace {

const std::vector<Profile>& profiles() {
  static const std::vector<Profile> kProfiles = [] {
    std::vector<Profile> loaded;
    loaded.push_back(ProfileSource().load("itu-t").value());
    return loaded;
  }();
  return kProfiles;
}

struct File {
  std::string path;
  std::string sketch;
  std::string hash = {};  // "" for one of its own
};

Register register_of_files(const std::vector<File>& files) {
  std::vector<RegisterEntry> entries;
  for (const File& file : files) {
    Draft draft = read_sketch(file.sketch).draft;
    draft.data.path = file.path;
    const Document doc = normalise(std::move(draft), profiles()[0]);
    entries.push_back(
        entry_of(doc, profiles()[0], file.hash.empty() ? "hash of " + file.path : file.hash));
  }
  return register_of(std::move(entries));
}

// A document of SG13 with the header table of ITU-T.
std::string paper(const std::string& number, const std::string& title = "Sleep modes") {
  return "| INTERNATIONAL TELECOMMUNICATION UNION | < | < | " + number +
         " |\n| Question(s): | 6, 16/13 | Meeting, date: | Geneva, 9-20 March 2026 |\n"
         "| Study Group: | 13 | Working Party: | 3 |\n| Source: | Example Networks | < | < |\n"
         "| Title: | " +
         title + " | < | < |\n\n# 1 Introduction\nThis is the text.\n";
}

std::string agenda(const std::string& rows) {
  return paper("SG13-TD101/GEN", "Draft agenda of the meeting") +
         "Table 1 - Agenda\n| Item | Title | Document |\n" + rows;
}

std::string issues_of(const Register& all) {
  std::string out;
  for (const RegisterIssue& issue : all.issues) {
    out += issue.kind + " " + issue.number + ": " + issue.what + "\n";
  }
  return out;
}

}  // namespace

TEST_CASE("a row of the register says what the document says of itself") {
  const Register all = register_of_files({{"TD7.docx", paper("SG13-TD7R1/GEN")}});
  REQUIRE(all.rows.size() == 1);
  const RegisterRow& row = all.rows[0];
  CHECK(row.number == "SG13-TD7R1/GEN");
  CHECK(row.key == "SG13-TD7");
  CHECK(row.revision == "1");
  CHECK(row.kind == "td");
  CHECK(row.title == "Sleep modes");
  CHECK(row.source == "Example Networks");
  CHECK(row.meeting == "Geneva, 9-20 March 2026");
  CHECK(row.date == "2026-03-09");
  CHECK(row.until == "2026-03-20");
  CHECK(row.questions == std::vector<std::string>{"Q6/13", "Q16/13"});
}

TEST_CASE("revisions of a document are one chain, in their order") {
  const Register all = register_of_files({{"a.docx", paper("SG13-TD7R10/GEN")},
                                          {"b.docx", paper("SG13-TD7/GEN")},
                                          {"c.docx", paper("SG13-TD7R2/GEN")},
                                          {"d.docx", paper("SG13-TD8/GEN")}});
  REQUIRE(all.chains.size() == 1);
  CHECK(all.chains[0].key == "SG13-TD7");
  CHECK(all.chains[0].paths == std::vector<std::string>{"b.docx", "c.docx", "a.docx"});
  CHECK(all.rows[0].latest);
  CHECK_FALSE(all.rows[1].latest);
  CHECK_FALSE(all.rows[2].latest);
  CHECK(all.rows[3].latest);
  CHECK(issues_of(all).empty());
}

TEST_CASE("the same file twice and a number used twice are told apart") {
  CHECK(issues_of(register_of_files({{"a/TD7.docx", paper("SG13-TD7/GEN"), "one"},
                                     {"b/TD7.docx", paper("SG13-TD7/GEN"), "one"}})) ==
        "same-content SG13-TD7/GEN: 2 files hold the same bytes\n");
  CHECK(issues_of(register_of_files(
            {{"a.docx", paper("SG13-TD7/GEN")}, {"b.docx", paper("SG13-TD7/GEN", "Other")}})) ==
        "number-twice SG13-TD7/GEN: 2 different documents bear this number\n");
  // Two formats of one document are no second document.
  CHECK(issues_of(register_of_files(
                      {{"a.docx", paper("SG13-TD7/GEN")}, {"a.pdf", paper("SG13-TD7/GEN")}}))
            .empty());
}

TEST_CASE("file name and head are held against each other") {
  CHECK(issues_of(register_of_files({{"SG13-TD8.docx", paper("SG13-TD7/GEN")}})) ==
        "number-contradiction SG13-TD7/GEN: head says SG13-TD7/GEN, file name says SG13-TD8\n");
  CHECK(issues_of(register_of_files({{"TD7R1.docx", paper("SG13-TD7R2/GEN")}})) ==
        "number-contradiction SG13-TD7R2/GEN: head says SG13-TD7R2/GEN, file name says "
        "SG13-TD7R1\n");
  CHECK(issues_of(register_of_files(
            {{"T25-SG13-260309-TD-GEN-0007!!MSW-E.docx", paper("SG13-TD7R2/GEN")}})) ==
        "number-contradiction SG13-TD7R2/GEN: head says SG13-TD7R2/GEN, file name says "
        "SG13-TD7/GEN\n");
  CHECK(issues_of(register_of_files({{"TD7.docx", paper("SG13-TD7R2/GEN")}})).empty());
  CHECK(issues_of(register_of_files({{"notes.docx", paper("SG13-TD7/GEN")}})).empty());
}

TEST_CASE("an agenda is held against the folder") {
  const Register all =
      register_of_files({{"agenda.docx", agenda("| 3 | Sleep modes | TD7 |\n| 4 | Naps | TD9 |\n"
                                                "| 5 | Waking up | TD11R1 |\n"
                                                "| 6 | From another group | SG17-TD12 |\n")},
                         {"TD7.docx", paper("SG13-TD7/GEN")},
                         {"TD8.docx", paper("SG13-TD8/GEN", "Rest")},
                         {"TD11.docx", paper("SG13-TD11R2/GEN", "Waking up")}});
  CHECK(issues_of(all) ==
        "missing SG13-TD9: SG13-TD101/GEN names SG13-TD9, which is not here\n"
        "outdated SG13-TD11R1: SG13-TD101/GEN names SG13-TD11R1, the latest here is "
        "SG13-TD11R2/GEN\n"
        "not-listed SG13-TD8/GEN: no agenda or list of documents here names it\n");
  CHECK(all.rows[1].agenda_item == "3");
  CHECK(all.rows[2].agenda_item.empty());
}

TEST_CASE("a list of documents that calls a document otherwise is a contradiction") {
  const Register all = register_of_files(
      {{"agenda.docx", agenda("| 3 | Sleep modes of cards | TD7 |\n| 4 | Naps | TD8 |\n")},
       {"TD7.docx", paper("SG13-TD7/GEN", "Sleep modes of cards and racks")},
       {"TD8.docx", paper("SG13-TD8/GEN", "Rest")}});
  CHECK(issues_of(all) ==
        "title-contradiction SG13-TD8/GEN: SG13-TD101/GEN calls it 'Naps', its own title is "
        "'Rest'\n");
}

}  // namespace rapporteur
