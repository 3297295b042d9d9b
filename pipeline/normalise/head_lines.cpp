#include <algorithm>

#include "pipeline/normalise/identity_parts.hpp"
#include "pipeline/normalise/mentions.hpp"
#include "pipeline/text/clause_number.hpp"
#include "pipeline/text/date.hpp"
#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

constexpr std::size_t kHeadBlocks = 240;
constexpr std::size_t kHeadBytes = 8192;
constexpr std::size_t kPageHeaderLines = 40;
constexpr std::string_view kColumnGap = "   ";
constexpr std::size_t kLeastLines = 3;  // a title may be a heading too

void add_lines(const Document& doc, BlockId id, bool in_page_header, std::vector<HeadLine>& out) {
  for (const std::string_view line : split(doc.text(id), '\n')) {
    const std::string_view text = trim(line);
    if (!text.empty()) out.push_back({text, id, doc.block(id).cell, in_page_header});
  }
}

// A line of nothing but the number of a paper, or the words before it, and perhaps a second column.
bool is_number_line(std::string_view text, const Profile& profile) {
  const std::string_view first = trim(text.substr(0, text.find(kColumnGap)));
  if (begins_number(first, profile)) return true;
  const std::optional<Identifier> number = profile.grammar.parse(first);
  return number && is_paper(*number, profile);
}

bool begins_text(const Document& doc, BlockId id, std::size_t lines, const Profile& profile) {
  const Block& block = doc.block(id);
  if (block.kind == BlockKind::toc) return true;
  // The first clause, where the source marks no headings: "1. Background", "1<tab>Further to ...".
  if (lines > 0 && !block.cell && split_number(doc.shown_text(id)).number == "1") return true;
  if (block.kind != BlockKind::heading || block.level == 0 || block.cell) return false;
  if (trim(doc.text(id)).empty()) return false;
  // "Title: ..." of a cover may have the style of a heading.
  if (labelled(trim(doc.text(id)), profile, false)) return false;
  // In a plain text the number of the paper may look like a heading.
  if (is_number_line(trim(doc.text(id)), profile)) return false;
  // "9 April 2026" has no number, and a day is said above the text.
  const std::vector<DateMention> dates = find_dates(trim(doc.text(id)));
  if (!dates.empty() && dates.front().begin == 0) return false;
  // "A.1 justification for ..." above everything else is a title.
  const std::string shown(doc.shown_text(id));
  const std::string_view number = split_number(shown).number;
  if (lines == 0 && !number.empty() && is_alpha(number.front())) return false;
  return lines >= kLeastLines || !number.empty();
}

// Tells of one cell after another whether its table is one of records.
class RecordTables {
 public:
  RecordTables(const Document& doc, const Profile& profile) : doc_(doc), profile_(profile) {}

  bool hold(CellId cell) {
    if (!cell) return false;
    const TableId id = doc_.cell(cell).table;
    if (id != last_) lists_ = lists_records(doc_, doc_.table(id), profile_);
    last_ = id;
    return lists_;
  }

 private:
  const Document& doc_;
  const Profile& profile_;
  TableId last_;
  bool lists_ = false;
};

}  // namespace

std::vector<HeadLine> head_lines(const Document& doc, const Profile& profile) {
  std::vector<HeadLine> body;
  std::vector<HeadLine> page;
  std::size_t bytes = 0;
  std::size_t blocks = 0;
  bool ended = false;
  RecordTables records(doc, profile);
  for (BlockId id{0}; id.index < doc.blocks().size(); ++id.index) {
    const PartKind part = doc.part_kind(id);
    if (part == PartKind::header && page.size() < kPageHeaderLines) {
      add_lines(doc, id, true, page);
    } else if (part == PartKind::body && !ended) {
      ended = ++blocks > kHeadBlocks || bytes > kHeadBytes ||
              begins_text(doc, id, body.size(), profile);
      if (ended) continue;
      bytes += doc.text(id).size();
      const Block& block = doc.block(id);
      if (block.kind != BlockKind::table && !records.hold(block.cell)) {
        add_lines(doc, id, false, body);
      }
    }
  }
  body.insert(body.end(), page.begin(), page.end());
  return body;
}

}  // namespace rapporteur
