#include "emitters/word/docx_body.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <pugixml.hpp>
#include <utility>

#include "emitters/base/escape.hpp"
#include "emitters/word/docx_columns.hpp"
#include "emitters/word/docx_text.hpp"
#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

// Lengths in twentieths of a point: A4 with margins of 2 cm, as ITU-T's templates have.
constexpr int kShortSide = 11'907;
constexpr int kLongSide = 16'840;
constexpr int kMargin = 1'134;

// Bytes of WordprocessingML for one of report markup, about: room that is made at once.
constexpr std::size_t kGrowth = 3;

// Bytes of a row that never breaks across pages: a few lines. Longer ones may.
constexpr std::size_t kWholeRow = 1'500;

enum class Page { portrait, landscape };

int text_width(Page page) {
  return (page == Page::portrait ? kShortSide : kLongSide) - 2 * kMargin;
}

// Colours behind cells, by the class of the cell. Each is light enough for black text.
struct Fill {
  std::string_view name;
  std::string_view colour;
};
constexpr Fill kFills[] = {{"head", "D9E2F3"},        {"support", "DCEFD8"}, {"object", "F6D5D3"},
                           {"conditional", "FBEBC8"}, {"abstain", "D8E6F5"}, {"neutral", "ECECEC"},
                           {"none", "ECECEC"},        {"unclear", "E6DDF2"}, {"bar", "8FAADC"}};

std::string_view fill_of(std::string_view name) {
  const auto* const found = std::ranges::find(kFills, name, &Fill::name);
  return found == std::end(kFills) ? std::string_view() : found->colour;
}

std::string section(Page page) {
  const bool wide = page == Page::landscape;
  return fmt::format(
      R"(<w:sectPr><w:footerReference w:type="default" r:id="footer"/>)"
      R"(<w:pgSz w:w="{}" w:h="{}"{}/><w:pgMar w:top="{}" w:right="{}" w:bottom="{}" w:left="{}")"
      R"( w:header="720" w:footer="720" w:gutter="0"/></w:sectPr>)",
      wide ? kLongSide : kShortSide, wide ? kShortSide : kLongSide,
      wide ? R"( w:orient="landscape")" : "", kMargin, kMargin, kMargin, kMargin);
}

// Word takes letters, digits and underscores, 40 of them.
std::string bookmark_name(std::string_view id) {
  std::string name(id.substr(0, 40));
  std::ranges::replace_if(
      name, [](char c) { return !is_alpha(c) && !is_digit(c); }, '_');
  return name;
}

struct Paragraph {
  std::string_view style;
  bool bold = false;
  bool introduces = false;  // what follows, so that both stay on one page
};

// Words right before a table or a picture belong to it.
bool introduces(const pugi::xml_node& node) {
  pugi::xml_node next = node.next_sibling();
  while (next && next.type() != pugi::node_element) next = next.next_sibling();
  const std::string_view name = next.name();
  return name == "table" || name == "img";
}

class BodyWriter {
 public:
  explicit BodyWriter(DocxBody& body) : body_(body) {}

  Result<void> write(const pugi::xml_node& root) {
    if (Result<void> done = flow(root); !done) return done;
    body_.xml += section(page_);
    return {};
  }

 private:
  Result<void> flow(const pugi::xml_node& parent);
  Result<void> element(const pugi::xml_node& node);
  void heading(const pugi::xml_node& node);
  void paragraph(const pugi::xml_node& node, Paragraph look);
  void caption(const pugi::xml_node& node, std::string_view kind, std::size_t& count);
  Result<void> picture(const pugi::xml_node& node);
  void table(const pugi::xml_node& node);
  void row(const pugi::xml_node& node, const std::vector<int>& widths, std::string_view style);
  void cell(const pugi::xml_node& node, int width, std::string_view style);
  void turn();
  void bookmark(const pugi::xml_node& node, std::string& inner);

