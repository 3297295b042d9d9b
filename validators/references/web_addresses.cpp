// The rule about web addresses.

#include <algorithm>
#include <map>

#include "pipeline/text/words.hpp"
#include "validators/families.hpp"
#include "validators/reading/scan.hpp"
#include "validators/reading/shared_scan.hpp"

namespace rapporteur {
namespace {

constexpr RuleOption kUrlOptions[] = {
    {"https-hosts", "[]", "hosts that are reached by https, with and without www"},
    {"https-since", "2022", "year from which a document should know that"},
};

constexpr std::string_view kUrlDoc = R"md(
A web address is whole and well formed, and one host is reached by one scheme. Reported are a colon
or slash too few or too many, a blank behind the scheme, and, unless the document is of a time when
hosts were reached by either, one host with http and with https and http to a host that the profile
knows to be reached by https.

```fail
See https:/standards.example/qkd for the list.  <-- https:/standards.example/qkd
```

```fail
The page is https://meet.example/start and the list is http://meet.example/list.  <-- reached by http here and by https
```

```pass
| Date: | 5 May 2010 |
| Source: | The working group on codecs |
| Title: | Minutes |
The page is https://meet.example/start and the list is http://meet.example/list.
```

```pass
See https://standards.example/qkd, http://other.example and the scheme "http://".
```
)md";

void check_form(SharedScan& shared, Report& report) {
  constexpr std::string_view kMalformed =
      R"(\b(?:https?:/[A-Za-z]|https?//[A-Za-z]|https?::+/|https?:///|htt?p?s?s?:// [a-z]|https?:// www\.|htp://|hhtp|htttp)\S*)";
  for (const PlacedMatch& hit : shared.matches(kMalformed)) {
    report.add_at(hit.block, report.range_of(hit.text()),
                  fmt::format("'{}' is no web address", hit.text()));
  }
}

struct Address {
  PlacedMatch hit;
  bool secure = false;
};

std::map<std::string, std::vector<Address>> by_host(SharedScan& shared) {
  std::map<std::string, std::vector<Address>> hosts;
  constexpr std::string_view kAddress =
      R"(\b(https?)://([A-Za-z0-9.-]+\.[A-Za-z]{2,})(?:/[^\s<>"]*)?)";
  for (const PlacedMatch& hit : shared.matches(kAddress)) {
    const bool secure = hit.group(1) == "https";
    const std::string host = lower_ascii(hit.group(2));
    hosts[host].push_back({hit, secure});
  }
  return hosts;
}

// From a time when hosts were reached by either scheme; what has no date is taken for new here.
bool is_old(const Subject& in) {
  const std::string year = in.doc.identity().date.substr(0, 4);
  return !year.empty() && year < in.config.text("https-since", "2022");
}

bool is_secure_host(const Subject& in, std::string_view host) {
  if (in.doc.identity().date.empty() || is_old(in)) return false;
  return std::ranges::any_of(in.config.list("https-hosts"), [&](const std::string& known) {
    return host == known || host == "www." + known;
  });
}

void check_urls(const Subject& in, Report& report) {
  check_form(in.shared, report);
  for (const auto& [host, addresses] : by_host(in.shared)) {
    const auto plain = std::ranges::find(addresses, false, &Address::secure);
    const auto secure = std::ranges::find(addresses, true, &Address::secure);
    if (plain == addresses.end()) continue;
    const TextRange where = report.range_of(plain->hit.text());
    if (secure != addresses.end() && !is_old(in)) {
      report.add_at(plain->hit.block, where,
                    fmt::format("{} is reached by http here and by https elsewhere", host),
                    {report.range_of(secure->hit.text())});
    } else if (is_secure_host(in, host)) {
      report.add_at(plain->hit.block, where, fmt::format("{} is reached by https", host));
    }
  }
}

constexpr Rule kRules[] = {
    {.id = "url-malformed",
     .group = "E",
     .severity = Severity::info,
     .summary = "a web address is well formed and its host has one scheme",
     .check = check_urls,
     .doc = kUrlDoc,
     .options = kUrlOptions},
};

}  // namespace

std::span<const Rule> web_address_rules() { return kRules; }

}  // namespace rapporteur
