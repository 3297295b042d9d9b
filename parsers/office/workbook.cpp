#include "parsers/office/workbook.hpp"

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>

#include "parsers/office/number_look.hpp"
#include "parsers/office/open_package.hpp"
#include "parsers/zip/directory.hpp"
#include "pipeline/model/builder.hpp"
#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

constexpr std::string_view kWorkbook = "xl/workbook.xml";
constexpr std::uint32_t kMostRows = 1 << 20;
constexpr std::uint32_t kMostColumns = 1 << 14;

struct SheetCell {
  std::string text;
  std::uint32_t columns = 1;
  std::uint32_t rows = 1;
};
using SheetRow = std::map<std::uint32_t, SheetCell>;
using Sheet = std::map<std::uint32_t, SheetRow>;

struct Place {
  std::uint32_t row = 0;
  std::uint32_t column = 0;
};

// "AB12" as row and column from 0.
std::optional<Place> place_of(std::string_view name) {
  std::uint32_t column = 0;
  std::size_t at = 0;
  for (; at < name.size() && is_upper(name[at]) && at < 4; ++at) {
    column = column * 26 + static_cast<std::uint32_t>(name[at] - 'A' + 1);
  }
  std::uint32_t row = 0;
  const auto [end, error] = std::from_chars(name.data() + at, name.data() + name.size(), row);
  const bool whole = error == std::errc() && end == name.data() + name.size();
  if (!whole || column == 0 || row == 0 || column > kMostColumns || row > kMostRows) return {};
  return Place{row - 1, column - 1};
}

// All text below a node: the runs of a rich string, phonetic guides left out.
std::string text_below(const pugi::xml_node& node) {
  std::string out;
  for (const pugi::xml_node& child : node.children()) {
    const std::string_view name = local_name(child.name());
    if (name == "t") out += child.text().get();
    if (name == "r") {
      for (const pugi::xml_node& text : children_named(child, "t")) out += text.text().get();
    }
  }
  return out;
}

std::vector<std::string> shared_strings(Archive& archive) {
  std::vector<std::string> strings;
  const pugi::xml_document xml = part_xml(archive, "xl/sharedStrings.xml");
  for (const pugi::xml_node& item : children_named(xml.document_element(), "si")) {
    strings.push_back(text_below(item));
  }
  return strings;
}

// What each of the cell styles makes of numbers.
std::vector<NumberLook> looks_of_styles(Archive& archive) {
  const pugi::xml_document xml = part_xml(archive, "xl/styles.xml");
  std::map<unsigned, std::string> own;
  const pugi::xml_node formats = child_named(xml.document_element(), "numFmts");
  for (const pugi::xml_node& format : children_named(formats, "numFmt")) {
    own[format.attribute("numFmtId").as_uint()] = format.attribute("formatCode").value();
  }
  std::vector<NumberLook> looks;
  for (const pugi::xml_node& style :
       children_named(child_named(xml.document_element(), "cellXfs"), "xf")) {
    const unsigned id = style.attribute("numFmtId").as_uint();
    const auto code = own.find(id);
    looks.push_back(number_look(id, code == own.end() ? std::string() : code->second));
  }
  return looks;
}

class WorkbookReader {
 public:
  WorkbookReader(Archive& archive, DocumentBuilder& builder)
      : archive_(archive),
        builder_(builder),
        strings_(shared_strings(archive)),
        looks_(looks_of_styles(archive)) {}

  bool read() {
    const pugi::xml_document xml = part_xml(archive_, kWorkbook);
    const pugi::xml_node book = xml.document_element();
    const std::string_view epoch = attribute_named(child_named(book, "workbookPr"), "date1904");
    from_1904_ = epoch == "1" || epoch == "true";
    const auto targets = relationships(archive_, kWorkbook);
    const pugi::xml_node sheets = child_named(book, "sheets");
    for (const pugi::xml_node& sheet : children_named(sheets, "sheet")) {
      const std::string_view id =
          sheet.attribute("r:id") ? sheet.attribute("r:id").value() : attribute_named(sheet, "id");
      const auto target = std::ranges::find(targets, id, [](const auto& t) { return t.first; });
      const bool hidden = std::string_view(sheet.attribute("state").value()).ends_with("idden");
      if (target == targets.end() || hidden) continue;
      write(sheet.attribute("name").value(), rows_of(target->second));
    }
    return static_cast<bool>(sheets);
  }

