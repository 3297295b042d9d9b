#include "emitters/gate/junit.hpp"

#include <fmt/format.h>

#include <map>
#include <pugixml.hpp>

#include "emitters/base/escape.hpp"
#include "emitters/base/report_words.hpp"

namespace rapporteur {
namespace {

using Findings = std::vector<const LocatedFinding*>;

struct Counts {
  int tests = 0;
  int failures = 0;
  int errors = 0;
  int skipped = 0;

  void add(const Counts& other) {
    tests += other.tests, failures += other.failures;
    errors += other.errors, skipped += other.skipped;
  }
};

class XmlText : public pugi::xml_writer {
 public:
  void write(const void* data, std::size_t size) override {
    text.append(static_cast<const char*>(data), size);
  }
  std::string text;
};

void set(pugi::xml_node node, const char* name, const std::string& value) {
  node.append_attribute(name).set_value(plain(value).c_str());
}

void set(pugi::xml_node node, const Counts& counts) {
  node.append_attribute("tests").set_value(counts.tests);
  node.append_attribute("failures").set_value(counts.failures);
  node.append_attribute("errors").set_value(counts.errors);
  node.append_attribute("skipped").set_value(counts.skipped);
}

bool is_failure(const LocatedFinding& finding) {
  return finding.standing == Standing::reported && finding.severity != Severity::info;
}

std::string line_of(const LocatedFinding& finding) {
  const std::string where = where_text(finding.place);
  std::string out =
      fmt::format("{}{}{}", plain(where), where.empty() ? "" : ": ", plain(finding.message));
  if (!finding.place.quote.empty()) out += fmt::format(" [{}]", plain(finding.place.quote));
  return out;
}

std::string standing_text(const LocatedFinding& finding) {
  if (finding.standing == Standing::baselined) return "in the baseline: ";
  if (finding.standing == Standing::reported) return "";
  return fmt::format("suppressed, {}: ", plain(finding.justification));
}

void append_text(pugi::xml_node node, const std::string& text) {
  node.append_child(pugi::node_pcdata).set_value(text.c_str());
}

void append_failure(pugi::xml_node test, const Findings& failures) {
  const LocatedFinding* worst = failures.front();
  std::string text;
  for (const LocatedFinding* finding : failures) {
    if (finding->severity > worst->severity) worst = finding;
    text += line_of(*finding) + "\n";
  }
  const pugi::xml_node failure = test.append_child("failure");
  const std::string more =
      failures.size() == 1 ? "" : fmt::format(" (and {} more)", failures.size() - 1);
  set(failure, "message", worst->message + more);
  set(failure, "type", name(worst->severity));
  append_text(failure, text);
}

Counts append_rule(pugi::xml_node suite, const std::string& rule, const Findings& findings) {
  pugi::xml_node test = suite.append_child("testcase");
  set(test, "classname", findings.front()->document);
  set(test, "name", rule);
  Findings failures;
  std::string others;
  std::string excuse;
  bool remarks = false;
  for (const LocatedFinding* finding : findings) {
    if (is_failure(*finding)) {
      failures.push_back(finding);
      continue;
    }
    others += standing_text(*finding) + line_of(*finding) + "\n";
    remarks = remarks || finding->standing == Standing::reported;
    if (finding->standing != Standing::reported) excuse = standing_text(*finding);
  }
  const bool skipped = failures.empty() && !remarks;
  if (!failures.empty()) append_failure(test, failures);
  if (skipped) set(test.append_child("skipped"), "message", excuse.substr(0, excuse.size() - 2));
  if (!others.empty()) append_text(test.append_child("system-out"), others);
  return {1, failures.empty() ? 0 : 1, 0, skipped ? 1 : 0};
}

// A case of its own says that the document was read, so that a clean one is not an empty suite.
Counts append_reading(pugi::xml_node suite, const DocumentRecord& document) {
  pugi::xml_node test = suite.append_child("testcase");
  set(test, "classname", document.path);
  set(test, "name", "document is read");
  if (document.outcome == Outcome::skipped) {
    set(test.append_child("skipped"), "message", document.error);
    return {1, 0, 0, 1};
  }
  if (document.outcome != Outcome::refused) return {1, 0, 0, 0};
  const pugi::xml_node error = test.append_child("error");
  set(error, "message", document.error);
  set(error, "type", name(document.error_code));
  return {1, 0, 1, 0};
}

Counts append_rules(pugi::xml_node suite, const Findings& findings) {
  std::map<std::string, Findings> by_rule;
  for (const LocatedFinding* finding : findings) by_rule[finding->rule].push_back(finding);
  Counts counts;
  for (const auto& [rule, list] : by_rule) counts.add(append_rule(suite, rule, list));
  return counts;
}

}  // namespace

Result<std::string> emit_junit(const Results& results, const EmitOptions&) {
  std::map<std::string, Findings> by_document;
  for (const LocatedFinding& finding : results.findings) {
    by_document[finding.document].push_back(&finding);
  }
  pugi::xml_document xml;
  pugi::xml_node suites = xml.append_child("testsuites");
  set(suites, "name", "rapporteur");
  Counts total;
  const auto finish = [&](pugi::xml_node suite, const Counts& counts) {
    set(suite, counts);
    total.add(counts);
  };
  for (const DocumentRecord& document : results.documents) {
    const pugi::xml_node suite = suites.append_child("testsuite");
    set(suite, "name", document.path);
    Counts counts = append_reading(suite, document);
    // Two folders may hold a document of the same path; its findings are told once.
    if (const auto found = by_document.extract(document.path)) {
      counts.add(append_rules(suite, found.mapped()));
    }
    finish(suite, counts);
  }
  for (const auto& [document, findings] : by_document) {
    const pugi::xml_node suite = suites.append_child("testsuite");
    set(suite, "name", document);
    finish(suite, append_rules(suite, findings));
  }
  set(suites, total);
  XmlText out;
  xml.save(out, " ", pugi::format_indent, pugi::encoding_utf8);
  return std::move(out.text);
}

}  // namespace rapporteur