  DocxBody& body_;
  Page page_ = Page::portrait;    // of what was written last
  Page wanted_ = Page::portrait;  // of what comes
  std::size_t bookmarks_ = 0;
  std::size_t tables_ = 0;
  std::size_t figures_ = 0;
};

// A link of ours leads to a bookmark, another one out of the document.
class Runs {
 public:
  explicit Runs(std::vector<std::string>& links) : links_(links) {}

  void add(const pugi::xml_node& parent, RunLook look) {
    for (const pugi::xml_node& node : parent.children()) {
      const std::string_view name = node.name();
      if (node.type() == pugi::node_pcdata) {
        text(node.value(), look);
      } else if (name == "a") {
        link(node, look);
      } else if (name == "br") {
        xml_ += "<w:r><w:br/></w:r>";
        blank_ = false;
      } else {
        RunLook inner = look;
        inner.bold |= name == "b";
        inner.italic |= name == "i";
        add(node, inner);
      }
    }
  }

  std::string take() { return std::move(xml_); }
  bool is_right_to_left() const { return rapporteur::is_right_to_left(start_); }

 private:
  // As in HTML, a run of white space is one blank, and none at the start.
  void text(std::string_view raw, RunLook look) {
    std::string shown;
    shown.reserve(raw.size() + 1);
    for (const char c : raw) {
      if (is_space(c)) {
        blank_ = !xml_.empty() || !shown.empty();
        continue;
      }
      if (blank_) shown += ' ';
      blank_ = false;
      shown += c;
    }
    if (shown.empty()) return;
    xml_ += docx_run(shown, look);
    if (start_.size() < kStart) start_ += shown;
  }

  void link(const pugi::xml_node& node, RunLook look) {
    const std::string_view target = node.attribute("href").value();
    if (target.empty() || target == "#") return add(node, look);
    if (blank_) xml_ += docx_run(" ", look);
    blank_ = false;
    if (target.starts_with('#')) {
      xml_ += fmt::format(R"(<w:hyperlink w:anchor="{}">)", bookmark_name(target.substr(1)));
    } else {
      links_.emplace_back(target);
      xml_ += fmt::format(R"(<w:hyperlink r:id="link{}">)", links_.size());
    }
    look.link = true;
    add(node, look);
    xml_ += "</w:hyperlink>";
  }

  static constexpr std::size_t kStart = 64;  // bytes of text that tell its direction

  std::vector<std::string>& links_;
  std::string xml_;
  std::string start_;
  bool blank_ = false;
};

// The place that a link to the node's id leads to.
void BodyWriter::bookmark(const pugi::xml_node& node, std::string& inner) {
  const std::string_view id = node.attribute("id").value();
  if (id.empty()) return;
  inner = fmt::format(R"(<w:bookmarkStart w:id="{0}" w:name="{1}"/>{2}<w:bookmarkEnd w:id="{0}"/>)",
                      bookmarks_++, bookmark_name(id), inner);
}

void BodyWriter::paragraph(const pugi::xml_node& node, Paragraph look) {
  Runs runs(body_.links);
  RunLook first;
  first.bold = look.bold;
  runs.add(node, first);
  std::string inner = runs.take();
  bookmark(node, inner);
  body_.xml += docx_paragraph({look.style, runs.is_right_to_left(), look.introduces}, inner);
}

void BodyWriter::heading(const pugi::xml_node& node) {
  const std::string style = fmt::format("Heading{}", node.name() + 1);
  paragraph(node, {style});
}

// "Table 3 – Decisions": the number is a field, so that a word processor keeps it right.
void BodyWriter::caption(const pugi::xml_node& node, std::string_view kind, std::size_t& count) {
  const std::string text = collapse(node.attribute("caption").value());
  if (text.empty()) return;
  const RunLook look;
  const std::string runs =
      docx_run(fmt::format("{} ", kind), look) +
      docx_field(fmt::format(R"(SEQ {} \* ARABIC)", kind), std::to_string(++count)) +
      docx_run(" – " + text, look);
  body_.xml += docx_paragraph({fmt::format("{}NoTitle", kind)}, runs);
}

