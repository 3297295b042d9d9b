#include "parsers/docx/html_chunk.hpp"

#include <algorithm>
#include <charconv>
#include <string>
#include <utility>
#include <vector>

#include "parsers/xml/xml_reader.hpp"
#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

constexpr int kTableDepth = 16;

constexpr std::pair<std::string_view, std::string_view> kEntities[] = {
    {"nbsp", "\u00A0"}, {"ndash", "–"},  {"mdash", "—"},  {"lsquo", "‘"}, {"rsquo", "’"},
    {"ldquo", "“"},     {"rdquo", "”"},  {"hellip", "…"}, {"bull", "•"},  {"middot", "·"},
    {"eacute", "é"},    {"egrave", "è"}, {"ccedil", "ç"}, {"auml", "ä"},  {"ouml", "ö"},
    {"uuml", "ü"},      {"szlig", "ß"},  {"times", "×"},  {"le", "≤"},    {"ge", "≥"},
    {"copy", "©"},      {"reg", "®"},    {"deg", "°"},    {"sect", "§"},  {"para", "¶"},
    {"shy", "\u00AD"},  {"euro", "€"},   {"micro", "µ"},  {"trade", "™"}, {"laquo", "«"},
    {"raquo", "»"},
};

std::string decoded(std::string_view text) {
  std::string out = decode_references(text);
  for (const auto& [name, sign] : kEntities) {
    const std::string reference = "&" + std::string(name) + ";";
    for (std::size_t at = out.find(reference); at != std::string::npos;
         at = out.find(reference, at)) {
      out.replace(at, reference.size(), sign);
    }
  }
  return out;
}

struct Tag {
  std::string name;
  std::string_view attributes;
  bool closes = false;
};

Tag tag_of(std::string_view inside) {
  Tag tag;
  tag.closes = inside.starts_with('/');
  if (tag.closes) inside.remove_prefix(1);
  const std::size_t end = std::min(inside.find_first_of(" \t\r\n/"), inside.size());
  tag.name = lower_ascii(inside.substr(0, end));
  tag.attributes = inside.substr(end);
  return tag;
}

std::uint32_t span_of(const Tag& tag, std::string_view name) {
  const std::string attributes = lower_ascii(tag.attributes);
  std::size_t at = attributes.find(std::string(name) + "=");
  if (at == std::string::npos) return 1;
  at = attributes.find_first_of("0123456789", at);
  if (at == std::string::npos) return 1;
  std::uint32_t value = 1;
  std::from_chars(attributes.data() + at, attributes.data() + attributes.size(), value);
  return std::clamp(value, 1U, 1024U);
}

bool is_hidden(std::string_view name) {
  return name == "script" || name == "style" || name == "head" || name == "title";
}

bool ends_paragraph(std::string_view name) {
  for (const std::string_view block :
       {"p",  "div", "h1", "h2",  "h3",         "h4",   "h5", "h6",      "li",      "ul",     "ol",
        "dl", "dt",  "dd", "pre", "blockquote", "body", "hr", "section", "article", "caption"}) {
    if (name == block) return true;
  }
  return false;
}

class HtmlReader {
 public:
  explicit HtmlReader(DocumentBuilder& builder) : builder_(builder) {}

  void read(std::string_view html) {
    for (std::size_t at = 0; at < html.size();) {
      if (html[at] != '<') {
        const std::size_t end = std::min(html.find('<', at), html.size());
        add_text(html.substr(at, end - at), static_cast<std::uint32_t>(at));
        at = end;
      } else {
        at = pass_tag(html, at);
      }
    }
    while (tables_ > 0) close_table();
    builder_.end_block();
  }

 private:
  std::size_t pass_tag(std::string_view html, std::size_t at) {
    const bool comment = html.substr(at).starts_with("<!--");
    const std::size_t end = html.find(comment ? "-->" : ">", at + 1);
    if (end == std::string_view::npos) return html.size();
    if (comment) return end + 3;
    const Tag tag = tag_of(html.substr(at + 1, end - at - 1));
    if (is_hidden(tag.name)) {
      if (tag.closes) return end + 1;
      const std::size_t close = html.find("</" + tag.name, end);
      return close == std::string_view::npos ? end + 1 : close;
    }
    use(tag);
    return end + 1;
  }

  void use(const Tag& tag) {
    if (tag.name == "br") {
      if (open_) builder_.text("\n", {});
    } else if (tag.name == "table") {
      tag.closes ? close_table() : open_table();
    } else if (tag.name == "tr" && tables_ > 0) {
      end();
      tag.closes ? builder_.end_row() : builder_.begin_row(false);
    } else if ((tag.name == "td" || tag.name == "th") && tables_ > 0) {
      end();
      if (tag.closes) return builder_.end_cell();
      CellSpec spec;
      spec.column_span = span_of(tag, "colspan");
      spec.row_span = span_of(tag, "rowspan");
      builder_.begin_cell(spec);
    } else if (ends_paragraph(tag.name)) {
      end();
      if (!tag.closes) name_ = tag.name;
    }
  }

  void open_table() {
    end();
    if (tables_ >= kTableDepth) return;
    ++tables_;
    builder_.begin_table();
  }

  void close_table() {
    end();
    if (tables_ == 0) return;
    --tables_;
    builder_.end_table();
  }

  void end() {
    if (open_) builder_.end_block();
    open_ = false;
    name_.clear();
  }

  BlockSpec spec() const {
    BlockSpec spec;
    const bool heading = name_.size() == 2 && name_[0] == 'h' && is_digit(name_[1]);
    if (heading) spec.outline = static_cast<std::uint8_t>(name_[1] - '0');
    if (name_ == "li") spec.kind = BlockKind::list_item;
    if (name_ == "li") spec.level = 1;
    return spec;
  }

  void add_text(std::string_view raw, std::uint32_t source) {
    const bool space_first = is_space(raw.front());
    const bool space_last = is_space(raw.back());
    std::string words = collapse(raw);
    if (words.empty() && !open_) return;
    if (space_first && open_) words.insert(0, " ");
    if (space_last && words != " ") words += ' ';
    if (!open_) builder_.begin_block(spec());
    open_ = true;
    RunSpec run;
    run.source = source;
    builder_.text(decoded(words), run);
  }

  DocumentBuilder& builder_;
  std::string name_;
  int tables_ = 0;
  bool open_ = false;
};

}  // namespace

void read_html_chunk(std::string_view html, DocumentBuilder& builder) {
  HtmlReader(builder).read(html);
}

}  // namespace rapporteur
