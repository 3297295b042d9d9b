#pragma once

#include <span>
#include <vector>

#include "parsers/reader.hpp"
#include "pipeline/model/register.hpp"
#include "pipeline/normalise/document_details.hpp"
#include "pipeline/run/sources.hpp"

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

// Reads the sources and makes their register. What cannot be read is in `unread`, and no row.
struct ReadRegister {
  Register documents;
  std::vector<Error> unread;
};
ReadRegister read_register(const std::vector<Source>& sources, std::span<const Profile> profiles,
                           const ReadOptions& options, int jobs);

}  // namespace rapporteur
