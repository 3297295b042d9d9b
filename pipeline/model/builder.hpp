#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "pipeline/base/limits.hpp"
#include "pipeline/model/document.hpp"

namespace rapporteur {

// What a reader says of a block when it begins.
struct BlockSpec {
  BlockKind kind = BlockKind::paragraph;
  std::uint8_t level = 0;
  std::uint8_t outline = 0;
  bool in_text_box = false;
  std::string_view style = {};  // by name, not by id
  std::string_view label = {};
};

// What a reader says of a piece of text.
struct RunSpec {
  std::uint32_t source = 0;
  std::uint16_t marks = 0;
  Highlight highlight = Highlight::none;
  LinkId link = {};
  RevisionId revision = {};
};

struct CellSpec {
  std::uint32_t column_span = 1;
  std::uint32_t row_span = 1;    // for sources that say it at the first row (HTML, sheets)
  bool continues_above = false;  // for sources that say it at every further row (w:vMerge)
  RevisionId revision = {};
};

// The only way to make a document. Readers say what they meet, in reading order; the builder folds
// text, places merged cells and keeps every index valid.
//
// Total: any order of calls gives a valid draft. Text outside a block opens a paragraph, a block
// inside a block closes the one before, cells outside a row open one, a row outside a table is
// ignored, and finish() closes what is open.
class DocumentBuilder {
 public:
  explicit DocumentBuilder(std::string format, const Limits& limits = {});

  // What follows belongs to this part. Closes whatever is open.
  PartId begin_part(std::string_view name, PartKind kind);

  BlockId begin_block(const BlockSpec& spec);
  // Appends to the open block. Line ends inside become blanks of the kind the caller passes:
  // give '\n' only for a break that people see.
  void text(std::string_view utf8, const RunSpec& spec);
  void end_block();

  void begin_table();
  void begin_row(bool header);
  // Grid positions that no cell of this row covers; a cell of a row above may.
  void skip_columns(std::uint32_t count);
  CellId begin_cell(const CellSpec& spec);
  bool in_table() const { return !open_tables_.empty(); }
  // Whether the open cell began in a row above.
  bool in_joined_cell() const { return !open_tables_.empty() && open_tables_.back().joined; }
  // Closes the open cell and lets the last cell of the row cover so many more columns, for sources
  // that say a merge at every further cell (w:hMerge). False when the row has no cell yet.
  bool widen_cell(std::uint32_t columns);
  void end_cell();
  void end_row();
  TableId end_table();

  LinkId link(std::string_view target);
  RevisionId revision(Revision revision);
  NoteId note(Note note);
  CommentId comment(Comment comment);
  void bookmark(std::string_view name, TextRange where);
  void field(std::string_view instruction, TextRange where);
  void object(ObjectKind kind, std::string_view description, std::string_view target);
  void property(std::string_view name, std::string_view value);
  void diagnose(DiagnosticCode code, std::string what);
  void line_starts(std::vector<std::uint32_t> starts);

  // Where the next text will stand.
  std::uint32_t offset() const { return static_cast<std::uint32_t>(data_.text.size()); }
  BlockId next_block() const { return BlockId{static_cast<std::uint32_t>(data_.blocks.size())}; }
  bool full() const { return full_; }  // the limit on text is reached; further text is dropped

  // For what is known only later: the blocks of a note, the range of a comment, a label.
  Note& note(NoteId id) { return data_.notes.at(id.index); }
  Comment& comment(CommentId id) { return data_.comments.at(id.index); }
  Revision& revision(RevisionId id) { return data_.revisions.at(id.index); }
  void label(BlockId block, std::string_view label);
  // Replaces what begin_block() said of a block; text and runs stay.
  void respecify(BlockId block, const BlockSpec& spec);

  Draft finish() &&;

 private:
  struct OpenTable {
    TableId id;
    std::vector<CellId> grid;             // rows of differing length, one after another
    std::vector<std::size_t> row_starts;  // into grid
    std::vector<std::uint32_t> hanging;   // rows a cell above still covers, by column
    std::vector<CellId> cells;            // in reading order
    CellId cell;
    bool joined = false;  // `cell` began in a row above
    bool in_row = false;
    std::uint32_t header_rows = 0;
    bool header = false;
  };

  StyleId intern_style(std::string_view name);
  CellId above(const OpenTable& open) const;
  void cover(OpenTable& open, CellId cell, std::uint32_t columns);
  void fill_hanging(OpenTable& open);
  void square(OpenTable& open);

  DocumentData data_;
  Limits limits_;
  std::vector<OpenTable> open_tables_;
  OpenTable closed_;  // the last to be closed, for the memory it holds
  std::unordered_map<std::string, std::uint32_t> styles_;
  std::unordered_map<std::string, std::uint32_t> links_;
  PartId part_;
  bool in_block_ = false;
  bool full_ = false;
};

}  // namespace rapporteur
