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

```pass
Write to a.ray@acme.example/b.lee@beta.example; copies to secretariat@standards.example.
The outline is the path m@4@5l@4@11@9@11@9@5xe.
```
)md";

// An address, a second sign, and a domain behind that one too. Data such as "m@4@5l" has none.
constexpr std::string_view kGlued = R"(@[\w-]+\.[\w.-]*[A-Za-z]{2,}[\w.+-]*@[\w-]+\.[A-Za-z]{2,})";

// "a@example,org".
constexpr std::string_view kComma = "^,(?:com|net|org|int|edu|gov|eu|[a-z]{2})(?:$|[\\s;,>)])";

std::size_t behind(const Document& doc, const PlacedMatch& hit) {
  const std::string_view block = doc.text(hit.block);
  return static_cast<std::size_t>(hit.text().data() + hit.text().size() - block.data());
}

void check_email(const Subject& in, Report& report) {
  // A run of what an address may hold; separators between addresses end it.
  for (const PlacedMatch& hit : in.shared.matches(R"([\w.+%&=~^!#$*-]*@[\w.+@%-]*)")) {
    std::string_view text = hit.text();
    while (text.ends_with('.')) text.remove_suffix(1);
    const auto signs = std::ranges::count(text, '@');
    const std::size_t at = text.find('@');
    const TextRange where = report.range_of(text);
    if (signs > 1 && at > 0 && found_in(text, kGlued)) {
      report.add_at(
          hit.block, where,
          fmt::format("'{}' holds {} addresses without a mark between them", text, signs));
    } else if (at > 0 && (text.find("..", at) != std::string_view::npos ||
                          found_in(in.doc.text(hit.block).substr(behind(in.doc, hit)), kComma))) {
      report.add_at(hit.block, where, fmt::format("'{}' is no e-mail address", text));
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
