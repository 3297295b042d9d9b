#include "parsers/html/html_reader.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "parsers/docx/sign_fonts.hpp"
#include "parsers/html/html_paragraph.hpp"
#include "parsers/html/html_text.hpp"
#include "parsers/html/html_tokens.hpp"
#include "parsers/html/word_lists.hpp"
#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

constexpr std::size_t kTableDepth = 16;
constexpr std::size_t kListDepth = 32;
constexpr std::size_t kOpenTags = 256;  // of those that give text a look
constexpr int kLargestNumber = 1'000'000;
constexpr std::uint32_t kNoBreakSpace = 0xA0;

using Kind = HtmlToken::Kind;

bool is_one_of(std::string_view name, std::initializer_list<std::string_view> names) {
  return std::ranges::find(names, name) != names.end();
}

bool ends_paragraph(std::string_view name) {
  return is_one_of(
      name, {"p",      "div",  "h1",     "h2",    "h3",         "h4",         "h5",      "h6",
             "ul",     "ol",   "li",     "dl",    "dt",         "dd",         "pre",     "address",
             "hr",     "body", "center", "form",  "blockquote", "section",    "article", "header",
             "footer", "main", "nav",    "aside", "figure",     "figcaption", "html"});
}

std::uint16_t marks_of(std::string_view name) {
  constexpr std::pair<std::string_view, Mark> kMarks[] = {
      {"b", Mark::bold},          {"strong", Mark::bold},   {"i", Mark::italic},
      {"em", Mark::italic},       {"u", Mark::underlined},  {"ins", Mark::underlined},
      {"s", Mark::struck},        {"strike", Mark::struck}, {"del", Mark::struck},
      {"sup", Mark::superscript}, {"sub", Mark::subscript},
  };
  for (const auto& [known, mark] : kMarks) {
    if (known == name) return static_cast<std::uint16_t>(mark);
  }
  return 0;
}

std::uint16_t marks_of_style(std::string_view style) {
  std::uint16_t marks = 0;
  const std::string weight = lower_ascii(css_value(style, "font-weight"));
  if (weight == "bold" || weight == "700") marks |= static_cast<std::uint16_t>(Mark::bold);
  const std::string slope = lower_ascii(css_value(style, "font-style"));
  if (slope == "italic") marks |= static_cast<std::uint16_t>(Mark::italic);
  return marks;
}

// The font, where it shows signs in the place of letters: "Symbol, serif".
SignFont sign_font_of(std::string_view family) {
  std::string_view first = trim(family.substr(0, family.find(',')));
  if (first.size() > 2 && (first.front() == '"' || first.front() == '\'')) {
    first = first.substr(1, first.size() - 2);
  }
  return sign_font(first);
}

// What such a font shows for the characters of a text.
std::string signs_of(std::string_view text, SignFont font) {
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    std::uint32_t code = byte > ' ' && byte < 0x80 ? byte : 0;
    if ((byte == 0xC2 || byte == 0xC3) && at + 1 < text.size()) {
      code = (byte & 3U) << 6 | (static_cast<unsigned char>(text[++at]) & 0x3FU);
    }
    const char32_t sign = code == 0 || code == kNoBreakSpace ? 0 : sign_of(code, font);
    out += sign == 0 ? std::string(text.substr(code < 0x80 ? at : at - 1, code < 0x80 ? 1 : 2))
                     : decode_html("&#" + std::to_string(static_cast<std::uint32_t>(sign)) + ";");
  }
  return out;
}

std::uint32_t number_of(const HtmlToken& tag, std::string_view name, std::uint32_t otherwise) {
  const std::optional<std::string> text = html_attribute(tag.attributes, name);
  std::uint32_t value = otherwise;
  if (text) std::from_chars(text->data(), text->data() + text->size(), value);
  return value;
}

NumberForm list_form(std::string_view type) {
  if (type == "a") return NumberForm::lower_letter;
  if (type == "A") return NumberForm::upper_letter;
  if (type == "i") return NumberForm::lower_roman;
  if (type == "I") return NumberForm::upper_roman;
  return NumberForm::decimal;
}

// Whether every cell of the row that was just opened is a heading of a column.
bool is_header_row(HtmlTokens ahead) {
  bool any = false;
  for (HtmlToken token = ahead.next(); token.kind != Kind::end; token = ahead.next()) {
    if (token.name == "tr" || token.name == "table" || token.name == "tbody") break;
    if (token.name == "td") return false;
    any = any || token.name == "th";
  }
  return any;
}

class HtmlReader {
 public:
  HtmlReader(std::string_view html, DocumentBuilder& builder)
      : tokens_(html), lists_of_word_(html), builder_(builder), paragraph_(builder) {}

