#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "parsers/docx/recent_formats.hpp"
#include "parsers/docx/table_grid.hpp"
#include "parsers/docx/word_definitions.hpp"
#include "parsers/docx/word_formats.hpp"
#include "parsers/docx/word_package.hpp"
#include "parsers/reader.hpp"
#include "parsers/xml/xml_reader.hpp"
#include "pipeline/model/builder.hpp"

namespace rapporteur {

struct FoundObject;

// What a story refers to that stands in other parts, in order of reference.
struct StoryReferences {
  struct Note {
    std::string id;
    bool endnote = false;
    bool own_mark = false;  // the mark is typed in the text, not counted
    std::uint32_t anchor = 0;
    std::size_t section = 0;
  };
  // Where a section numbers notes otherwise than the document.
  struct Section {
    std::optional<NoteNumbering> footnotes = {};
    std::optional<NoteNumbering> endnotes = {};
  };
  std::vector<Section> sections;
  std::vector<Note> notes;
  std::map<std::string, TextRange, std::less<>> comments;  // by id
  std::vector<std::string> headers;                        // parts, each once
  std::vector<std::string> footers;
};

// Reads one story (the body, a header, the notes) into a builder: what Word's elements mean.
// Follows no reference out of its part; those are left in StoryReferences.
class StoryReader {
 public:
  struct Context {
    WordPackage* package;
    WordDefinitions* definitions;
    DocumentBuilder* builder;
    StoryReferences* references;
    View view = View::final;
    int depth = 0;  // documents within documents (altChunk)
  };

  // `part` is the name of the part that `text` is.
  StoryReader(std::string_view text, std::string_view part, const Context& context);

  XmlReader& xml() { return xml_; }
  // Reads the children of the open element as paragraphs and tables.
  void read_blocks();
  // w14:paraId of the paragraph read last; comments are told apart by it.
  std::string last_paragraph() const;
  // Closes what damage left open and reports it.
  void finish();

 private:
  using Content = void (StoryReader::*)();

  struct Change {
    RevisionId id;
    bool hidden = false;
    std::uint16_t marks = 0;
  };
  struct OpenField {
    std::string instruction;
    bool in_result = false;
    bool contents = false;  // a table of contents
    bool updated = false;   // kept up to date by Word, as a link is not
    int paragraphs = 0;     // ended within its instruction
    std::optional<bool> checked = {};
    std::uint32_t begin = 0;
    LinkId link = {};
  };
  struct OpenBookmark {
    std::string name;
    std::uint32_t begin = 0;
  };

  // The target of a relationship of this part, or null.
  const Relationship* related(std::string_view id) const {
    return context_.package->relationships_of(part_).find(id);
  }
  Properties wanted() const {
    return context_.view == View::original ? Properties::before_changes : Properties::current;
  }

  // word_blocks.cpp
  void read_block();
  void read_paragraph();
  ParagraphFormat read_properties();
  void begin_paragraph(const ParagraphFormat& format);
  void end_paragraph(const ParagraphFormat& format, std::uint32_t begin);
  void end_joined();
  bool is_gone(const ParagraphFormat& format) const;
  BlockSpec spec_of(const ParagraphFormat& format, const WordStyle* style) const;
  std::string label_of(const ParagraphFormat& format, const WordStyle* style);
  bool is_or_inherits(const WordStyle* style, std::string_view tied) const;
  void respecify();
  void read_inline();
  void read_text_boxes();

  // word_sections.cpp
  struct SectionHeader {
    std::string part;
    std::string_view type;
    bool footer;
  };
  void read_section();
  void read_header_reference(std::vector<SectionHeader>& headers);

  // word_tables.cpp
  struct Row {
    int before = 0;  // grid columns left free at its ends
    int after = 0;
    bool header = false;
    std::optional<ChangeStamp> inserted = {};
    std::optional<ChangeStamp> deleted = {};
  };
  struct CellFormat {
    int span = 1;
    bool continues_above = false;
    bool continues_left = false;
    std::optional<ChangeStamp> inserted = {};
    std::optional<ChangeStamp> deleted = {};
    std::optional<ChangeStamp> merged = {};
  };
  struct OpenTable {
    bool begun = false;   // one all of whose rows are deleted never is
    bool header = false;  // its style makes the first row look like one
    TableGrid grid;
    int line = 0;  // of the grid, where the next cell of the open row begins
  };
  void read_table();
  void read_table_part();
  void read_table_format();
  std::uint32_t pass_lines(int count);
  void read_row();
  void read_row_format(Row& row);
  void read_row_part();
  void read_cell();
  void read_cell_format(CellFormat& format);
  void read_cell_property(CellFormat& format);
  bool begin_cell(const CellFormat& format);

