#pragma once

#include <cstdio>
#include <cstdlib>
#include <utility>

#include "pipeline/normalise/normalise.hpp"
#include "pipeline/profile/profile.hpp"
#include "tests/unit/document_faults.hpp"

namespace rapporteur {

// Ends the program when the document made of this draft breaks what every document holds.
inline void check_document(Draft draft) {
  static const Result<Profile> kProfile = ProfileSource().load("itu-t");
  const Document doc = normalise(std::move(draft), *kProfile);
  const std::vector<std::string> faults = faults_of(doc.data());
  for (const std::string& fault : faults) std::fprintf(stderr, "%s\n", fault.c_str());
  if (!faults.empty()) std::abort();
}

}  // namespace rapporteur
