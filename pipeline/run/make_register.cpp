#include "pipeline/run/make_register.hpp"

#include <algorithm>
#include <charconv>
#include <map>

#include "pipeline/run/register_issues.hpp"

namespace rapporteur {
namespace {

std::string value_of(const Identity& identity, std::string_view name) {
  for (const CoverField& field : identity.cover) {
    if (field.name == name && !field.value.empty()) return field.value;
  }
  return {};
}

// Revisions of one document, by revision; the last one is the latest.
std::vector<RevisionChain> chains_of(std::vector<RegisterEntry>& entries) {
  std::map<std::string, std::vector<RegisterRow*>> by_key;
  for (RegisterEntry& entry : entries) {
    if (!entry.row.key.empty()) by_key[entry.row.key].push_back(&entry.row);
  }
  std::vector<RevisionChain> chains;
  for (auto& [key, rows] : by_key) {
    std::ranges::stable_sort(rows, {},
                             [](const RegisterRow* row) { return revision_number(row->revision); });
    const int last = revision_number(rows.back()->revision);
    for (RegisterRow* const row : rows) row->latest = revision_number(row->revision) == last;
    if (revision_number(rows.front()->revision) == last) continue;
    RevisionChain chain{key, {}, {}};
    for (const RegisterRow* const row : rows) {
      chain.numbers.push_back(row->number);
      chain.paths.push_back(row->path);
    }
    chains.push_back(std::move(chain));
  }
  return chains;
}

}  // namespace

int revision_number(std::string_view revision) {
  int number = 0;
  std::from_chars(revision.data(), revision.data() + revision.size(), number);
  return number;
}

RegisterEntry entry_of(const Document& doc, const Profile& profile, std::string sha256) {
  const Identity& identity = doc.identity();
  RegisterEntry entry{
      {}, identity.number, number_claims(doc, profile), listed_documents(doc, profile), &profile};
  RegisterRow& row = entry.row;
  row.number = identity.number.canonical;
  row.key = row.number.empty() ? "" : profile.grammar.key(identity.number);
  row.revision = identity.number.field("revision");
  row.kind = identity.kind;
  row.title = identity.title;
  row.source = value_of(identity, "source");
  row.meeting = meeting_of(doc, profile);
  row.date = identity.date;
  row.until = last_day_of(doc, profile);
  row.language = language_of(doc, profile);
  row.questions = questions_of(doc, profile);
  row.contacts = contacts_of(doc, profile);
  row.path = doc.path();
  row.sha256 = std::move(sha256);
  return entry;
}

Register register_of(std::vector<RegisterEntry> entries) {
  Register all;
  all.chains = chains_of(entries);
  give_agenda_items(entries);
  all.issues = register_issues(entries);
  for (RegisterEntry& entry : entries) all.rows.push_back(std::move(entry.row));
  return all;
}

}  // namespace rapporteur
