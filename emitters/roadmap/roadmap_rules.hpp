#pragma once

#include <re2/re2.h>

#include <map>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace rapporteur {

// One word of the common scale.
struct StatusRule {
  std::string id;
  std::string stage;  // "planned", "at work", "in approval", "done", "ended"
  std::vector<std::string> words;
};

struct TypeRule {
  std::string name;
  std::string body;  // whose texts alone are numbered like this; or ""
  std::unique_ptr<RE2> find;
};

// A header of a maintained roadmap.
struct ColumnRule {
  std::string member;
  std::unique_ptr<RE2> find;
  std::unique_ptr<RE2> never;  // null: nothing
  std::string put;             // before each value of such a column
  bool several = false;        // two columns may be this member
};

// Another spelling of the same number.
struct NumberRule {
  std::unique_ptr<RE2> find;
  std::string put;
};

// A number that names the stage of its text: "ISO/IEC DIS 30141".
struct StageRule {
  std::unique_ptr<RE2> find;  // groups before, stage and behind
  std::string put;            // the number without it
};

// What tells a status: the same patterns as for documents, in the order in which they are tried.
struct StatusPattern {
  std::string id;
  std::unique_ptr<RE2> find;
};

// templates/roadmap.toml: what the words of a roadmap mean.
struct RoadmapRules {
  std::vector<StatusRule> statuses;
  std::vector<StatusPattern> told;  // of profiles/base
  std::vector<ColumnRule> columns;
  std::vector<TypeRule> types;
  std::vector<NumberRule> numbers;
  std::vector<StageRule> stages;
  std::vector<NumberRule> named;                           // numbers with another name behind
  std::set<std::string, std::less<>> no_work_status;       // what work items have instead
  std::vector<std::unique_ptr<RE2>> formers;               // a group with the former name
  std::vector<std::unique_ptr<RE2>> editions;              // groups `number` and `edition`
  std::map<std::string, std::string, std::less<>> covers;  // kind -> status
  std::map<std::string, std::string, std::less<>> bodies;  // profile -> body
  std::unique_ptr<RE2> body_title;
  std::unique_ptr<RE2> question_form;
  std::unique_ptr<RE2> group_and_question;
  std::set<std::string, std::less<>> grammar;  // words that say nothing alone
  std::set<std::string, std::less<>> common;   // words that name no topic

  // The word of the scale that `written` is, or "".
  std::string status(std::string_view written) const;
  // The same for words that only tell it, read as in documents: "DIS (40.20)", "TB approval".
  std::string status_told(std::string_view written) const;
  // The member that a header of a table names, or "".
  std::string column(std::string_view header) const;
  // What is put before each value of a column with this header, as "ex " before former names.
  std::string mark(std::string_view header) const;
  // Whether two columns may be this member.
  bool may_repeat(std::string_view member) const;
  // The kind of text that a number shows, or null.
  const TypeRule* type(std::string_view number) const;
  // "16/13" of a Question in any spelling; "" for what is none.
  std::string question(std::string_view written) const;
  // Takes the Question out of a group: "SG20 Q3/20" -> "3/20"; of a group that is one, all of it
  // as it is written. "" when there is none.
  std::string take_question(std::string& group) const;
  // The body that the title of a table names, or "".
  std::string body_in(std::string_view title) const;
  // What stands behind the body when `written` is a body and one of its groups: "ETSI (ISG QKD)",
  // "ISO/IEC JTC 1/SC 41"; "" for anything else.
  std::string group_behind(std::string_view body, std::string_view written) const;
  // The name that a text had before, where `relation` tells it: "ex Y.foo" -> "Y.foo"; or "".
  std::string former_name(std::string_view relation) const;
  // Takes the other name of a text off the end of its number, and says what it is: "X.1 (X.foo)" ->
  // "ex X.foo"; "" when there is none.
  std::string take_name(std::string& number) const;
  // Takes the stage out of a number: "ISO/IEC DIS 30141" -> "DIS"; "" when there is none.
  std::string take_stage(std::string& number) const;
  // What is the same for all spellings of a number: "Rec. ITU-T Y.3800" and "Y.3800 (10/2019)" of
  // ITU-T. "" for none.
  std::string number_key(std::string_view number, std::string_view body) const;
  // Takes the edition off the end of a number: "GS QKD 001 V1.1.1" -> "V1.1.1"; "" when there is
  // none.
  std::string take_edition(std::string& number) const;
  // Of a status; "" for one that is not on the scale.
  std::string stage(std::string_view status) const;
  // Its place on the scale; the number of statuses for one that is not on it.
  std::size_t rank(std::string_view status) const;
};

// The rules compiled in, read once.
const RoadmapRules& roadmap_rules();

}  // namespace rapporteur
