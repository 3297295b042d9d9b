#include "emitters/base/whole_date.hpp"

#include <charconv>

namespace rapporteur {
namespace {

bool read(std::string_view digits, int& value) {
  const char* const last = digits.data() + digits.size();
  const auto [end, error] = std::from_chars(digits.data(), last, value);
  return error == std::errc() && end == last && value >= 0;
}

}  // namespace

std::optional<Date> whole_date(std::string_view iso) {
  if (iso.size() != 10 || iso[4] != '-' || iso[7] != '-') return {};
  Date date;
  const bool is_read = read(iso.substr(0, 4), date.year) && read(iso.substr(5, 2), date.month) &&
                       read(iso.substr(8, 2), date.day);
  if (!is_read || date.day == 0 || !date.valid()) return {};
  return date;
}

}  // namespace rapporteur
