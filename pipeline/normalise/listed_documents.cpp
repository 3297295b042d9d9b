#include <algorithm>

#include "pipeline/normalise/document_details.hpp"
#include "pipeline/normalise/mentions.hpp"
#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

constexpr std::uint32_t kNoColumn = 0xFFFFFFFF;
constexpr std::uint32_t kHeaderRows = 3;  // in which the names of the columns stand

bool names_column(std::string_view pattern_name, std::string_view words, const Profile& profile) {
  const Patterns patterns = profile.identity.named(pattern_name);
  return std::ranges::any_of(
      patterns, [&](const Pattern& pattern) { return pattern.expression.found_in(words); });
}

// The column of a table that has this name in one of the first rows.
std::uint32_t column_named(const Document& doc, const Table& table, std::string_view pattern_name,
                           const Profile& profile) {
  for (std::uint32_t row = 0; row < std::min(table.rows, kHeaderRows); ++row) {
    for (std::uint32_t column = 0; column < table.columns; ++column) {
      const CellId cell = table.at(row, column);
      if (cell && names_column(pattern_name, collapse(doc.cell_text(cell)), profile)) {
        return column;
      }
    }
  }
  return kNoColumn;
}

// Gives a listed document the words that its row has in the columns of titles and of items.
class Rows {
 public:
  Rows(const Document& doc, const Profile& profile) : doc_(doc), profile_(profile) {}

  void complete(ListedDocument& listed, BlockId block) {
    const CellId cell = doc_.block(block).cell;
    if (!cell) return;
    const TableId id = doc_.cell(cell).table;
    const Table& table = doc_.table(id);
    if (id != table_) {
      table_ = id;
      title_ = column_named(doc_, table, "list-title-column", profile_);
      item_ = column_named(doc_, table, "list-item-column", profile_);
    }
    listed.title = words_at(table, doc_.cell(cell).row, title_, cell);
    listed.item = words_at(table, doc_.cell(cell).row, item_, cell);
  }

 private:
  // "" for the cell that holds the number itself: it is the text of an item, no title.
  std::string words_at(const Table& table, std::uint32_t row, std::uint32_t column,
                       CellId own) const {
    const CellId cell = column == kNoColumn ? CellId{} : table.at(row, column);
    return cell && cell != own ? collapse(doc_.cell_text(cell)) : "";
  }

  const Document& doc_;
  const Profile& profile_;
  TableId table_;
  std::uint32_t title_ = kNoColumn;
  std::uint32_t item_ = kNoColumn;
};

}  // namespace

std::vector<ListedDocument> listed_documents(const Document& doc, const Profile& profile) {
  const Identity& identity = doc.identity();
  const std::vector<std::string>& kinds = profile.identity.list("listing-kinds");
  if (std::ranges::find(kinds, identity.kind) == kinds.end()) return {};
  std::vector<ListedDocument> listed;
  Rows rows(doc, profile);
  const std::string own = profile.grammar.key(identity.number);
  for (Identifier& found : profile.grammar.scan(doc.text(), context_of(doc, profile))) {
    const BlockId block = doc.block_at(found.where.begin);
    if (!is_paper(found, profile) || profile.grammar.key(found) == own) continue;
    if (!block || doc.part_kind(block) != PartKind::body) continue;
    ListedDocument one{std::move(found), {}, {}};
    rows.complete(one, block);
    const auto known =
        std::ranges::find(listed, one.number.canonical,
                          [](const ListedDocument& other) { return other.number.canonical; });
    if (known == listed.end()) {
      listed.push_back(std::move(one));
    } else if (known->title.empty() && known->item.empty()) {
      *known = std::move(one);
    }
  }
  return listed;
}

}  // namespace rapporteur
