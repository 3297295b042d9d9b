#pragma once

#include <string>

namespace rapporteur {

// A deliverable of a roadmap as it is maintained and written: one row of a table. All are texts;
// "" is what nobody states. `fields()` names the members as CSV, JSON and TOML do.
struct Deliverable {
  std::string body;      // "ITU-T", "ETSI"
  std::string group;     // "SG13", "ISG QKD"
  std::string question;  // "16/13"
  std::string number;
  std::string title;
  std::string type;      // "Recommendation", "Supplement"
  std::string category;  // the topic, given by whoever maintains the roadmap
  std::string status;    // on the common scale of templates/roadmap.toml
  std::string status_as_written;
  std::string date;  // of the status: ISO 8601, or as written
  std::string edition;
  std::string relation;  // "same text as ISO/IEC 1", "supersedes X.1"
  std::string contact;
  std::string sources;  // where all this is stated, for people

  template <class F>
  void fields(F&& f) const {
    visit(*this, f);
  }
  template <class F>
  void fields(F&& f) {
    visit(*this, f);
  }
  bool operator==(const Deliverable&) const = default;

 private:
  template <class Self, class F>
  static void visit(Self& self, F& f) {
    f("body", self.body), f("group", self.group), f("question", self.question);
    f("number", self.number), f("title", self.title), f("type", self.type);
    f("category", self.category), f("status", self.status);
    f("status_as_written", self.status_as_written), f("date", self.date);
    f("edition", self.edition), f("relation", self.relation), f("contact", self.contact);
    f("sources", self.sources);
  }
};

}  // namespace rapporteur
