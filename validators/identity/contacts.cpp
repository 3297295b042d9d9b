// Rules about the addresses of people and groups.

#include <algorithm>

#include "pipeline/text/words.hpp"
#include "validators/families.hpp"
#include "validators/reading/scan.hpp"
#include "validators/reading/shared_scan.hpp"

namespace rapporteur {
namespace {

constexpr std::string_view kEmailDoc = R"md(
Each e-mail address stands by itself: one '@', one domain, and a blank or another mark between it
and the next one. Two addresses that were glued together reach nobody.

```fail
Secretariat (quantum@standards.exampledcc@standards.example).  <-- quantum@standards.exampledcc@
```

```fail
Contact: a.ray@acme..example  <-- a.ray@acme..example
```

```fail
Contact: a.ray@@acme.example  <-- a.ray@@acme.example
```

```pass
Write to a.ray@acme.example/b.lee@beta.example; copies to secretariat@standards.example.
The outline is the path m@4@5l@4@11@9@11@9@5xe.
```
)md";

// An address, a second sign, and a domain behind that one too. Data such as "m@4@5l" has none.
constexpr std::string_view kGlued = R"(@[\w-]+\.[\w.-]*[A-Za-z]{2,}[\w.+-]*@[\w-]+\.[A-Za-z]{2,})";

// "a@@example.org".
constexpr std::string_view kDoubled = R"(\w@@[\w-]+\.[\w.-]*[A-Za-z]{2})";

// "a@example,org".
constexpr std::string_view kComma = "^,(?:com|net|org|int|edu|gov|eu|[a-z]{2})(?:$|[\\s;,>)])";

// What an address may hold before its sign and behind it; separators between addresses do not.
constexpr std::string_view kBefore = "_.+%&=~^!#$*-";
constexpr std::string_view kBehind = "_.+@%-";

bool is_of_address(char c, std::string_view marks) {
  return is_alpha(c) || is_digit(c) || marks.find(c) != marks.npos;
}

// Where the run around the sign at `at` that an address may be ends, and where it begins.
std::size_t end_of_address(std::string_view text, std::size_t at) {
  while (at < text.size() && is_of_address(text[at], kBehind)) ++at;
  return at;
}

std::size_t begin_of_address(std::string_view text, std::size_t at) {
  while (at > 0 && is_of_address(text[at - 1], kBefore)) --at;
  return at;
}

void check_address(BlockId block, std::string_view text, std::string_view rest, Report& report) {
  while (text.ends_with('.')) text.remove_suffix(1);
  const auto signs = std::ranges::count(text, '@');
  const std::size_t at = text.find('@');
  if (at == 0) return;
  if (signs > 1 && found_in(text, kGlued)) {
    report.add_at(block, report.range_of(text),
                  fmt::format("'{}' holds {} addresses without a mark between them", text, signs));
  } else if (text.find("..", at) != std::string_view::npos || found_in(rest, kComma) ||
             (signs > 1 && found_in(text, kDoubled))) {
    report.add_at(block, report.range_of(text), fmt::format("'{}' is no e-mail address", text));
  }
}

void check_email(const Subject& in, Report& report) {
  for (BlockId id{0}; id.index < in.doc.blocks().size(); ++id.index) {
    const std::string_view text = in.doc.text(id);
    std::size_t at = text.find('@');
    if (at == text.npos || !is_prose(in.doc, id)) continue;
    for (; at != text.npos; at = text.find('@', at)) {
      const std::size_t begin = begin_of_address(text, at);
      at = end_of_address(text, at);
      check_address(id, text.substr(begin, at - begin), text.substr(at), report);
    }
  }
}

constexpr Rule kRules[] = {
    {.id = "contact-email-malformed",
     .group = "B",
     .severity = Severity::error,
     .summary = "each e-mail address stands by itself and is well formed",
     .check = check_email,
     .doc = kEmailDoc},
};

}  // namespace

std::span<const Rule> contact_rules() { return kRules; }

}  // namespace rapporteur
