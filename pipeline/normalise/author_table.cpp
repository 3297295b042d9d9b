#include <algorithm>

#include "pipeline/normalise/document_details.hpp"
#include "pipeline/normalise/identity_parts.hpp"
#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

constexpr std::uint32_t kFirstBlocks = 60;  // of a document, in which its authors are listed
constexpr std::uint32_t kRowsRead = 40;

std::string words_at(const Document& doc, const Table& table, std::uint32_t row,
                     std::uint32_t column) {
  const CellId cell = table.at(row, column);
  return cell ? collapse(doc.cell_text(cell)) : std::string();
}

// "Author(s):" and nothing else in the row above the names of the columns.
bool heads_authors(const std::string& words, const Profile& profile) {
  const auto found = labelled(words, profile, true);
  return found && found->value.empty() && (found->name == "author" || found->name == "contact");
}

std::string* part_of(Contact& contact, std::string_view name) {
  if (name == "name") return &contact.name;
  if (name == "organization") return &contact.organization;
  if (name == "country") return &contact.country;
  if (name == "telephone") return &contact.telephone;
  return name == "email" ? &contact.email : nullptr;
}

// "organization Affiliation": what a column holds, by its name; "" when it is another.
std::string_view held_by(std::string_view column, const Profile& profile) {
  for (const std::string& entry : profile.identity.list("contact-columns")) {
    const std::size_t blank = entry.find(' ');
    if (!equals_ignoring_case(std::string_view(entry).substr(blank + 1), column)) continue;
    return std::string_view(entry).substr(0, blank);
  }
  return {};
}

Contact author_in(const Document& doc, const Table& table, std::uint32_t row,
                  const std::vector<std::string_view>& columns) {
  Contact author;
  for (std::uint32_t column = 0; column < table.columns; ++column) {
    std::string* const part = part_of(author, columns[column]);
    if (part != nullptr && part->empty()) *part = words_at(doc, table, row, column);
  }
  return author;
}

std::vector<Contact> authors_below(const Document& doc, const Table& table, std::uint32_t header,
                                   const Profile& profile) {
  std::vector<std::string_view> columns;
  for (std::uint32_t column = 0; column < table.columns; ++column) {
    columns.push_back(held_by(words_at(doc, table, header, column), profile));
  }
  std::vector<Contact> authors;
  if (std::ranges::find(columns, "name") == columns.end()) return authors;
  for (std::uint32_t row = header + 1; row < std::min(table.rows, kRowsRead); ++row) {
    Contact author = author_in(doc, table, row, columns);
    if (!author.name.empty()) authors.push_back(std::move(author));
  }
  return authors;
}

}  // namespace

std::vector<Contact> listed_authors(const Document& doc, const Profile& profile) {
  for (const Table& table : doc.tables()) {
    if (table.block.index > kFirstBlocks) break;
    for (std::uint32_t row = 0; row + 2 < std::min(table.rows, kRowsRead); ++row) {
      if (!heads_authors(words_at(doc, table, row, 0), profile)) continue;
      return authors_below(doc, table, row + 1, profile);
    }
  }
  return {};
}

}  // namespace rapporteur