// Where there is nothing to draw, src is empty.
Result<void> BodyWriter::picture(const pugi::xml_node& node) {
  if (std::string_view(node.attribute("src").value()).empty()) return {};
  Result<DocxPicture> picture = docx_picture(node.attribute("src").value());
  if (!picture) return tl::unexpected(picture.error());
  body_.pictures.push_back(std::move(*picture));
  const int height = (page_ == Page::portrait ? kLongSide : kShortSide) - 2 * kMargin;
  body_.xml += docx_paragraph(
      {"Figure"}, docx_picture_run(body_.pictures.back(), body_.pictures.size(),
                                   node.attribute("alt").value(), text_width(page_), height));
  caption(node, "Figure", figures_);
  return {};
}

void BodyWriter::cell(const pugi::xml_node& node, int width, std::string_view style) {
  const bool is_head = std::string_view(node.name()) == "th";
  std::string_view fill = fill_of(node.attribute("class").value());
  if (is_head) fill = fill_of("head");
  body_.xml += fmt::format(R"(<w:tc><w:tcPr><w:tcW w:w="{}" w:type="dxa"/>)", width);
  if (const int span = node.attribute("span").as_int(1); span > 1) {
    body_.xml += fmt::format(R"(<w:gridSpan w:val="{}"/>)", span);
  }
  if (!fill.empty()) {
    body_.xml += fmt::format(R"(<w:shd w:val="clear" w:color="auto" w:fill="{}"/>)", fill);
  }
  body_.xml += "</w:tcPr>";
  const bool is_small = style == "Tabletextsmall";
  const Paragraph look = {is_head && !is_small ? "Tablehead" : style, is_head};
  if (!node.child("p")) paragraph(node, look);
  for (const pugi::xml_node& part : node.children("p")) paragraph(part, look);
  body_.xml += "</w:tc>";
}

// Bytes of text, counted no further than it takes to know that a row is long.
std::size_t length_of(const pugi::xml_node& node) {
  std::size_t length = 0;
  for (const pugi::xml_node& part : node.children()) {
    length += std::string_view(part.value()).size() + length_of(part);
    if (length >= kWholeRow) break;
  }
  return length;
}

void BodyWriter::row(const pugi::xml_node& node, const std::vector<int>& widths,
                     std::string_view style) {
  body_.xml += "<w:tr>";
  if (node.child("th")) {
    body_.xml += "<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>";
  } else if (length_of(node) < kWholeRow) {
    body_.xml += "<w:trPr><w:cantSplit/></w:trPr>";
  }
  std::size_t column = 0;
  for (const pugi::xml_node& part : node.children()) {
    const auto span = static_cast<std::size_t>(std::max(1, part.attribute("span").as_int(1)));
    int width = 0;
    for (std::size_t i = column; i < std::min(column + span, widths.size()); ++i) {
      width += widths[i];
    }
    cell(part, width, style);
    column += span;
  }
  body_.xml += "</w:tr>";
}

// "2 5 3" as shares of the width of the text; without them the columns of the first row are equal.
std::vector<int> widths_of(const pugi::xml_node& table, int whole) {
  std::vector<int> shares;
  for (const std::string_view word : words(table.attribute("widths").value())) {
    int share = 1;
    std::from_chars(word.data(), word.data() + word.size(), share);
    shares.push_back(std::max(share, 1));
  }
  if (shares.empty()) {
    const auto cells = table.child("tr").children();
    shares.assign(static_cast<std::size_t>(std::distance(cells.begin(), cells.end())), 1);
  }
  int sum = 0;
  for (const int share : shares) sum += share;
  for (int& share : shares) share = whole * share / std::max(sum, 1);
  return shares;
}

