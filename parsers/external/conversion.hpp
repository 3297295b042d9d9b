#pragma once

#include <string_view>

#include "parsers/reader.hpp"

namespace rapporteur {

// A format that a program of the machine turns into one that is read here.
struct Conversion {
  std::string_view format;     // "rtf"
  std::string_view extension;  // of the file the program is given: ".rtf"
  std::string_view name;       // for people: "an RTF file"
};

inline constexpr Conversion kRtf = {"rtf", ".rtf", "an RTF file"};

// The file as LibreOffice, pdftotext, antiword or catdoc gives it. Document::format() then says
// what the file is and what read it: "doc (converted by LibreOffice)". The program works in a
// folder of its own and under limits; where it is missing, the Error names the package to install.
Result<Draft> through_office(std::string_view bytes, std::string_view path,
                             const ReadOptions& options, const Conversion& from);
// The DOCX itself, made now or before (ReadOptions::office).
Result<std::string> docx_through_office(std::string_view bytes, const ReadOptions& options,
                                        const Conversion& from);
Result<Draft> through_pdftotext(std::string_view bytes, std::string_view path,
                                const ReadOptions& options);
// LibreOffice, or where it is missing or fails a program that gives the words alone.
Result<Draft> through_word_reader(std::string_view bytes, std::string_view path,
                                  const ReadOptions& options, const Conversion& from);

}  // namespace rapporteur
