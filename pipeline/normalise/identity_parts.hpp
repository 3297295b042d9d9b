#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/model/document.hpp"
#include "pipeline/model/register.hpp"
#include "pipeline/profile/profile.hpp"
#include "pipeline/text/date.hpp"

// The steps of identify(), each in the file named for it. Internal to pipeline/normalise.
namespace rapporteur {

// A line of the head of a document: of a page header, or of the body before its text begins.
struct HeadLine {
  std::string_view text;  // trimmed, never empty
  BlockId block;
  CellId cell;
  bool in_page_header = false;
};
// In reading order, the body first. Ends where the text begins: at the first numbered heading, or
// after what a long cover takes. What a table of records says of other documents is left out.
std::vector<HeadLine> head_lines(const Document& doc, const Profile& profile);

// Whether each row of a table is a record of its own, such as a document of a meeting, and not a
// part of one form or header.
bool lists_records(const Document& doc, const Table& table, const Profile& profile);

// A label of the profile's cover at the beginning of `line`, and the rest of the line after it.
struct LabelledLine {
  std::string_view name;   // of the field
  std::string_view label;  // as written
  std::string_view value;
};
// `alone` allows a label without a colon when nothing else stands in the line.
std::optional<LabelledLine> labelled(std::string_view line, const Profile& profile, bool alone);
// Whether a line ends with the colon of a label, or has one: ":" or the wide one of Chinese texts.
bool ends_with_colon(std::string_view line);
bool has_colon(std::string_view line);
// Where another column begins in the value of a label: behind three blanks, or behind a tabulator
// when a date stands there ("6/13<tab>Geneva, 9-20 March 2026"); npos for none.
std::size_t second_column(std::string_view value);
// The parts of a line at columns that begin with a label: "Tel.: 55 01", "Fax: 55 02".
std::vector<std::string_view> labelled_columns(std::string_view line, const Profile& profile);
// What a line says as the value of a label: without the bullet before it, or "Name:".
std::string value_words(std::string_view line, const Profile& profile);
// A field that a line or cell is without a label, by its form, and what is its value.
std::optional<CoverField> unlabelled_field(std::string_view line, BlockId block,
                                           const Profile& profile);

bool is_address(std::string_view words);    // of electronic mail
bool is_telephone(std::string_view words);  // or of telefax

// Fields of tables and lines of the head.
std::vector<CoverField> cover_of_tables(const Document& doc, const std::vector<HeadLine>& head,
                                        const Profile& profile);
std::vector<CoverField> cover_of_lines(const std::vector<HeadLine>& head, const Profile& profile);
// The rows of tables that tell the versions of a deliverable, as fields "history".
std::vector<CoverField> history_box(const Document& doc, const Profile& profile);
// The authors that a table of the head lists below "Author(s):", one a row.
std::vector<Contact> listed_authors(const Document& doc, const Profile& profile);
// Who signed a letter, below the words that close it: "Ines Sample, Director of the Office".
std::optional<CoverField> signature(const Document& doc, const Profile& profile);
// The first value of a field that has one, or "".
std::string_view cover_value(const std::vector<CoverField>& cover, std::string_view name);

// Whom a head names as source without a label, by its place or by what the line says: a field
// "source" with the label "".
std::optional<CoverField> unlabelled_source(const std::vector<HeadLine>& head,
                                            const Profile& profile);

// Whether a line is but the words before a number: "Addendum 16 to", "Document 48" below it.
bool begins_number(std::string_view text, const Profile& profile);

// The group named by a text as its documents' numbers name it: "Study Group 13" -> "SG13".
std::string group_in(std::string_view text, const Profile& profile);

// Each needs what stands before it in `identity`: cover, number, title, date, kind.
Identifier own_number(const Document& doc, const std::vector<HeadLine>& head,
                      const Profile& profile, const std::vector<CoverField>& cover);
std::string own_title(const Document& doc, const std::vector<HeadLine>& head,
                      const Profile& profile, const Identity& identity);
// The day it is of and, of a range, the last one; no year: not known.
struct OwnDate {
  Date from;
  Date until;
};
OwnDate own_date(const std::vector<HeadLine>& head, const Profile& profile,
                 const Identity& identity);
void give_kind(const Document& doc, const Profile& profile, Identity& identity);

}  // namespace rapporteur
