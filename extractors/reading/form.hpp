#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "extractors/reading/document_scan.hpp"
#include "extractors/reading/match.hpp"

namespace rapporteur {

// The labels of a form, looked up once for a document.
struct FormLabels {
  // `names` are patterns of `wording`; its pattern "label" passes every line that can be one.
  FormLabels(const Wording& wording, std::span<const std::string_view> names);

  Patterns trigger;
  std::vector<std::pair<std::string_view, Patterns>> patterns;
};

// Labelled values, as a form has them: in the cells of a table, or on lines "Title: …".
class Form {
 public:
  // A label in a cell has its value behind it, in the cell to the right, or in the row below that
  // is one cell across; where there are two columns, it needs no colon.
  static Form of_table(const DocumentScan& scan, const Table& table, const FormLabels& labels);
  // The lines of the blocks [begin, end) outside tables.
  static Form of_lines(const DocumentScan& scan, BlockRange blocks, const FormLabels& labels);

  bool has(std::string_view name) const { return values_.contains(name); }
  // How many of these labels there are, whatever their values.
  std::size_t count(std::span<const std::string_view> names) const;
  // The value with white space collapsed; "" when there is none.
  std::string text(std::string_view name) const;
  // Its lines that have words.
  std::vector<std::string> lines(std::string_view name) const;
  // Takes over what `other` has and this form has not.
  void complete(const Form& other);
  // From the first label to the last value.
  TextRange where() const { return where_; }
  BlockId block() const { return block_; }

 private:
  void put(std::string_view name, std::string value, BlockId block, TextRange where);

  std::map<std::string, std::string, std::less<>> values_;
  TextRange where_;
  BlockId block_;
};

// "<name of the editor>": a place to be filled in.
bool is_placeholder(std::string_view value);

}  // namespace rapporteur
