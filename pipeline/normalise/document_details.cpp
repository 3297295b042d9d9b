#include "pipeline/normalise/document_details.hpp"

#include <algorithm>

#include "pipeline/normalise/identity_parts.hpp"
#include "pipeline/normalise/mentions.hpp"
#include "pipeline/text/date.hpp"
#include "pipeline/text/language.hpp"
#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

// A date alone names no meeting.
bool is_date(std::string_view text) {
  const std::vector<DateMention> dates = find_dates(text);
  return !dates.empty() && dates.front().begin == 0 && dates.front().end == text.size();
}

}  // namespace

std::string meeting_of(const Document& doc, const Profile& profile) {
  const std::vector<CoverField>& cover = doc.identity().cover;
  const std::string_view stated = cover_value(cover, "meeting");
  if (!stated.empty()) return collapse(stated);
  for (const HeadLine& line : head_lines(doc, profile)) {
    for (const Pattern& pattern : profile.identity.named("meeting")) {
      std::string meeting;
      if (re2::RE2::PartialMatch(line.text, pattern.expression.in(line.text), &meeting)) {
        return collapse(meeting);
      }
    }
  }
  const std::vector<std::string>& letters = profile.identity.list("letter-kinds");
  if (std::ranges::find(letters, doc.identity().kind) != letters.end()) return {};
  const std::string_view place = cover_value(cover, "place-date");
  return is_date(place) ? "" : collapse(place);
}

std::string last_day_of(const Document& doc, const Profile& profile) {
  const OwnDate date = own_date(head_lines(doc, profile), profile, doc.identity());
  return date.from.year == 0 || date.until == date.from ? "" : date.until.iso();
}

std::string language_of(const Document& doc, const Profile& profile) {
  std::string language = language_of(doc.text());
  if (!language.empty()) return language;
  std::string_view name(doc.path());
  name = name.substr(name.find_last_of('/') + 1);
  const std::optional<Identifier> file = profile.grammar.parse(name);
  if (!file) return {};
  const std::string_view letter = file->field("language");
  // "E en": the letter of a file name and the language it stands for.
  for (const std::string& entry : profile.identity.list("language-letters")) {
    const std::vector<std::string_view> pair = words(entry);
    if (pair.size() == 2 && pair[0] == letter) return std::string(pair[1]);
  }
  return {};
}

// "6, 16/13" in the header of a document of SG13 is Q6/13 and Q16/13.
std::vector<std::string> questions_of(const Document& doc, const Profile& profile) {
  std::vector<std::string> questions;
  const std::string written(cover_value(doc.identity().cover, "question"));
  if (written.empty()) return questions;
  const IdentifierContext context = context_of(doc, profile);
  for (const std::string& form : {"Question(s): " + written, written}) {
    for (const Identifier& found : profile.grammar.scan(form, context)) {
      const IdentifierFamily* const family = profile.grammar.family(found.family);
      if (family == nullptr || family->names != "question") continue;
      if (std::ranges::find(questions, found.canonical) == questions.end()) {
        questions.push_back(found.canonical);
      }
    }
  }
  return questions;
}

}  // namespace rapporteur
