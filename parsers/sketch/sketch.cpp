#include "parsers/sketch/sketch.hpp"

#include <algorithm>

#include "pipeline/model/builder.hpp"
#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

std::string unescaped(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\\' || i + 1 == text.size()) {
      out += text[i];
      continue;
    }
    const char next = text[++i];
    if (next == 'n') {
      out += '\n';
    } else if (next == 't') {
      out += '\t';
    } else {
      if (next != '\\') out += '\\';
      out += next;
    }
  }
  return out;
}

class SketchReader {
 public:
  Sketch read(std::string_view source) && {
    std::uint32_t offset = 0;
    std::vector<std::uint32_t> starts;
    for (const std::string_view line : split(source, '\n')) {
      starts.push_back(offset);
      line_ = offset;
      read_line(line);
      offset += static_cast<std::uint32_t>(line.size() + 1);
    }
    close_table();
    read_notes();
    builder_.line_starts(std::move(starts));
    sketch_.draft = std::move(builder_).finish();
    return std::move(sketch_);
  }

 private:
  void read_line(std::string_view line) {
    const std::size_t marker = line.find("<--");
    const std::string_view body = line.substr(0, marker);
    if (trim(body).empty()) return close_table();
    if (trim(body).front() != '|') close_table();
    const BlockId block = read_body(body);
    if (marker != std::string_view::npos) {
      sketch_.expected.push_back({block, std::string(trim(line.substr(marker + 3)))});
    }
  }

  BlockId read_body(std::string_view line) {
    const std::string_view body = trim(line);
    if (body.front() == '%') return read_setting(body.substr(1));
    if (body.front() == '|') return read_row(body);
    if (body.front() == '[' && body.size() > 3 && is_digit(body[1]) &&
        body.find(':') != std::string_view::npos && body.back() == ']') {
      notes_.push_back({body, builder_.offset()});
      return {};
    }
    if (body.starts_with("[header: ")) return read_header(body.substr(9, body.size() - 10));
    if (body.front() == '=') return read_labelled(body);
    return read_block(line, {});
  }

  // A page header is a part of its own; the body goes on in the next.
  BlockId read_header(std::string_view text) {
    builder_.begin_part("header", PartKind::header);
    const BlockId block = read_block(text, {});
    builder_.begin_part("body", PartKind::body);
    return block;
  }

  BlockId read_setting(std::string_view body) {
    const std::size_t blank = std::min(body.find(' '), body.size());
    sketch_.settings.emplace_back(body.substr(0, blank), trim(body.substr(blank)));
    return {};
  }

  BlockId read_labelled(std::string_view body) {
    const std::size_t end = body.find('=', 1);
    if (end == std::string_view::npos) return read_block(body, {});
    return read_block(trim(body.substr(end + 1)), trim(body.substr(1, end - 1)));
  }

  BlockId read_block(std::string_view line, std::string_view label) {
    const std::string_view body = trim(line);
    if (body.empty()) return add({.label = label}, "");
    if (body.front() == '#') {
      const std::size_t level = std::min(body.find_first_not_of('#'), body.size());
      return add(
          {.kind = BlockKind::heading, .level = static_cast<std::uint8_t>(level), .label = label},
          trim(body.substr(level)));
    }
    if (body.starts_with("- ")) {
      const std::size_t indent = line.find('-') / 2;
      return add({.kind = BlockKind::list_item,
                  .level = static_cast<std::uint8_t>(std::min<std::size_t>(indent + 1, 9)),
                  .label = label},
                 trim(body.substr(2)));
    }
    if (body.front() == '@') return read_styled(body, label);
    return add({.label = label}, body);
  }

  BlockId read_styled(std::string_view body, std::string_view label) {
    const bool braced = body.starts_with("@{");
    const std::size_t begin = braced ? 2 : 1;
    const std::size_t end = std::min(body.find(braced ? '}' : ' '), body.size());
    const std::string_view style = body.substr(begin, end - begin);
    const std::string_view rest = body.substr(std::min(end + (braced ? 1 : 0), body.size()));
    return add({.style = style, .label = label}, trim(rest));
  }

  BlockId read_row(std::string_view body) {
    const bool header = body.starts_with("||");
    std::vector<std::string_view> cells = split(body.substr(header ? 2 : 1), '|');
    if (trim(cells.back()).empty()) cells.pop_back();
    if (!in_table_) builder_.begin_table();
    in_table_ = true;
    builder_.begin_row(header);
    BlockId last;
    for (std::size_t i = 0; i < cells.size();) {
      std::size_t next = i + 1;
      while (next < cells.size() && trim(cells[next]) == "<") ++next;
      last = read_cell(trim(cells[i]), static_cast<std::uint32_t>(next - i), last);
      i = next;
    }
    builder_.end_row();
    return last;
  }

  // The block an expectation on this row is about: the last cell's.
  BlockId read_cell(std::string_view text, std::uint32_t span, BlockId last) {
    const bool up = text == "^";
    builder_.begin_cell({.column_span = span, .continues_above = up});
    if (!up) last = add({}, text);
    builder_.end_cell();
    return last;
  }

  BlockId add(const BlockSpec& spec, std::string_view text) {
    const BlockId id = builder_.begin_block(spec);
    while (!text.empty()) text = read_piece(text);
    builder_.end_block();
    return id;
  }

  // A tracked change at the front of `text`, or what stands before the next one.
  std::string_view read_piece(std::string_view text) {
    const bool inserted = text.starts_with("{+");
    const bool deleted = text.starts_with("{-");
    const std::size_t end =
        inserted || deleted ? text.find(inserted ? "+}" : "-}") : std::string_view::npos;
    if (end != std::string_view::npos) {
      read_change(text.substr(2, end - 2), inserted);
      return text.substr(end + 2);
    }
    const std::size_t next = std::min({text.find("{+", 1), text.find("{-", 1), text.size()});
    builder_.text(unescaped(text.substr(0, next)), {.source = line_});
    return text.substr(next);
  }

  void read_change(std::string_view words, bool inserted) {
    const std::uint32_t at = builder_.offset();
    if (!inserted) {
      builder_.revision({RevisionKind::deleted, "", "", {at, at}, std::string(words)});
      return;
    }
    const RevisionId id = builder_.revision({RevisionKind::inserted, "", "", {at, at}, ""});
    builder_.text(words, {.source = line_, .revision = id});
    builder_.revision(id).where.end = builder_.offset();
  }

  void read_notes() {
    if (notes_.empty()) return;
    builder_.begin_part("footnotes", PartKind::footnotes);
    for (const auto& [note, anchor] : notes_) {
      const std::size_t colon = note.find(':');
      const BlockId first = builder_.next_block();
      add({}, trim(note.substr(colon + 1, note.size() - colon - 2)));
      builder_.note(
          {std::string(note.substr(1, colon - 1)), false, anchor, {first, builder_.next_block()}});
    }
  }

  void close_table() {
    if (in_table_) builder_.end_table();
    in_table_ = false;
  }

  DocumentBuilder builder_{"sketch"};
  Sketch sketch_;
  std::vector<std::pair<std::string_view, std::uint32_t>> notes_;  // and where they are referred to
  std::uint32_t line_ = 0;
  bool in_table_ = false;
};

}  // namespace

Sketch read_sketch(std::string_view source) { return SketchReader().read(source); }

}  // namespace rapporteur
