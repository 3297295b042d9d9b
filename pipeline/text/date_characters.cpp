#include "pipeline/text/date_scanner.hpp"

namespace rapporteur {
namespace {

// Takes digits and the character behind them: "2026年", or gives nothing.
std::optional<int> counted(DateTokens& tokens, std::string_view text, std::size_t most,
                           std::string_view character) {
  int number = 0;
  std::size_t at = tokens.at();
  const std::size_t begin = at;
  for (; at < text.size() && '0' <= text[at] && text[at] <= '9'; ++at) {
    if (at - begin == most) return {};
    number = number * 10 + (text[at] - '0');
  }
  if (at == begin || !text.substr(at).starts_with(character)) return {};
  tokens.move_to(at + character.size());
  return number;
}

}  // namespace

// "2026年3月9日", "2026年3月9-20日", "2026年3月30日-4月2日", "2026年3月"
DateScanner::Found DateScanner::with_characters(std::size_t at) const {
  constexpr std::string_view kYear = "年";
  constexpr std::string_view kMonth = "月";
  constexpr std::string_view kDay = "日";
  DateTokens tokens(text_, at);
  const std::optional<int> year = counted(tokens, text_, 4, kYear);
  const std::optional<int> month = year ? counted(tokens, text_, 2, kMonth) : std::nullopt;
  if (!month || *year < 1900) return {};
  const Date whole{*year, *month, 0};
  const std::size_t after_month = tokens.at();
  std::optional<int> day = counted(tokens, text_, 2, kDay);
  if (!day) day = counted(tokens, text_, 2, "");
  if (!day || *day == 0) return made(whole, whole, at, after_month);
  const Date first{*year, *month, *day};
  const std::size_t after_day = tokens.at();
  if (tokens.range_sign()) {
    const std::optional<int> next_month = counted(tokens, text_, 2, kMonth);
    const std::optional<int> last = counted(tokens, text_, 2, kDay);
    if (last) return made(first, {*year, next_month.value_or(*month), *last}, at, tokens.at());
  }
  return text_.substr(0, after_day).ends_with(kDay) ? made(first, first, at, after_day) : Found();
}

}  // namespace rapporteur
