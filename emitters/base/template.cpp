#include "emitters/base/template.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <deque>
#include <optional>

#include "pipeline/base/ids.hpp"
#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

constexpr std::size_t kDepth = 64;  // sections within sections

enum class NodeKind { text, value, raw, section, inverted };

struct Node {
  NodeKind kind = NodeKind::text;
  std::string_view text;                // literal text, or the name
  std::vector<std::string_view> steps;  // of the name: "a.b" has two
  std::size_t offset = 0;               // in the text it comes from
  std::size_t end = 0;                  // of a section: the node after its last
};

// One file of template text, which nodes point into.
struct Source {
  std::string file;
  std::string text;

  std::string where(std::size_t offset) const {
    const auto end = text.begin() + static_cast<std::ptrdiff_t>(std::min(offset, text.size()));
    return fmt::format("{}:{}", file, 1 + std::count(text.begin(), end, '\n'));
  }
  tl::unexpected<Error> error(std::size_t offset, std::string what) const {
    return fail(ErrorCode::configuration, where(offset), std::move(what));
  }
};

struct Tag {
  char mark = ' ';  // one of # ^ / & ! > or ' ' for a value
  std::string_view name;
  std::size_t begin = 0;  // in the text, braces included
  std::size_t end = 0;
};

bool is_blank(char c) { return c == ' ' || c == '\t'; }

class Parser {
 public:
  explicit Parser(const TemplateText& partials) : partials_(partials) {}

  Result<void> parse(const Source& source, bool is_partial);
  std::vector<Node> take() { return std::move(nodes_); }

 private:
  Result<Tag> next_tag(const Source& source, std::size_t begin) const;
  Result<void> add(const Source& source, const Tag& tag, bool is_partial);
  Result<void> open(const Source& source, const Tag& tag);
  Result<void> close(const Source& source, const Tag& tag);
  Result<void> include(const Source& source, const Tag& tag, bool is_partial);
  void add_text(const Source& source, std::size_t begin, std::size_t end);
  void add_name(NodeKind kind, const Tag& tag);

  const TemplateText& partials_;
  std::vector<Node> nodes_;
  std::vector<std::size_t> open_;  // indices of sections not closed yet
  std::deque<Source> included_;    // never moves: nodes point into it
};

// The tag whose braces begin at `begin`.
Result<Tag> Parser::next_tag(const Source& source, std::size_t begin) const {
  const std::string_view text = source.text;
  const bool is_raw = text.substr(begin, 3) == "{{{";
  const std::string_view closing = is_raw ? "}}}" : "}}";
  const std::size_t close = text.find(closing, begin);
  if (close == std::string_view::npos) return source.error(begin, "a tag is not closed with }}");
  Tag tag = {is_raw ? '&' : ' ', {}, begin, close + closing.size()};
  std::string_view inside =
      trim(text.substr(begin + closing.size(), close - begin - closing.size()));
  if (!is_raw && !inside.empty() &&
      std::string_view("#^/&!>").find(inside[0]) != std::string_view::npos) {
    tag.mark = inside[0];
    inside = trim(inside.substr(1));
  }
  tag.name = inside;
  if (tag.mark == '!') return tag;
  const bool is_name =
      !inside.empty() && inside.find_first_of(" \t\n{}=") == std::string_view::npos;
  if (!is_name) return source.error(begin, fmt::format("'{}' is not a name", inside));
  return tag;
}

void Parser::add_text(const Source& source, std::size_t begin, std::size_t end) {
  if (begin >= end) return;
  Node node;
  node.text = std::string_view(source.text).substr(begin, end - begin);
  node.offset = begin;
  nodes_.push_back(std::move(node));
}

void Parser::add_name(NodeKind kind, const Tag& tag) {
  Node node;
  node.kind = kind;
  node.text = tag.name;
  node.offset = tag.begin;
  if (tag.name != ".") node.steps = split(tag.name, '.');
  nodes_.push_back(std::move(node));
}

Result<void> Parser::open(const Source& source, const Tag& tag) {
  if (open_.size() == kDepth) {
    return source.error(tag.begin, fmt::format("more than {} sections within one another", kDepth));
  }
  open_.push_back(nodes_.size());
  add_name(tag.mark == '#' ? NodeKind::section : NodeKind::inverted, tag);
  return {};
}

Result<void> Parser::close(const Source& source, const Tag& tag) {
  if (open_.empty()) {
    return source.error(tag.begin,
                        fmt::format("{{{{/{}}}}} closes a section that is not open", tag.name));
  }
  Node& section = nodes_[open_.back()];
  if (section.text != tag.name) {
    return source.error(tag.begin, fmt::format("{{{{/{}}}}} stands where {{{{/{}}}}} is expected",
                                               tag.name, section.text));
  }
  section.end = nodes_.size();
  open_.pop_back();
  return {};
}

Result<void> Parser::include(const Source& source, const Tag& tag, bool is_partial) {
  if (is_partial) return source.error(tag.begin, "a partial may not hold partials");
  const std::string name(tag.name);
  Result<std::string> text = partials_(name);
  if (!text) return source.error(tag.begin, text.error().what + ": " + name);
  return parse(included_.emplace_back(Source{name, std::move(*text)}), true);
}

Result<void> Parser::add(const Source& source, const Tag& tag, bool is_partial) {
  switch (tag.mark) {
    case '#':
    case '^':
      return open(source, tag);
    case '/':
      return close(source, tag);
    case '>':
      return include(source, tag, is_partial);
    case '!':
      return {};
    default:
      add_name(tag.mark == '&' ? NodeKind::raw : NodeKind::value, tag);
      return {};
  }
}