  void read() {
    for (HtmlToken token = tokens_.next(); token.kind != Kind::end; token = tokens_.next()) {
      if (token.kind == Kind::text) {
        add_text(token);
      } else if (token.name == "title") {
        in_title_ = token.kind == Kind::opens;
      } else if (token.name == "head") {
        in_head_ = token.kind == Kind::opens;
      } else {
        // What is seen ends a head that nothing closes.
        in_head_ = in_head_ && !ends_paragraph(token.name) && token.name != "table";
        if (!in_head_) use(token);
      }
    }
    paragraph_.settle();
    while (!tables_.empty()) close_table();
    if (!title_.empty()) builder_.property("title", collapse(title_));
  }

 private:
  // A tag that gives the text in it a look.
  struct Look {
    std::string name;
    std::uint16_t marks = 0;
    LinkId link = {};
    bool label = false;
    bool tab = false;
    bool hidden = false;
    SignFont font = SignFont::none;
  };
  struct List {
    bool numbered = false;
    NumberForm form = NumberForm::decimal;
    int next = 1;
  };
  struct Table {
    bool begun = false;
    bool in_head = false;
    std::size_t lists = 0;  // that were open around it
  };

  void use(const HtmlToken& tag) {
    const bool opens = tag.kind == Kind::opens;
    if (tag.name == "br") {
      if (paragraph_.open()) paragraph_.add_kept("\n", run(tag.offset));
    } else if (tag.name == "img") {
      paragraph_.add_picture(html_attribute(tag.attributes, "alt").value_or(""));
    } else if (tag.name == "table") {
      opens ? open_table() : close_table();
    } else if (!tables_.empty() && is_one_of(tag.name, {"tr", "td", "th", "thead", "tbody"})) {
      use_in_table(tag);
    } else if (tag.name == "caption") {
      paragraph_.settle();
      if (opens) paragraph_.begin({.kind = BlockKind::caption}, {}, {});
    } else if (ends_paragraph(tag.name)) {
      paragraph_.end();
      opens ? open_block(tag) : close_block(tag.name);
    } else {
      opens ? open_look(tag) : close_look(tag.name);
    }
    if (opens) add_names(tag);
  }

  void add_names(const HtmlToken& tag) {
    for (const std::string_view attribute : {"id", "name"}) {
      if (attribute == "name" && tag.name != "a") continue;
      const auto name = html_attribute(tag.attributes, attribute);
      if (!name || name->empty() || *name == last_name_) continue;
      paragraph_.add_name(*name);
      last_name_ = *name;
    }
  }

  // Paragraphs and lists.
  void open_block(const HtmlToken& tag) {
    next_ = tag;
    if (tag.name == "pre") kept_ = true;
    if ((tag.name == "ol" || tag.name == "ul") && lists_.size() < kListDepth) {
      const auto type = html_attribute(tag.attributes, "type");
      lists_.push_back(
          {tag.name == "ol", list_form(type.value_or("1")),
           static_cast<int>(std::min<std::uint32_t>(number_of(tag, "start", 1), kLargestNumber))});
    }
    if (tag.name == "li") item_begins_ = true;
    if (tag.name == "li" && !lists_.empty()) {
      List& list = lists_.back();
      list.next = static_cast<int>(std::min<std::uint32_t>(
          number_of(tag, "value", static_cast<std::uint32_t>(list.next)), kLargestNumber));
    }
  }

  void close_block(std::string_view name) {
    next_ = {};
    if (name == "pre") kept_ = false;
    if (name == "li") item_begins_ = false;
    const std::size_t outside = tables_.empty() ? 0 : tables_.back().lists;
    if ((name == "ol" || name == "ul") && lists_.size() > outside) lists_.pop_back();
  }

  // A paragraph begins with its first text.
  void begin_paragraph() {
    BlockSpec spec;
    std::string label;
    const std::string_view name = next_.name;
    if (name.size() == 2 && name[0] == 'h' && is_digit(name[1])) {
      spec.outline = static_cast<std::uint8_t>(name[1] - '0');
      spec.kind = BlockKind::paragraph;
    }
    if (name == "pre") spec.kind = BlockKind::code;
    if (name == "figcaption") spec.kind = BlockKind::caption;
    const std::string style = html_attribute(next_.attributes, "style").value_or("");
    const WordLists::Item item = lists_of_word_.next(css_value(style, "mso-list"));
    if (item.level > 0) {
      spec.kind = BlockKind::list_item;
      spec.level = static_cast<std::uint8_t>(item.level);
      label = item.label;
    } else if (item_begins_) {
      spec.kind = BlockKind::list_item;
      spec.level = static_cast<std::uint8_t>(std::max<std::size_t>(lists_.size(), 1));
      label = next_label();
    }
    item_begins_ = false;
    paragraph_.begin(spec, style_name(), label);
  }

  std::string next_label() {
    if (lists_.empty() || !lists_.back().numbered) return "•";
    return number_words(lists_.back().next++, lists_.back().form) + ".";
  }

