#pragma once

#include <string>
#include <vector>

namespace rapporteur {

// Somebody whom the cover of a document names as contact, editor or author. "" where it does not
// say.
struct Contact {
  std::string name;
  std::string organization;
  std::string country;
  std::string telephone;
  std::string fax;
  std::string email;
  template <class F>
  void fields(F&& f) const {
    f("name", name), f("organization", organization), f("country", country);
    f("telephone", telephone), f("fax", fax), f("email", email);
  }
};

// One document of a folder, as its register lists it. "" where it does not say.
struct RegisterRow {
  std::string number;  // canonical
  std::string key;     // what all its revisions have in common
  std::string revision;
  bool latest = true;  // no document of the folder is a later revision of it
  std::string kind;
  std::string title;
  std::string source;
  std::string meeting;
  std::string date;
  std::string until;
  std::string language;
  std::vector<std::string> questions;  // canonical
  std::string agenda_item;             // under which an agenda of the folder names it
  std::string path;
  std::string sha256;
  std::vector<Contact> contacts;  // each a record of its own, and no column of the table
  template <class F>
  void fields(F&& f) const {
    f("number", number), f("key", key), f("revision", revision), f("latest", latest);
    f("kind", kind), f("title", title), f("source", source), f("meeting", meeting);
    f("date", date), f("until", until), f("language", language), f("questions", questions);
    f("agenda_item", agenda_item), f("path", path), f("sha256", sha256);
  }
};

// The revisions of one document that a folder holds, the first one first; two at least.
struct RevisionChain {
  std::string key;
  std::vector<std::string> numbers;
  std::vector<std::string> paths;
  template <class F>
  void fields(F&& f) const {
    f("key", key), f("numbers", numbers), f("paths", paths);
  }
};

// Where the documents of a folder do not agree. `kind` is one of
//   same-content         two files of the same bytes
//   number-twice         two texts with one number
//   missing              an agenda names what the folder does not hold
//   outdated             an agenda names a revision that another one has replaced
//   not-listed           no agenda names it, though one names its neighbours
//   number-contradiction file name, head and cover give different numbers
//   title-contradiction  an agenda gives it another title
struct RegisterIssue {
  std::string kind;
  std::string number;
  std::string what;                // one sentence, without a full stop
  std::vector<std::string> paths;  // of the documents that take part
  template <class F>
  void fields(F&& f) const {
    f("kind", kind), f("number", number), f("what", what), f("paths", paths);
  }
};

// What is in a folder and how it hangs together. Rows in the order of paths.
struct Register {
  std::vector<RegisterRow> rows;
  std::vector<RevisionChain> chains;
  std::vector<RegisterIssue> issues;
};

}  // namespace rapporteur