// Where the line around a lonely tag begins and ends, its line end included; none when anything
// else stands in the line.
std::optional<TextRange> lonely_line(std::string_view text, const Tag& tag) {
  if (tag.mark == ' ' || tag.mark == '&') return {};
  std::size_t begin = tag.begin;
  while (begin > 0 && is_blank(text[begin - 1])) --begin;
  std::size_t end = tag.end;
  while (end < text.size() && (is_blank(text[end]) || text[end] == '\r')) ++end;
  const bool starts = begin == 0 || text[begin - 1] == '\n';
  const bool ends = end == text.size() || text[end] == '\n';
  if (!starts || !ends) return {};
  return TextRange{static_cast<std::uint32_t>(begin),
                   static_cast<std::uint32_t>(std::min(end + 1, text.size()))};
}

Result<void> Parser::parse(const Source& source, bool is_partial) {
  const std::size_t open_before = open_.size();
  std::size_t at = 0;
  while (true) {
    const std::size_t begin = source.text.find("{{", at);
    if (begin == std::string::npos) break;
    const Result<Tag> tag = next_tag(source, begin);
    if (!tag) return tl::unexpected(tag.error());
    const std::optional<TextRange> line = lonely_line(source.text, *tag);
    add_text(source, at, line ? line->begin : tag->begin);
    if (Result<void> added = add(source, *tag, is_partial); !added) return added;
    at = line ? line->end : tag->end;
  }
  add_text(source, at, source.text.size());
  if (open_.size() == open_before) return {};
  const Node& section = nodes_[open_.back()];
  return source.error(section.offset, fmt::format("the section '{}' is not closed", section.text));
}

class Renderer {
 public:
  Renderer(const Source& source, const std::vector<Node>& nodes, const Escape& escape)
      : source_(source), nodes_(nodes), escape_(escape) {}

  Result<std::string> run(const std::vector<const Shown*>& views) {
    items_ = views;
    render(0, nodes_.size());
    if (missing_ == nullptr) return std::move(out_);
    return fail(
        ErrorCode::configuration, where(*missing_),
        fmt::format("there is no '{}' here{}; docs/templates.md lists the names", missing_->text,
                    meant_.empty() ? "" : fmt::format(" (did you mean '{}'?)", meant_)));
  }

 private:
  // A name within a partial is searched in a text of its own, whose lines are not ours.
  std::string where(const Node& node) const {
    const std::string& text = source_.text;
    const bool is_ours = std::less_equal<>()(text.data(), node.text.data()) &&
                         std::less<>()(node.text.data(), text.data() + text.size());
    return is_ours ? source_.where(node.offset) : source_.file;
  }

  const Shown* find(const Node& node) {
    if (node.steps.empty()) return items_.back();
    for (auto item = items_.rbegin(); item != items_.rend(); ++item) {
      const Shown* value = *item;
      for (const std::string_view step : node.steps) {
        value = value == nullptr ? nullptr : value->find(step);
      }
      if (value != nullptr) return value;
    }
    if (missing_ == nullptr) miss(node);
    return nullptr;
  }

  // Remembers the name and the one of those in sight that was meant.
  void miss(const Node& node) {
    missing_ = &node;
    std::vector<std::string_view> known;
    for (const Shown* item : items_) {
      for (const auto& [name, value] : item->members()) known.push_back(name);
    }
    meant_ = nearest(node.steps.back(), known);
  }

  void write(const Node& node) {
    const Shown* const value = find(node);
    if (value == nullptr) return;
    out_ += node.kind == NodeKind::raw ? value->text() : escape_(value->text());
  }

  void render_section(const Node& node, std::size_t first) {
    const Shown* const value = find(node);
    if (value == nullptr || value->says_yes() != (node.kind == NodeKind::section)) return;
    if (node.kind == NodeKind::inverted) return render(first, node.end);
    if (!value->is_list()) return render_with(*value, first, node.end);
    for (const Shown& item : value->items()) render_with(item, first, node.end);
  }

  void render_with(const Shown& item, std::size_t first, std::size_t end) {
    items_.push_back(&item);
    render(first, end);
    items_.pop_back();
  }

  // As deep as sections are nested, which the parser limits.
  void render(std::size_t first, std::size_t end) {
    for (std::size_t i = first; i < end; ++i) {
      const Node& node = nodes_[i];
      if (node.kind == NodeKind::text) {
        out_ += node.text;
      } else if (node.kind == NodeKind::value || node.kind == NodeKind::raw) {
        write(node);
      } else {
        render_section(node, i + 1);
        i = node.end - 1;
      }
    }
  }

  const Source& source_;
  const std::vector<Node>& nodes_;
  const Escape& escape_;
  std::vector<const Shown*> items_;
  const Node* missing_ = nullptr;
  std::string meant_;
  std::string out_;
};

}  // namespace

Result<std::string> render(const std::string& text, const std::string& file,
                           const std::vector<const Shown*>& views, const Escape& escape,
                           const TemplateText& partials) {
  const Source source = {file, text};
  Parser parser(partials);
  if (const Result<void> parsed = parser.parse(source, false); !parsed) {
    return tl::unexpected(parsed.error());
  }
  const std::vector<Node> nodes = parser.take();
  return Renderer(source, nodes, escape).run(views);
}

}  // namespace rapporteur