  // Word's classes are its styles: "MsoTitle", "MsoListParagraph".
  std::string style_name() const {
    std::string name = html_attribute(next_.attributes, "class").value_or("");
    name = name.substr(0, name.find(' '));
    return name.starts_with("Mso") ? name.substr(3) : name;
  }

  void add_text(const HtmlToken& token) {
    std::string text = decode_html(token.text);
    if (in_title_) title_ += text;
    if (in_title_ || in_head_ || is_hidden()) return;
    const bool blank = trim(text).empty();
    if (!paragraph_.open()) {
      // Between rows and between list items there is no text, only the layout of the source.
      if (blank) return;
      begin_paragraph();
    }
    const auto flagged = [&](bool Look::*flag) {
      return std::ranges::any_of(looks_, [&](const Look& look) { return look.*flag; });
    };
    const auto font = std::ranges::find_if(looks_.rbegin(), looks_.rend(), [](const Look& look) {
      return look.font != SignFont::none;
    });
    if (font != looks_.rend()) text = signs_of(text, font->font);
    if (flagged(&Look::label)) return paragraph_.add_label(collapse(text));
    if (flagged(&Look::tab)) {
      if (looks_.back().tab) paragraph_.add_kept("\t", run(token.offset));
      return;
    }
    kept_ ? paragraph_.add_kept(text, run(token.offset)) : paragraph_.add(text, run(token.offset));
  }

  // Looks of text.
  void open_look(const HtmlToken& tag) {
    if (looks_.size() >= kOpenTags) return;
    Look look;
    look.name = tag.name;
    look.marks = marks_of(tag.name);
    const auto style = html_attribute(tag.attributes, "style");
    if (style) {
      look.marks |= marks_of_style(*style);
      look.hidden = css_value(*style, "display") == "none";
      look.label = css_value(*style, "mso-list") == "Ignore";
      look.tab = !css_value(*style, "mso-tab-count").empty();
      look.font = sign_font_of(css_value(*style, "font-family"));
    }
    if (const auto face = html_attribute(tag.attributes, "face")) look.font = sign_font_of(*face);
    const auto target = tag.name == "a" ? html_attribute(tag.attributes, "href") : std::nullopt;
    if (target && !target->empty()) look.link = builder_.link(*target);
    looks_.push_back(std::move(look));
  }

  void close_look(std::string_view name) {
    const auto at = std::ranges::find(looks_.rbegin(), looks_.rend(), name, &Look::name);
    if (at != looks_.rend()) looks_.erase(std::next(at).base());
  }

  bool is_hidden() const { return std::ranges::any_of(looks_, &Look::hidden); }

  RunSpec run(std::size_t offset) const {
    RunSpec run;
    run.source = static_cast<std::uint32_t>(offset);
    for (const Look& look : looks_) {
      run.marks |= look.marks;
      if (look.link) run.link = look.link;
    }
    return run;
  }

  // Tables. One begins with its first row, so that its caption stands above it.
  void open_table() {
    paragraph_.settle();
    next_ = {};
    if (tables_.size() < kTableDepth) tables_.push_back({false, false, lists_.size()});
  }

  void close_table() {
    paragraph_.settle();
    if (tables_.empty()) return;
    if (tables_.back().begun) builder_.end_table();
    lists_.resize(std::min(lists_.size(), tables_.back().lists));
    tables_.pop_back();
  }

  void use_in_table(const HtmlToken& tag) {
    paragraph_.settle();
    next_ = {};
    item_begins_ = false;
    Table& table = tables_.back();
    if (tag.name == "thead" || tag.name == "tbody") {
      table.in_head = tag.name == "thead" && tag.kind == Kind::opens;
      return;
    }
    if (tag.kind == Kind::closes) {
      if (!table.begun) return;
      tag.name == "tr" ? builder_.end_row() : builder_.end_cell();
      return;
    }
    if (!table.begun) builder_.begin_table();
    table.begun = true;
    if (tag.name == "tr") return builder_.begin_row(table.in_head || is_header_row(tokens_));
    constexpr std::uint32_t kMostSpan = 1024;
    builder_.begin_cell({.column_span = std::clamp(number_of(tag, "colspan", 1), 1U, kMostSpan),
                         .row_span = std::clamp(number_of(tag, "rowspan", 1), 1U, kMostSpan)});
  }

  HtmlTokens tokens_;
  WordLists lists_of_word_;
  DocumentBuilder& builder_;
  HtmlParagraph paragraph_;
  HtmlToken next_;  // the tag that the next paragraph stands in
  bool item_begins_ = false;
  bool kept_ = false;  // white space is
  bool in_head_ = false;
  bool in_title_ = false;
  std::string title_;
  std::string last_name_;
  std::vector<Look> looks_;
  std::vector<List> lists_;
  std::vector<Table> tables_;
};

}  // namespace

void read_html(std::string_view html, DocumentBuilder& builder) {
  HtmlReader(html, builder).read();
}

}  // namespace rapporteur
