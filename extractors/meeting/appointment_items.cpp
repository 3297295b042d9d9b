#include "extractors/meeting/appointment_items.hpp"

#include "pipeline/text/words.hpp"

namespace rapporteur {

bool AppointmentItems::read(BlockId id) {
  const TextRange line = trimmed(doc_, doc_.block(id).text);
  if (line.empty()) return false;
  if (open_ && read_item(id, line)) return true;
  open_ = false;
  if (const Match* const lead = scan_.match(id, wording_.named("list-lead"))) begin(*lead);
  return open_;
}

void AppointmentItems::begin(const Match& lead) {
  open_ = true;
  body_ = people_.body_of(words_at(doc_, lead.group("by")));
  office_ = words_at(doc_, lead.group("office"));
  const auto term = find_match(doc_, lead.where, wording_.named("term"));
  term_ = term ? people_.tenure(words_at(doc_, term->group("dates"))) : Tenure{};
}

// "Ms A (Norland) as Convenor of WG 3", or "Ms A (Norland) for ISO/IEC 24999" below one office.
bool AppointmentItems::read_item(BlockId id, TextRange line) {
  const auto item = find_match(doc_, line, wording_.named("item"));
  if (!item) return false;
  const std::string people = words_at(doc_, item->group("people"));
  if (!office_.empty()) {
    const std::string of = words_at(doc_, item->group("of"));
    add(id, line, people, people_.office(of.empty() ? office_ : office_ + " " + of));
    return true;
  }
  const auto parts = people_.parts(people);
  for (const auto& [who, office] : parts) add(id, line, who, office);
  return !parts.empty();
}

void AppointmentItems::add(BlockId id, TextRange line, const std::string& people, Office office) {
  if (!matches(office.name, wording_.named("is-office"))) return;
  if (office.body.empty() && matches(office.name, wording_.named("own-office"))) {
    office.body = body_;
  }
  if (office.from.empty()) office.from = term_.from;
  if (office.until.empty()) office.until = term_.until;
  for (Person& person : people_.list(people, true)) {
    list_.add({id, line, "item", 100, ""}, std::move(person), office);
  }
}

}  // namespace rapporteur
