#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "pipeline/base/ids.hpp"
#include "pipeline/model/identity.hpp"

namespace rapporteur {

enum class BlockKind : std::uint8_t {
  paragraph,
  heading,    // level 1 and below; level 0 is a title
  list_item,  // level counts from 1
  caption,
  code,
  note,  // an informative note inside the text, not a footnote
  toc,   // a line of a table of contents
  table,
};

enum class PartKind : std::uint8_t { body, header, footer, footnotes, endnotes, comments };

// What a run looks like, where that carries meaning.
enum class Mark : std::uint16_t {
  bold = 1 << 0,
  italic = 1 << 1,
  underlined = 1 << 2,
  struck = 1 << 3,
  small_capitals = 1 << 4,
  capitals = 1 << 5,
  hidden = 1 << 6,
  superscript = 1 << 7,
  subscript = 1 << 8,
  inserted = 1 << 9,   // tracked; in the `marked` view
  deleted = 1 << 10,   // tracked; in the `marked` view only
  moved = 1 << 11,     // tracked; with `inserted` or `deleted`
  folded = 1 << 12,    // the source spells it with other spaces, hyphens or composition
  math = 1 << 13,      // a formula, written out in one line
  in_field = 1 << 14,  // the result of a field: kept up to date by the word processor
};

enum class Highlight : std::uint8_t {
  none,
  yellow,
  green,
  cyan,
  magenta,
  blue,
  red,
  dark_blue,
  dark_cyan,
  dark_green,
  dark_magenta,
  dark_red,
  dark_yellow,
  dark_gray,
  light_gray,
  black,
  white,
};

// A piece of a block's text with one look. `source` is the byte in the part where it begins.
struct Run {
  TextRange text;
  std::uint32_t source = 0;
  std::uint16_t marks = 0;
  Highlight highlight = Highlight::none;
  LinkId link = {};
  RevisionId revision = {};

  bool has(Mark mark) const { return (marks & static_cast<std::uint16_t>(mark)) != 0; }
};

// A paragraph-like piece of the document, or a table, in reading order.
struct Block {
  BlockKind kind = BlockKind::paragraph;
  std::uint8_t level = 0;
  std::uint8_t outline = 0;  // outline level from 1 where the source states one, else 0
  bool in_text_box = false;
  StyleId style;
  PartId part;
  TextRange text;   // in Document::text()
  TextRange label;  // in Document::labels(): the automatic number or bullet, as shown
  std::uint32_t first_run = 0;
  std::uint32_t run_count = 0;
  CellId cell;    // the innermost cell it stands in, or none
  TableId table;  // for BlockKind::table
};

// One cell; `row` and `column` are of its top left grid position.
struct Cell {
  TableId table;
  std::uint32_t row = 0;
  std::uint32_t column = 0;
  std::uint32_t row_span = 1;
  std::uint32_t column_span = 1;
  bool header = false;       // stands in a row that repeats as a header
  RevisionId revision = {};  // the tracked change that inserted or deleted it, if any
  BlockRange blocks = {};    // a nested table's blocks included
};

// A full grid: every position a merged cell covers answers with that cell; a position that no
// cell covers answers with none.
struct Table {
  BlockId block;
  std::uint32_t rows = 0;
  std::uint32_t columns = 0;
  std::uint32_t header_rows = 0;
  std::vector<CellId> grid;   // rows × columns, row by row
  std::vector<CellId> cells;  // in reading order
  BlockId caption;            // given by normalise(), or none
  std::string label;          // as its caption calls it: "Table 3.1"; "" without one