void BodyWriter::table(const pugi::xml_node& node) {
  if (!node.attribute("columns")) drop_empty_columns(node);
  caption(node, "Table", tables_);
  const std::string_view kind = node.attribute("class").value();
  const std::vector<int> widths = widths_of(node, text_width(page_));
  body_.xml += fmt::format(R"(<w:tbl><w:tblPr><w:tblStyle w:val="{}"/>)"
                           R"(<w:tblW w:w="{}" w:type="dxa"/><w:tblLayout w:type="fixed"/>)"
                           R"(<w:tblLook w:firstRow="1"/></w:tblPr><w:tblGrid>)",
                           kind == "cover" ? "CoverTable" : "ReportTable", text_width(page_));
  for (const int width : widths) body_.xml += fmt::format(R"(<w:gridCol w:w="{}"/>)", width);
  body_.xml += "</w:tblGrid>";
  const std::string_view style = kind == "small"   ? "Tabletextsmall"
                                 : kind == "cover" ? "Covertext"
                                                   : "Tabletext";
  for (const pugi::xml_node& part : node.children("tr")) row(part, widths, style);
  body_.xml += "</w:tbl>";
  body_.xml += docx_paragraph({"AfterTable"}, "");
}

// Before something that wants pages of another direction than those so far: ends their section.
void BodyWriter::turn() {
  const Page before = std::exchange(page_, wanted_);
  if (before == page_ || body_.xml.size() == kDocxStart.size()) return;
  body_.xml +=
      fmt::format(R"(<w:p><w:pPr><w:pStyle w:val="AfterTable"/>{}</w:pPr></w:p>)", section(before));
}

Result<void> BodyWriter::element(const pugi::xml_node& node) {
  const std::string_view name = node.name();
  if (name == "landscape") {
    const Page outer = std::exchange(wanted_, Page::landscape);
    Result<void> done = flow(node);
    wanted_ = outer;
    return done;
  }
  turn();
  if (name == "h1" || name == "h2" || name == "h3") {
    heading(node);
  } else if (name == "title") {
    body_.title = collapse(node.text().get());
    paragraph(node, {"Title"});
  } else if (name == "p") {
    const bool is_note = std::string_view(node.attribute("class").value()) == "note";
    paragraph(node, {is_note ? "Note" : "", false, introduces(node)});
  } else if (name == "li") {
    paragraph(node, {"ListBullet"});
  } else if (name == "table") {
    table(node);
  } else if (name == "img") {
    return picture(node);
  } else {
    return fail(ErrorCode::configuration, "report markup",
                fmt::format("there is no element '{}'; docs/templates.md lists them", name));
  }
  return {};
}

Result<void> BodyWriter::flow(const pugi::xml_node& parent) {
  for (const pugi::xml_node& node : parent.children()) {
    if (node.type() != pugi::node_element) continue;
    if (Result<void> done = element(node); !done) return done;
  }
  return {};
}

// The last words before a place, as far as a person needs them to find it.
std::string words_before(std::string_view markup, std::size_t offset) {
  constexpr std::size_t kWords = 50;
  std::size_t begin = offset - std::min(offset, kWords);
  while (begin < offset && (static_cast<unsigned char>(markup[begin]) & 0xC0) == 0x80) ++begin;
  return plain(collapse(markup.substr(begin, offset - begin)));
}

}  // namespace

Result<DocxBody> docx_body(std::string_view markup, const std::string& where) {
  pugi::xml_document parsed;
  const pugi::xml_parse_result read =
      parsed.load_buffer(markup.data(), markup.size(), pugi::parse_default | pugi::parse_ws_pcdata,
                         pugi::encoding_utf8);
  if (!read) {
    return fail(ErrorCode::configuration, where,
                fmt::format("what it makes is no XML at '{}': {}",
                            words_before(markup, static_cast<std::size_t>(read.offset)),
                            read.description()));
  }
  DocxBody body;
  body.xml.reserve(kGrowth * markup.size());
  body.xml += kDocxStart;
  if (const Result<void> done = BodyWriter(body).write(parsed.document_element()); !done) {
    return fail(ErrorCode::configuration, where, done.error().what);
  }
  body.xml += kDocxEnd;
  return body;
}

}  // namespace rapporteur
