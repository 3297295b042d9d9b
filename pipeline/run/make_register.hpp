#pragma once

#include <string>
#include <vector>

#include "pipeline/model/register.hpp"
#include "pipeline/normalise/document_details.hpp"

namespace rapporteur {

// What a register needs to know of one document.
struct RegisterEntry {
  RegisterRow row;
  Identifier number;
  std::vector<NumberClaim> claims;
  std::vector<ListedDocument> listed;
  const Profile* profile = nullptr;
};
RegisterEntry entry_of(const Document& doc, const Profile& profile, std::string sha256);

// The register of some documents, with what does not agree among them.
Register register_of(std::vector<RegisterEntry> entries);

}  // namespace rapporteur
