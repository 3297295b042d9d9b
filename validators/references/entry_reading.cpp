#include "validators/references/entry_reading.hpp"

#include <algorithm>

#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

constexpr std::size_t kQuoted = 60;  // bytes of an entry that a message shows

}  // namespace

std::string_view shown(std::string_view words) {
  std::string_view first = words.substr(0, std::min(words.size(), kQuoted));
  if (first.size() < words.size()) first = first.substr(0, first.rfind(' '));
  return trim(first.substr(0, first.find('\n')));
}

bool older_than(const Subject& in, std::string_view option) {
  const std::string since = in.config.text(option, "");
  const std::string& date = in.doc.identity().date;
  return !since.empty() && !date.empty() && date < since;
}

bool is_in_bibliography(const Subject& in, const ListedReference& entry) {
  return is_bibliography(in.doc.clause(entry.list), in.profile);
}

}  // namespace rapporteur