 private:
  std::string value_of(const pugi::xml_node& cell) const {
    const std::string_view type = cell.attribute("t").value();
    if (type == "inlineStr") return text_below(child_named(cell, "is"));
    std::string value = child_named(cell, "v").text().get();
    if (type == "s") {
      std::size_t index = 0;
      const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), index);
      return error == std::errc() && index < strings_.size() ? strings_[index] : std::string();
    }
    if (type == "b") return value == "1" ? "TRUE" : "FALSE";
    if (!type.empty() && type != "n") return value;
    const unsigned style = cell.attribute("s").as_uint();
    const NumberLook look = style < looks_.size() ? looks_[style] : NumberLook::number;
    return shown_number(value, look, from_1904_);
  }

  Sheet rows_of(const std::string& part) {
    Sheet sheet;
    const pugi::xml_document xml = part_xml(archive_, part);
    std::uint32_t next_row = 0;
    for (const pugi::xml_node& row :
         children_named(child_named(xml.document_element(), "sheetData"), "row")) {
      std::uint32_t next_column = 0;
      const std::uint32_t stated = row.attribute("r").as_uint();
      if (stated > 0) next_row = stated - 1;
      for (const pugi::xml_node& cell : children_named(row, "c")) {
        const Place here =
            place_of(cell.attribute("r").value()).value_or(Place{next_row, next_column});
        next_column = here.column + 1;
        std::string text = value_of(cell);
        if (!trim(text).empty()) sheet[here.row][here.column] = {std::move(text)};
      }
      ++next_row;
    }
    merge(sheet, xml.document_element());
    return sheet;
  }

  // What lies under a merged cell is not seen.
  static void drop_covered(Sheet& sheet, const Place& first, const Place& last) {
    for (auto row = sheet.lower_bound(first.row); row != sheet.end() && row->first <= last.row;) {
      SheetRow& cells = row->second;
      const std::uint32_t from = row->first == first.row ? first.column + 1 : first.column;
      cells.erase(cells.lower_bound(from), cells.upper_bound(std::max(from, last.column)));
      row = cells.empty() ? sheet.erase(row) : std::next(row);
    }
  }

  // How many of the rows a cell covers are written: empty ones are not.
  static std::uint32_t written_rows(const Sheet& sheet, std::uint32_t row, const SheetCell& cell) {
    if (cell.rows == 1) return 1;
    return static_cast<std::uint32_t>(
        std::distance(sheet.lower_bound(row), sheet.lower_bound(row + cell.rows)));
  }

  static void merge(Sheet& sheet, const pugi::xml_node& root) {
    for (const pugi::xml_node& range :
         children_named(child_named(root, "mergeCells"), "mergeCell")) {
      const std::string_view name = range.attribute("ref").value();
      const std::size_t colon = name.find(':');
      if (colon == name.npos) continue;
      const auto first = place_of(name.substr(0, colon));
      const auto last = place_of(name.substr(colon + 1));
      if (!first || !last || last->row < first->row || last->column < first->column) continue;
      const auto row = sheet.find(first->row);
      if (row == sheet.end() || !row->second.contains(first->column)) continue;
      SheetCell& cell = row->second[first->column];
      cell.columns = last->column - first->column + 1;
      cell.rows = last->row - first->row + 1;
      drop_covered(sheet, *first, *last);
    }
  }

  void write(std::string_view name, const Sheet& sheet) {
    builder_.begin_block({.kind = BlockKind::heading, .level = 1, .outline = 1});
    builder_.text(name, {});
    builder_.end_block();
    if (sheet.empty()) return;
    std::uint32_t left = kMostColumns;
    std::size_t widest = 0;
    for (const auto& [number, row] : sheet) {
      left = std::min(left, row.begin()->first);
      widest = std::max(widest, row.size());
    }
    builder_.begin_table();
    bool first = true;
    for (const auto& [number, row] : sheet) {
      // One cell above many is the title of the sheet.
      builder_.begin_row(first && sheet.size() > 1 && (row.size() > 1 || widest == 1));
      std::uint32_t next = left;
      for (const auto& [column, cell] : row) {
        if (next < column) builder_.skip_columns(column - next);
        builder_.begin_cell(
            {.column_span = cell.columns, .row_span = written_rows(sheet, number, cell)});
        write_lines(cell.text);
        builder_.end_cell();
        next = std::max(next, column + cell.columns);
      }
      builder_.end_row();
      first = false;
    }
    builder_.end_table();
  }

  void write_lines(std::string_view text) {
    for (const std::string_view line : split(text, '\n')) {
      builder_.begin_block({});
      builder_.text(trim(line), {});
    }
  }

  Archive& archive_;
  DocumentBuilder& builder_;
  std::vector<std::string> strings_;
  std::vector<NumberLook> looks_;
  bool from_1904_ = false;
};

Bid bid(std::string_view bytes, std::string_view) {
  return names_member(bytes, kWorkbook) ? Bid{92, "a package with a workbook"} : Bid{};
}

Result<Draft> read(std::string_view bytes, std::string_view path, const ReadOptions& options) {
  Result<Archive> archive = Archive::open(bytes, std::string(path), options.limits);
  if (!archive) return tl::unexpected<Error>(archive.error());
  DocumentBuilder builder("xlsx", options.limits);
  if (!WorkbookReader(*archive, builder).read()) {
    return fail(ErrorCode::malformed, std::string(path),
                "no sheets in xl/workbook.xml; save the workbook anew as XLSX");
  }
  return std::move(builder).finish();
}

}  // namespace

Reader workbook_reader() { return {"xlsx", "Excel workbook", bid, read}; }

}  // namespace rapporteur
