#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>

#include "pipeline/base/limits.hpp"

namespace rapporteur {

// Files as the DOCX that LibreOffice makes of them, many at one start: that takes longer than the
// files do. ReadOptions::office hands them to the readers.
class OfficeDocuments {
 public:
  // Converts those of the files that are read through LibreOffice. What fails is left out; the
  // reader then tries it alone and says why.
  void convert(std::span<const std::string> files, const Limits& limits);

  // The DOCX made of a file of these bytes, or null.
  const std::string* find(std::string_view bytes) const;

 private:
  std::map<std::string, std::string, std::less<>> made_;  // by the SHA-256 of what it was made of
};

}  // namespace rapporteur
