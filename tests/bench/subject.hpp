#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace rapporteur {

// A document that is measured. Every measurement is registered as "<document>/<step>", and
// "<document>/floor" is what its steps are compared with.
struct BenchDocument {
  std::string name;  // "report-docx"
  std::string path;  // for messages and the reader's bid
  std::string bytes;
};

// The three fixed documents: a long text extraction, a long report and a short TD. Those that are
// not on this machine are left out, with a line on standard error.
const std::vector<BenchDocument>& bench_documents();

// The least that reading can cost. For DOCX: libzip inflates word/document.xml, pugixml parses it,
// a plain walk adds up the text. For text: UTF-8 is validated and lines are split. Returns a
// number that depends on all of it.
std::size_t floor_of(const BenchDocument& document);
std::size_t text_floor(std::string_view text);

void register_steps();  // floor, read, normalise, check, extract
// Reading long texts, which grows as their floor does.
void register_texts();

}  // namespace rapporteur
