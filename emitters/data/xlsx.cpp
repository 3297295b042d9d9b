#include "emitters/data/xlsx.hpp"

#include <fmt/format.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <filesystem>
#include <memory>

#include "emitters/base/escape.hpp"
#include "emitters/base/whole_date.hpp"
#include "emitters/gate/findings_text.hpp"
#include "pipeline/base/files.hpp"
#include "pipeline/text/fold.hpp"
#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

constexpr std::size_t kCellCharacters = 32'767;
constexpr std::uint64_t kMostBytes = std::uint64_t{1} << 31;
constexpr double kNarrow = 9;
constexpr double kWide = 66;                // a SHA-256 fits
constexpr double kLine = 15;                // points of a row of one line
constexpr double kMostLines = 12;           // that a row shows of a long text
constexpr std::uint8_t kA4 = 9;             // paperSize, ECMA-376-1 18.3.1.63
constexpr std::size_t kRowsMeasured = 200;  // for the width of a column
// 1980-01-01T00:00:00Z, the time of every member of the archive. Without one the library takes the
// clock.
constexpr std::time_t kCreated = 315'532'800;

// A name in the folder for temporary files, gone with its owner: the library writes only to files.
class TemporaryFile {
 public:
  TemporaryFile() {
    std::error_code error;
    std::string name = (std::filesystem::temp_directory_path(error) / "rapporteur-XXXXXX").string();
    const int descriptor = error ? -1 : mkstemp(name.data());
    if (descriptor < 0) return;
    close(descriptor);
    path_ = name;
  }
  ~TemporaryFile() {
    std::error_code ignored;
    if (!path_.empty()) std::filesystem::remove(path_, ignored);
  }
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;

  const std::string& path() const { return path_; }

 private:
  std::string path_;
};

struct Formats {
  lxw_format* header;
  lxw_format* text;
  lxw_format* date;
  lxw_format* number;
};

Formats formats_of(lxw_workbook* book) {
  const auto make = [&] {
    lxw_format* const format = workbook_add_format(book);
    format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
    return format;
  };
  const Formats formats = {make(), make(), make(), make()};
  format_set_bold(formats.header);
  format_set_bottom(formats.header, LXW_BORDER_THIN);
  format_set_text_wrap(formats.text);
  format_set_num_format(formats.date, "yyyy-mm-dd");
  format_set_align(formats.date, LXW_ALIGN_LEFT);
  format_set_align(formats.number, LXW_ALIGN_LEFT);
  return formats;
}

// As many characters as a cell holds.
std::string cell_text(std::string text) {
  if (text.size() <= kCellCharacters || length_utf8(text) <= kCellCharacters) return text;
  std::size_t bytes = 0;
  for (std::size_t left = kCellCharacters - 1; left > 0; --left) {
    ++bytes;
    while (bytes < text.size() && (static_cast<unsigned char>(text[bytes]) & 0xC0) == 0x80) ++bytes;
  }
  return text.substr(0, bytes) + "…";
}

std::optional<std::uint32_t> whole_number(std::string_view text) {
  std::uint32_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return {};
  return value;
}

bool is_date(std::string_view column) {
  static constexpr std::string_view kDates[] = {"date", "due", "deadline", "from", "until"};
  return std::ranges::find(kDates, column) != std::end(kDates);
}

void write_cell(lxw_worksheet* page, lxw_row_t row, lxw_col_t column, const std::string& name,
                const std::string& text, const Formats& formats) {
  if (text.empty()) return;
  const std::optional<Date> date = is_date(name) ? whole_date(text) : std::nullopt;
  const std::optional<std::uint32_t> count = is_count(name) ? whole_number(text) : std::nullopt;
  if (date) {
    lxw_datetime when = {date->year, date->month, date->day, 0, 0, 0};
    worksheet_write_datetime(page, row, column, &when, formats.date);
  } else if (count) {
    worksheet_write_number(page, row, column, *count, formats.number);
  } else {
    worksheet_write_string(page, row, column, cell_text(plain(text)).c_str(), formats.text);
  }
}