  CellId at(std::uint32_t row, std::uint32_t column) const {
    return row < rows && column < columns ? grid[std::size_t{row} * columns + column] : CellId{};
  }
};

enum class ClauseKind : std::uint8_t { front, body, annex, appendix, references, summary };

// A heading and everything under it. `blocks` begins with the heading and holds the sub-clauses.
struct Clause {
  ClauseKind kind = ClauseKind::body;
  std::uint8_t level = 1;
  std::string number;  // "7.2.1", "A.3", "Annex A"; empty when the heading has none
  std::string title;
  BlockId heading;
  BlockRange blocks = {};
  ClauseId parent;
  ScopeId scope;
};

// A text within which numbers are unique and references resolve: the body, an annex, another
// document quoted inside an annex, or passages of another document, whose numbers have gaps.
enum class ScopeKind : std::uint8_t { body, annex, quoted, excerpt };
struct Scope {
  ScopeKind kind = ScopeKind::body;
  std::string label;  // "Annex A"; empty for the body
  BlockRange blocks = {};
  ScopeId parent;
};

struct Part {
  std::string name;  // "word/document.xml"; "" for a text file
  PartKind kind = PartKind::body;
};

struct Link {
  std::string target;  // a URL, or "#name" for a place in the document
};

enum class RevisionKind : std::uint8_t {
  inserted,
  deleted,
  moved_from,
  moved_to,
  paragraph_inserted,
  paragraph_deleted,
  row_inserted,
  row_deleted,
  cell_inserted,
  cell_deleted,
  cell_merged,
  formatting,
};

// A tracked change. `where` is its text in this view; deleted text that the view does not show is
// kept in `removed`, and `where` is then the empty range at its place.
struct Revision {
  RevisionKind kind = RevisionKind::inserted;
  std::string author;
  std::string date;  // as in the file, ISO 8601
  TextRange where = {};
  std::string removed = {};
};

struct Note {
  std::string label;  // as shown: "1", "a"
  bool endnote = false;
  std::uint32_t anchor = 0;  // offset in the text where it is referred to
  BlockRange blocks = {};
};

struct Comment {
  std::string author;
  std::string initials;
  std::string date;
  TextRange anchor;
  BlockRange blocks = {};
  CommentId reply_to = {};
  bool resolved = false;
};

struct Bookmark {
  std::string name;
  TextRange where = {};
};

// A field of a word processor: `where` is its result, `instruction` as in the file ("SEQ Table").
struct Field {
  std::string instruction;
  TextRange where = {};
};

// Something that is not text: a picture, an embedded file, a chart.
enum class ObjectKind : std::uint8_t { picture, embedded, chart, diagram };
struct Object {
  ObjectKind kind = ObjectKind::picture;
  std::string description;  // its alternative text
  std::string target;       // the part that holds it
  std::uint32_t anchor = 0;
};

// A document property: "title", "creator", "custom:MeetingNumber".
struct Property {
  std::string name;
  std::string value;
};

// Odd, but reading went on. `what` is one sentence for people.
enum class DiagnosticCode : std::uint8_t {
  damaged_part,
  missing_part,
  missing_style,
  bad_number,
  bad_table,
  bad_text,
  bad_reference,
  charset_guessed,
  limit_reached,
  nesting,
  converted,
  not_read,
};
struct Diagnostic {
  DiagnosticCode code = DiagnosticCode::damaged_part;
  std::string what;
  BlockId block;  // or none
};

// The vectors a document is made of. A reader's builder fills them and normalise() completes them;
// everybody else sees them through Document, read only.
struct DocumentData {
  std::string path;    // as shown to people: "folder.zip/TD12.docx"
  std::string format;  // the reader that made it: "docx", "text"
  std::string text;
  std::string labels;
  std::vector<std::uint32_t> line_starts;  // of the source, for text files; else empty
  std::vector<std::string> styles;
  std::vector<Part> parts;
  std::vector<Block> blocks;
  std::vector<Run> runs;
  std::vector<Table> tables;
  std::vector<Cell> cells;
  std::vector<Link> links;
  std::vector<Revision> revisions;
  std::vector<Note> notes;
  std::vector<Comment> comments;
  std::vector<Bookmark> bookmarks;
  std::vector<Field> fields;
  std::vector<Object> objects;
  std::vector<Property> properties;
  std::vector<Diagnostic> diagnostics;
  // From here on given by normalise().
  std::vector<Clause> clauses;
  std::vector<Scope> scopes;
  std::vector<ClauseId> clause_of_block;
  std::vector<ScopeId> scope_of_block;
  Identity identity;
};

// What a reader returns: resolved as the source says, roles not yet given.
struct Draft {
  DocumentData data;
};

// One document, whatever it was read from. Immutable; any number of threads may use it.
class Document {
 public:
  Document() = default;
  explicit Document(DocumentData data) : data_(std::move(data)) {}

