#include <algorithm>
#include <charconv>
#include <utility>

#include "parsers/docx/word_story.hpp"

namespace rapporteur {
namespace {

constexpr int kMostColumns = 1024;

// w:tblLook, in its newer form or as a number (17.4.55).
bool shows_first_row(const XmlReader& xml) {
  constexpr unsigned kFirstRow = 0x20;
  const std::string_view stated = value(xml, "firstRow");
  if (!stated.empty()) return stated == "1" || stated == "true" || stated == "on";
  const std::string_view digits = value(xml);
  unsigned bits = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), bits, 16);
  return (bits & kFirstRow) != 0;
}

int columns(std::optional<int> stated) { return std::clamp(stated.value_or(0), 0, kMostColumns); }

}  // namespace

void StoryReader::read_table() {
  end_joined();
  builder_.end_block();
  OpenTable outer = std::exchange(table_, {});
  read_children(&StoryReader::read_table_part);
  if (table_.begun) builder_.end_table();
  table_ = std::move(outer);
}

void StoryReader::read_table_part() {
  switch (xml_.name()) {
    case "w:tr"_xml:
      return read_row();
    case "w:tblPr"_xml:
      return read_table_format();
    case "w:tblGrid"_xml:
      table_.grid = TableGrid(xml_, xml_.depth() - 1);
      return;
    default:
      if (!read_anchor()) read_wrapper(&StoryReader::read_table_part);
  }
}

void StoryReader::read_table_format() {
  bool styled = false;
  bool looks = false;
  const int here = xml_.depth();
  while (xml_.next(here)) {
    if (xml_.name() == "w:tblStyle"_xml) {
      const WordStyle* const style = context_.definitions->styles().find(value(xml_));
      styled = style != nullptr && style->header_row;
    } else if (xml_.name() == "w:tblLook"_xml) {
      looks = shows_first_row(xml_);
    }
  }
  table_.header = styled && looks;
}

void StoryReader::read_row() {
  const int here = xml_.depth();
  Row row;
  bool more = xml_.next(here);
  for (; more; more = xml_.next(here)) {
    if (xml_.name() == "w:trPr"_xml) {
      read_row_format(row);
    } else if (xml_.name() != "w:tblPrEx"_xml) {
      break;
    }
  }
  const bool changed = row.deleted || row.inserted;
  const RevisionKind kind = row.deleted ? RevisionKind::row_deleted : RevisionKind::row_inserted;
  if (changed) {
    const bool hide = (row.deleted && context_.view == View::final) ||
                      (row.inserted && context_.view == View::original);
    open_change(kind, row.deleted ? *row.deleted : *row.inserted, hide);
  }
  if (!hidden()) {
    if (!table_.begun) builder_.begin_table();
    builder_.begin_row(row.header || (table_.header && !table_.begun));
    table_.begun = true;
  }
  table_.line = 0;
  const std::uint32_t before = pass_lines(row.before);
  if (!hidden()) builder_.skip_columns(before);
  for (; more; more = xml_.next(here)) read_row_part();
  if (!hidden()) {
    builder_.end_cell();
    builder_.skip_columns(pass_lines(row.after));
    builder_.end_row();
  }
  if (changed) close_change();
}

// The columns of so many columns of w:tblGrid, from where the open row has come to.
std::uint32_t StoryReader::pass_lines(int count) {
  const int begin = table_.line;
  table_.line += count;
  return static_cast<std::uint32_t>(table_.grid.column(table_.line) - table_.grid.column(begin));
}

void StoryReader::read_row_format(Row& row) {
  const int here = xml_.depth();
  while (xml_.next(here)) {
    switch (xml_.name()) {
      case "w:gridBefore"_xml:
        row.before = columns(integer_value(xml_));
        break;
      case "w:gridAfter"_xml:
        row.after = columns(integer_value(xml_));
        break;
      case "w:tblHeader"_xml:
        row.header = is_on(xml_);
        break;
      case "w:ins"_xml:
        row.inserted = read_stamp(xml_);
        break;
      case "w:del"_xml:
        row.deleted = read_stamp(xml_);
        break;
      default:
        break;
    }
  }
}

void StoryReader::read_row_part() {
  if (xml_.name() == "w:tc"_xml) return read_cell();
  if (!read_anchor()) read_wrapper(&StoryReader::read_row_part);
}

void StoryReader::read_cell() {
  const int here = xml_.depth();
  CellFormat format;
  bool more = xml_.next(here);
  if (more && xml_.name() == "w:tcPr"_xml) {
    read_cell_format(format);
    more = xml_.next(here);
  }
  const bool hide = (format.deleted && context_.view == View::final) ||
                    (format.inserted && context_.view == View::original);
  const bool changed = format.deleted || format.inserted;
  const std::size_t before = changes_.size();
  if (changed) {
    open_change(format.deleted ? RevisionKind::cell_deleted : RevisionKind::cell_inserted,
                format.deleted ? *format.deleted : *format.inserted, hide);
  }
  bool covered = false;
  if (!hidden()) covered = begin_cell(format);
  if (covered) ++hidden_;
  const std::uint32_t begin = builder_.offset();
  for (; more; more = xml_.next(here)) read_block();
  end_joined();
  if (covered) --hidden_;
  if (format.merged && !hidden()) {
    note_change(RevisionKind::cell_merged, *format.merged, {begin, builder_.offset()});
  }
  if (!hidden()) builder_.end_cell();
  if (changes_.size() > before) close_change();
}

// Begins the cell in the document. True when another cell covers it, whose text Word shows instead.
bool StoryReader::begin_cell(const CellFormat& format) {
  const std::uint32_t span = std::max(pass_lines(std::max(format.span, 1)), 1U);
  if (format.continues_left && builder_.widen_cell(span)) return true;
  CellSpec spec;
  spec.column_span = span;
  spec.continues_above = format.continues_above;
  if (!changes_.empty()) spec.revision = changes_.back().id;
  builder_.begin_cell(spec);
  return builder_.in_joined_cell();
}

void StoryReader::read_cell_format(CellFormat& format) {
  const int here = xml_.depth();
  while (xml_.next(here)) {
    if (xml_.name() != "w:tcPrChange"_xml) {
      read_cell_property(format);
    } else if (context_.view == View::original) {
      format = {};
      const int inside = xml_.depth();
      while (xml_.next(inside)) {
        if (xml_.name() == "w:tcPr"_xml) read_cell_format(format);
      }
    }
  }
}

void StoryReader::read_cell_property(CellFormat& format) {
  switch (xml_.name()) {
    case "w:gridSpan"_xml:
      format.span = columns(integer_value(xml_));
      break;
    case "w:vMerge"_xml:
      format.continues_above = value(xml_) != "restart";
      break;
    case "w:hMerge"_xml:
      format.continues_left = value(xml_) != "restart";
      break;
    case "w:cellIns"_xml:
      format.inserted = read_stamp(xml_);
      break;
    case "w:cellDel"_xml:
      format.deleted = read_stamp(xml_);
      break;
    case "w:cellMerge"_xml: {
      const bool original = context_.view == View::original;
      const std::string_view how = value(xml_, original ? "vMergeOrig" : "vMerge");
      if (!how.empty()) format.continues_above = how == "cont";
      format.merged = read_stamp(xml_);
      break;
    }
    default:
      break;
  }
}

}  // namespace rapporteur