double width_of(const Sheet& sheet, std::size_t column) {
  std::size_t widest = column_title(sheet.columns[column]).size() + 3;  // and the filter's button
  for (std::size_t i = 0; i < std::min(sheet.rows.size(), kRowsMeasured); ++i) {
    const std::string_view text = sheet.rows[i][column];
    widest = std::max(widest, text.size() > 240 ? 66 : display_width(text) + 1);
  }
  return std::clamp(static_cast<double>(widest), kNarrow, kWide);
}

// Lines that a text takes in a column of this width; words do not fill a line to its end.
double lines_of(std::string_view text, double width) {
  double lines = 0;
  for (const std::string_view part : split(text, '\n')) {
    const auto wide = static_cast<double>(display_width(part));
    lines += wide <= width ? 1 : std::ceil(wide * 1.1 / width);
  }
  return lines;
}

// Not every program works out how high rows of wrapped texts are.
double height_of(const std::vector<std::string>& row, const std::vector<double>& widths) {
  double lines = 1;
  for (std::size_t i = 0; i < row.size(); ++i) {
    if (row[i].size() > static_cast<std::size_t>(kNarrow)) {
      lines = std::max(lines, lines_of(std::string_view(row[i]).substr(0, 4096), widths[i]));
    }
  }
  return kLine * std::min(lines, kMostLines);
}

void write_sheet(lxw_workbook* book, const Sheet& sheet, const Formats& formats) {
  lxw_worksheet* const page = workbook_add_worksheet(book, sheet.title.c_str());
  const auto last_column = static_cast<lxw_col_t>(sheet.columns.size() - 1);
  std::vector<double> widths;
  for (lxw_col_t column = 0; column <= last_column; ++column) {
    widths.push_back(width_of(sheet, column));
    worksheet_set_column(page, column, column, widths.back(), nullptr);
    worksheet_write_string(page, 0, column, column_title(sheet.columns[column]).c_str(),
                           formats.header);
  }
  for (std::size_t i = 0; i < sheet.rows.size() && i + 1 < LXW_ROW_MAX; ++i) {
    worksheet_set_row(page, static_cast<lxw_row_t>(i + 1), height_of(sheet.rows[i], widths),
                      nullptr);
    for (lxw_col_t column = 0; column <= last_column; ++column) {
      write_cell(page, static_cast<lxw_row_t>(i + 1), column, sheet.columns[column],
                 sheet.rows[i][column], formats);
    }
  }
  worksheet_freeze_panes(page, 1, 0);
  worksheet_autofilter(page, 0, 0, static_cast<lxw_row_t>(sheet.rows.size()), last_column);
  worksheet_set_paper(page, kA4);
  worksheet_set_footer(page, "&L&A&RPage &P of &N");
  worksheet_set_landscape(page);
  worksheet_fit_to_pages(page, 1, 0);
  worksheet_repeat_rows(page, 0, 0);
}

}  // namespace

Result<std::string> xlsx(const std::vector<Sheet>& sheets, const std::string& title) {
  const TemporaryFile file;
  if (file.path().empty()) {
    return fail(ErrorCode::io, "xlsx", "no temporary file can be made; is TMPDIR writable");
  }
  lxw_workbook* const book = workbook_new(file.path().c_str());
  if (book == nullptr) return fail(ErrorCode::io, file.path(), "the workbook cannot be made");
  std::string shown_title = plain(title);
  lxw_doc_properties properties = {};
  properties.title = shown_title.data();
  properties.created = kCreated;
  workbook_set_properties(book, &properties);
  const Formats formats = formats_of(book);
  for (const Sheet& sheet : sheets) write_sheet(book, sheet, formats);
  if (const lxw_error error = workbook_close(book); error != LXW_NO_ERROR) {
    return fail(ErrorCode::io, file.path(), lxw_strerror(error));
  }
  return read_file(file.path(), kMostBytes);
}

}  // namespace rapporteur
