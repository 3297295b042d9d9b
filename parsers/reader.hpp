#pragma once

#include <span>
#include <string>
#include <string_view>

#include "pipeline/base/limits.hpp"
#include "pipeline/base/result.hpp"
#include "pipeline/model/document.hpp"

namespace rapporteur {

// Which text a document with tracked changes has.
enum class View {
  final,     // changes accepted
  original,  // changes rejected
  marked,    // both, with Mark::inserted and Mark::deleted
};

class OfficeDocuments;

struct ReadOptions {
  View view = View::final;
  Limits limits;
  const OfficeDocuments* office = nullptr;  // files that LibreOffice converted beforehand
};

// What a reader thinks of a file it has not read: 0 (not mine) to 100 (certainly mine), and why.
struct Bid {
  int score = 0;
  std::string reason;
};

// One input format. Readers know nothing of standards bodies.
struct Reader {
  std::string_view id;  // "docx"; Document::format()
  std::string_view summary;
  // Looks at the beginning of the file and at its name (content first, name second).
  Bid (*bid)(std::string_view bytes, std::string_view path);
  // Reads the whole file. `path` is for messages only.
  Result<Draft> (*read)(std::string_view bytes, std::string_view path, const ReadOptions& options);
};

// Every reader, in the order in which ties are decided.
std::span<const Reader> readers();

// The reader that bids highest, or none. An archive is not a document: see parsers/zip.
const Reader* sniff(std::string_view bytes, std::string_view path);

// Sniffs and reads.
Result<Draft> read_document(std::string_view bytes, std::string_view path,
                            const ReadOptions& options = {});

}  // namespace rapporteur