  const std::string& path() const { return data_.path; }
  const std::string& format() const { return data_.format; }

  // All text, blocks one after another, each closed by a line end. UTF-8, folded (text/fold.hpp).
  std::string_view text() const { return data_.text; }
  std::string_view text(TextRange range) const {
    return std::string_view(data_.text).substr(range.begin, range.size());
  }
  std::string_view text(BlockId id) const { return text(block(id).text); }
  // The automatic number or bullet of a block as the reader sees it, "" when it has none.
  std::string_view label(BlockId id) const {
    const TextRange range = block(id).label;
    return std::string_view(data_.labels).substr(range.begin, range.size());
  }
  // The words of a cell, its paragraphs joined by line ends, nested tables included.
  std::string cell_text(CellId id) const;
  // Label and text in one, as a person would read the line aloud: "7.2<tab>Procedure".
  std::string shown_text(BlockId id) const;

  std::span<const Block> blocks() const { return data_.blocks; }
  const Block& block(BlockId id) const { return data_.blocks.at(id.index); }
  std::span<const Run> runs() const { return data_.runs; }
  std::span<const Run> runs(BlockId id) const;
  std::span<const Table> tables() const { return data_.tables; }
  const Table& table(TableId id) const { return data_.tables.at(id.index); }
  std::span<const Cell> cells() const { return data_.cells; }
  const Cell& cell(CellId id) const { return data_.cells.at(id.index); }
  std::span<const Clause> clauses() const { return data_.clauses; }
  const Clause& clause(ClauseId id) const { return data_.clauses.at(id.index); }
  std::span<const Scope> scopes() const { return data_.scopes; }
  const Scope& scope(ScopeId id) const { return data_.scopes.at(id.index); }
  std::span<const Part> parts() const { return data_.parts; }
  std::span<const Link> links() const { return data_.links; }
  std::span<const Revision> revisions() const { return data_.revisions; }
  std::span<const Note> notes() const { return data_.notes; }
  std::span<const Comment> comments() const { return data_.comments; }
  std::span<const Bookmark> bookmarks() const { return data_.bookmarks; }
  std::span<const Field> fields() const { return data_.fields; }
  std::span<const Object> objects() const { return data_.objects; }
  std::span<const Property> properties() const { return data_.properties; }
  std::span<const Diagnostic> diagnostics() const { return data_.diagnostics; }
  std::string_view style(BlockId id) const;
  PartKind part_kind(BlockId id) const;
  const Identity& identity() const { return data_.identity; }

  // The innermost clause holding `block`, or none for text before the first heading and for text
  // outside the body.
  ClauseId clause_of(BlockId block) const;
  // The scope holding `block`; the body's scope for everything that is in no other.
  ScopeId scope_of(BlockId block) const;
  // The block whose text (or closing line end) holds this offset, or none.
  BlockId block_at(std::uint32_t offset) const;
  // The source line, from 1, that this offset came from; 0 where the source has no lines.
  std::uint32_t line_at(std::uint32_t offset) const;
  // The byte of the part that this offset came from; exact at the start of a run.
  std::uint32_t source_at(std::uint32_t offset) const;

  const DocumentData& data() const { return data_; }
  // The same document with this identity: the last step of normalise().
  Document with(Identity identity) && {
    data_.identity = std::move(identity);
    return std::move(*this);
  }

 private:
  DocumentData data_;
};

}  // namespace rapporteur
