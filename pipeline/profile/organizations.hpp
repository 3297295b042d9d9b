#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/profile/pattern.hpp"

namespace rapporteur {

enum class PartyKind : std::uint8_t { unknown, country, body, institute, company };
const char* name(PartyKind kind);

// A country, a standards body, an institute or a company that a profile knows.
struct Organization {
  std::string name;      // as registers name it: "Switzerland", "ETSI", "Huawei"
  std::string official;  // the name in full of a body or an institute; "" for others
  PartyKind kind = PartyKind::unknown;
  std::string country;  // ISO 3166 code; "" for an international body
};

// The organizations of a profile by all their names.
class Organizations {
 public:
  // "inc", "co ltd": what a name may end in without becoming another one. Set before `add`.
  void set_legal_forms(std::vector<std::string> forms) { legal_forms_ = std::move(forms); }
  // The name of another organization that already has one of these, or "" when all is well.
  std::string add(Organization organization, const std::vector<std::string>& further_names);

  // Whoever is called that, or null. Case, accents, punctuation, a leading "the" and legal forms
  // make no difference.
  const Organization* find(std::string_view name) const;
  // "Inc.", "Co., Ltd.": the end of a name that was divided at a comma.
  bool is_legal_form(std::string_view words) const;
  const std::vector<Organization>& all() const { return all_; }

  // "party-with-office" (groups party, office) and "party-of-country" (party, country).
  std::vector<Pattern> patterns;

 private:
  std::string key(std::string_view name) const;
  std::size_t without_legal_form(std::string_view key) const;

  std::vector<std::string> legal_forms_;
  std::vector<Organization> all_;
  std::map<std::string, std::size_t, std::less<>> by_key_;
};

}  // namespace rapporteur
