#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "pipeline/model/finding.hpp"

namespace rapporteur {

// The facts that are read out of documents. Each is a plain struct of text, numbers and ISO dates,
// with one `fields()` that names its members: JSON, CSV, schemas and templates all go through it.
// An empty string, an empty list or 0 means that the text does not say.

using Strings = std::vector<std::string>;

struct AgendaItem {
  std::string number;  // "3", "3.1"; as written, without a closing full stop
  std::string title;
  std::string time;  // as written: "09:30"
  std::string presenter;
  Strings documents;  // canonical identifiers
  template <class F>
  void fields(F&& f) const {
    f("number", number), f("title", title), f("time", time), f("presenter", presenter);
    f("documents", documents);
  }
};

struct Decision {
  std::string verb;     // a kind of the profile: "approved", "agreed", "no-consensus"
  std::string subject;  // what was decided, in the document's words
  std::string body;     // who decided
  std::string date;
  Strings documents;
  std::string agenda_item;
  template <class F>
  void fields(F&& f) const {
    f("verb", verb), f("subject", subject), f("body", body), f("date", date);
    f("documents", documents), f("agenda_item", agenda_item);
  }
};

enum class Stance : std::uint8_t {
  support,
  object,
  abstain,
  conditional,
  neutral,
  none,     // explicitly no position: "N/A", an empty cell
  unclear,  // something was said that could not be read as a stance
};
const char* name(Stance stance);

struct Position {
  std::string party;         // without the office: "Switzerland"
  std::string organization;  // what the profile calls the party; "" when it does not know it
  std::string office;        // "SG13 Chairman"
  Stance stance = Stance::unclear;
  std::string as_written;
  std::string comment;
  std::string question;     // what was asked or proposed
  std::string earlier;      // the stance held before, when the text says that it changed
  std::string consulted;    // as written
  std::uint32_t table = 0;  // counting from 1; 0 for running text
  std::uint32_t row = 0;    // of the data rows, counting from 1
  template <class F>
  void fields(F&& f) const {
    f("party", party), f("organization", organization), f("office", office),
        f("stance", std::string(name(stance)));
    f("as_written", as_written), f("comment", comment), f("question", question);
    f("earlier", earlier), f("consulted", consulted), f("table", table), f("row", row);
  }
};

struct Action {
  std::string what;
  std::string owner;
  std::string due;
  std::string status;
  std::string reference;  // the document's own number for it
  template <class F>
  void fields(F&& f) const {
    f("what", what), f("owner", owner), f("due", due), f("status", status);
    f("reference", reference);
  }
};

struct Deadline {
  std::string date;
  std::string what;
  std::string whom;
  bool inferred = false;  // the year, or the whole date, was worked out
  std::string when;       // the words of a date that is told relative to something
  template <class F>
  void fields(F&& f) const {
    f("date", date), f("what", what), f("whom", whom), f("inferred", inferred), f("when", when);
  }
};

struct Appointment {
  std::string person;
  std::string office;
  std::string body;
  std::string affiliation;
  std::string from;
  std::string until;
  std::string country;  // of the affiliation, as written; "" where the profile knows none
  template <class F>
  void fields(F&& f) const {
    f("person", person), f("office", office), f("body", body), f("affiliation", affiliation);
    f("country", country), f("from", from), f("until", until);
  }
};

struct Meeting {
  std::string body;
  std::string title;
  std::string place;
  std::string from;
  std::string until;
  std::string time;
  template <class F>
  void fields(F&& f) const {
    f("body", body), f("title", title), f("place", place), f("from", from), f("until", until);
    f("time", time);
  }
};

struct Liaison {
  std::string direction;  // "in", "out", "reply", or "" when the text does not say
  std::string identifier;
  std::string title;
  std::string from;
  Strings to;
  Strings for_action;
  Strings for_comment;
  Strings for_information;
  std::string deadline;
  std::string approval;
  std::string contact;  // name and organisation, no address
  std::string asks;     // what is asked of the receiver, in its words
  std::string answers;  // the liaison it replies to
  Strings attachments;
  template <class F>
  void fields(F&& f) const {
    f("direction", direction), f("identifier", identifier), f("title", title), f("from", from);
    f("to", to), f("for_action", for_action), f("for_comment", for_comment);
    f("for_information", for_information), f("deadline", deadline), f("approval", approval);
    f("contact", contact), f("asks", asks), f("answers", answers), f("attachments", attachments);
  }
};

struct WorkItem {
  std::string reference;
  std::string title;
  std::string question;
  Strings editors;
  std::string timing;
  std::string process;  // "AAP", "TAP", "Agreement"
  Strings supporters;
  std::string status;
  template <class F>
  void fields(F&& f) const {
    f("reference", reference), f("title", title), f("question", question);
    f("editors", editors), f("timing", timing), f("process", process);
    f("supporters", supporters), f("status", status);
  }
};

struct Vote {
  std::string question;
  std::string result;
  std::uint32_t in_favour = 0;
  std::uint32_t against = 0;
  std::uint32_t abstained = 0;
  std::string moved_by;
  std::string seconded_by;
  template <class F>
  void fields(F&& f) const {
    f("question", question), f("result", result), f("in_favour", in_favour);
    f("against", against), f("abstained", abstained);
    f("moved_by", moved_by), f("seconded_by", seconded_by);
  }
};

struct Reference {
  std::string identifier;  // canonical
  std::string title;
  std::string source;  // who submitted it, for the documents of a meeting
  std::string edition;
  std::string status;  // for the documents of a meeting, the disposition as written
  std::string tag;     // the document's own label for it: "b-Example"
  template <class F>
  void fields(F&& f) const {
    f("identifier", identifier), f("title", title), f("source", source);
    f("edition", edition), f("status", status), f("tag", tag);
  }
};

struct RoadmapEntry {
  std::string body;   // "ITU-T", "ETSI"
  std::string group;  // "SG13", "ISG QKD"
  std::string number;
  std::string title;
  std::string status;  // on the common scale
  std::string status_as_written;
  std::string date;
  std::string relation;
  std::string edition;  // where a column of its own has it
  std::string contact;  // who edits the text
  template <class F>
  void fields(F&& f) const {
    f("body", body), f("group", group), f("number", number), f("title", title);
    f("status", status), f("status_as_written", status_as_written), f("date", date);
    f("relation", relation), f("edition", edition), f("contact", contact);
  }
};

struct Term {
  std::string term;
  std::string meaning;
  std::string kind;    // "abbreviation" or "definition"
  std::string source;  // where a definition is taken from, when the text says
  template <class F>
  void fields(F&& f) const {
    f("term", term), f("meaning", meaning), f("kind", kind), f("source", source);
  }
};

using FactValue = std::variant<AgendaItem, Decision, Position, Action, Deadline, Appointment,
                               Meeting, Liaison, WorkItem, Vote, Reference, RoadmapEntry, Term>;

// The names of the alternatives, in their order: "agenda-item", "decision", …
inline constexpr std::string_view kFactTypes[] = {
    "agenda-item", "decision",  "position", "action",    "deadline",      "appointment", "meeting",
    "liaison",     "work-item", "vote",     "reference", "roadmap-entry", "term"};
static_assert(std::size(kFactTypes) == std::variant_size_v<FactValue>);

// A fact as an extractor states it: no fact without the words it came from.
struct Fact {
  FactValue value;
  BlockId block;
  TextRange where;      // the words; empty: the whole block
  std::string pattern;  // which pattern or table shape of the profile fired
  int confidence = 100;
  std::string reason;  // why the confidence is below 100
};

// A fact that outlives its document.
struct LocatedFact {
  FactValue value;
  std::string document;
  Place evidence;
  std::string pattern;
  int confidence = 100;
  std::string reason;
};

inline std::string_view type_of(const FactValue& value) { return kFactTypes[value.index()]; }

// Calls f(name, member) for each member of whatever fact this is.
template <class F>
void for_each_field(const FactValue& value, F&& f) {
  std::visit([&](const auto& fact) { fact.fields(f); }, value);
}

}  // namespace rapporteur
