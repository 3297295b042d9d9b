#pragma once

#include <map>
#include <string>

#include "extractors/reading/document_scan.hpp"

namespace rapporteur {

// Lists of documents with a column of what was said of each: the notes of a chair, comments on
// change requests.
class Discussions {
 public:
  Discussions(const DocumentScan& scan, const Wording& wording);

  // The document that a paragraph in such a column is about, with its title; "" elsewhere.
  std::string document_of(BlockId block) const;

 private:
  struct Columns {
    std::uint32_t header = 0;  // the row that names them
    std::uint32_t said = kNoColumn;
    std::uint32_t document = kNoColumn;
    std::uint32_t title = kNoColumn;
  };
  Columns columns_of(const Table& table, std::uint32_t row) const;

  const DocumentScan& scan_;
  const Wording& wording_;
  std::map<std::uint32_t, Columns> lists_;  // by the index of their table
};

}  // namespace rapporteur