  // word_runs.cpp
  void read_run();
  RunFormat read_format();
  void read_run_part();
  void read_text();
  void read_sign();
  void apply_run_format(const RunFormat& format);
  void emit(std::string_view utf8, std::uint32_t source);
  std::string_view cleaned(std::string_view text, std::string& buffer);
  void read_break();
  void read_ruby_part();
  void read_note_reference(bool endnote);
  void read_comment_reference();
  bool read_anchor();
  void end_bookmark();

  // word_wrappers.cpp
  void read_hyperlink(Content content);
  void read_content_control(Content content);
  void read_alternatives(Content content);
  void read_children(Content content);
  bool understands(std::string_view prefixes) const;
  bool read_wrapper(Content content);

  // word_revisions.cpp
  void read_change(RevisionKind kind, Content content);
  void open_change(RevisionKind kind, const ChangeStamp& stamp, bool hidden);
  void close_change();
  bool hides(RevisionKind kind) const;
  bool hidden() const { return hidden_ > 0; }
  void add_removed(std::string_view utf8);
  void note_change(RevisionKind kind, const ChangeStamp& stamp, TextRange where);

  // word_fields.cpp
  void read_field_mark();
  void read_field_data(OpenField& field);
  void begin_field_result(OpenField& field);
  void end_field();
  void read_simple_field();
  void read_instruction();
  void add_to_instruction(std::string_view text);
  void close_runaway_fields();
  void close_runaway(OpenField& field);
  bool is_past_instruction();
  LinkId field_link() const { return fields_.empty() ? LinkId{} : fields_.back().link; }

  // word_objects.cpp
  void read_object();
  void scan_object(FoundObject& found);
  void scan_object_part(FoundObject& found);
  void scan_alternatives(FoundObject& found);

  // word_math.cpp
  void read_math();

  // alt_chunk.cpp
  void read_chunk();
  void read_word_chunk(const std::string& part, std::string_view bytes);
  void read_rtf_chunk(const std::string& part, std::string_view bytes);

  XmlReader xml_;
  std::string part_;
  Context context_;
  DocumentBuilder& builder_;
  std::optional<ListCounters> counters_;  // once there is a list
  RecentFormats<RunFormat> run_formats_;
  RecentFormats<ParagraphFormat> paragraph_formats_;

  // The paragraph that is open.
  bool waiting_ = false;  // not begun in the document until it has text
  bool joined_ = false;   // the block is open and goes on with the next paragraph
  BlockSpec spec_;        // of the open block
  BlockId block_;
  std::uint32_t text_begin_ = 0;
  std::optional<std::uint32_t> last_paragraph_;  // where it begins
  std::size_t section_ = 0;
  RunFormat paragraph_format_;
  std::uint16_t paragraph_toggles_ = 0;

  // The run that is open.
  RunSpec run_;
  SignFont run_font_ = SignFont::none;
  LinkId link_;
  bool page_break_ = false;  // becomes a line end if more text follows in the paragraph

  std::vector<OpenField> fields_;
  int fields_in_code_ = 0;
  int fields_updated_ = 0;
  int contents_ = 0;
  int fields_too_deep_ = 0;
  std::vector<Change> changes_;
  int hidden_ = 0;
  std::unordered_multimap<std::string_view, OpenBookmark> bookmarks_;  // open, by id
  std::vector<XmlReader> text_boxes_;
  int in_text_box_ = 0;
  OpenTable table_;
  bool repaired_ = false;
  bool dropped_text_ = false;  // text in a cell that a merged cell covers
};

// Reads a whole document; the caller gives the package, the builder and the view.
Result<void> read_word_package(StoryReader::Context context);

// Core, application and custom properties ("custom:" before their names).
void read_word_properties(WordPackage& package, DocumentBuilder& builder);

}  // namespace rapporteur
