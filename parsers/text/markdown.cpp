#include "parsers/text/markdown.hpp"

#include <algorithm>
#include <optional>

#include "pipeline/model/document.hpp"
#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

constexpr std::size_t kDeepestHash = 6;  // "######" is the last heading
constexpr std::size_t kLooked = 2000;    // lines that decide

bool is_word_byte(char c) {
  return is_alpha(c) || is_digit(c) || static_cast<unsigned char>(c) >= 0x80;
}

bool is_sign(char c) {
  constexpr std::string_view kSigns = "\\`*_{}[]()#+-.!|<>~";
  return kSigns.find(c) != kSigns.npos;
}

// "***", "**", "*", "__", "_" or "~~", longest first, and what it makes of the words between two of
// them.
struct Emphasis {
  std::string_view sign;
  std::uint16_t marks;
};
constexpr std::uint16_t bits(Mark mark) { return static_cast<std::uint16_t>(mark); }
constexpr std::uint16_t kBoth = bits(Mark::bold) | bits(Mark::italic);
constexpr Emphasis kEmphases[] = {{"***", kBoth},
                                  {"**", bits(Mark::bold)},
                                  {"__", bits(Mark::bold)},
                                  {"~~", bits(Mark::struck)},
                                  {"*", bits(Mark::italic)},
                                  {"_", bits(Mark::italic)}};

class SpanReader {
 public:
  explicit SpanReader(std::string_view line) : line_(line) {}

  std::vector<MarkdownSpan> read() {
    while (at_ < line_.size()) {
      if (!read_escape() && !read_code() && !read_link() && !read_emphasis()) ++at_;
    }
    end_words();
    return std::move(spans_);
  }

 private:
  std::string_view rest() const { return line_.substr(at_); }

  // What is not found once is not there later on either: a line of open signs costs its length.
  std::size_t find(std::string_view sign, std::size_t from) {
    if (std::ranges::find(missing_, sign) != missing_.end()) return line_.npos;
    const std::size_t found = line_.find(sign, from);
    if (found == line_.npos) missing_.push_back(sign);
    return found;
  }

  void end_words() {
    if (at_ > begin_) spans_.push_back({line_.substr(begin_, at_ - begin_), marks_});
  }
  void skip(std::size_t bytes) {
    end_words();
    at_ += bytes;
    begin_ = at_;
  }

  bool read_escape() {
    if (line_[at_] != '\\' || at_ + 1 == line_.size() || !is_sign(line_[at_ + 1])) return false;
    skip(1);
    ++at_;
    return true;
  }

  bool read_code() {
    if (line_[at_] != '`') return false;
    const std::size_t close = find("`", at_ + 1);
    if (close == line_.npos || close == at_ + 1) return false;
    skip(1);
    at_ = close;
    skip(1);
    return true;
  }

  // "[words](target)" and "![words](target)".
  bool read_link() {
    const bool picture = rest().starts_with("![");
    if (!picture && line_[at_] != '[') return false;
    const std::size_t open = at_ + (picture ? 2 : 1);
    if (middle_ < open) middle_ = find("](", open);
    const std::size_t middle = middle_;
    if (middle == line_.npos || line_.substr(open, middle - open).find('[') != line_.npos) {
      return false;
    }
    const std::size_t close = find(")", middle);
    if (close == line_.npos) return false;
    end_words();
    const std::string_view target = line_.substr(middle + 2, close - middle - 2);
    spans_.push_back({line_.substr(open, middle - open), marks_, target, picture});
    at_ = begin_ = close + 1;
    return true;
  }

  bool read_emphasis() {
    for (const Emphasis& emphasis : kEmphases) {
      if (!rest().starts_with(emphasis.sign)) continue;
      const bool closes = (marks_ & emphasis.marks) == emphasis.marks;
      if (closes ? !may_close(at_, emphasis.sign) : !may_open(emphasis.sign)) continue;
      skip(emphasis.sign.size());
      marks_ = static_cast<std::uint16_t>(marks_ ^ emphasis.marks);
      return true;
    }
    return false;
  }

  // Words stand right behind it, none right before it, and another sign closes it.
  bool may_open(std::string_view sign) {
    const std::size_t after = at_ + sign.size();
    if (after >= line_.size() || is_space(line_[after]) || line_[after] == sign[0]) return false;
    if (at_ > 0 && is_word_byte(line_[at_ - 1])) return false;
    for (std::size_t close = find(sign, after); close != line_.npos;
         close = line_.find(sign, close + 1)) {
      if (may_close(close, sign)) return true;
    }
    missing_.push_back(sign);
    return false;
  }

  bool may_close(std::size_t at, std::string_view sign) const {
    const std::size_t after = at + sign.size();
    const bool in_word = after < line_.size() && is_word_byte(line_[after]);
    return at > 0 && !is_space(line_[at - 1]) && !in_word;
  }

  std::string_view line_;
  std::size_t at_ = 0;
  std::size_t begin_ = 0;   // of the words that are not given yet
  std::size_t middle_ = 0;  // the next "](", as far as it was looked for
  std::uint16_t marks_ = 0;
  std::vector<std::string_view> missing_;  // signs that do not close, or are not there, any more
  std::vector<MarkdownSpan> spans_;
};

}  // namespace

std::size_t heading_hashes(std::string_view line) {
  const std::size_t count = std::min(line.find_first_not_of('#'), line.size());
  const bool heading = count > 0 && count <= kDeepestHash && count + 1 < line.size() &&
                       (line[count] == ' ' || line[count] == '\t');
  return heading ? count : 0;
}

bool is_fence(std::string_view line) { return line.starts_with("```") || line.starts_with("~~~"); }

bool is_markdown(const Lines& lines) {
  std::size_t headings = 0;
  std::size_t others = 0;
  for (std::size_t at = 0; at < lines.size() && at < kLooked; ++at) {
    const std::string_view text = lines.text(at);
    if (heading_hashes(text) > 0) {
      ++headings;
    } else if (is_fence(text) || text.find("**") != text.npos || text.find("](") != text.npos) {
      ++others;
    }
  }
  return headings > 1 || (headings == 1 && others > 0);
}

void take_quote_marks(Lines& lines) {
  bool in_code = false;
  for (std::size_t at = 0; at < lines.size(); ++at) {
    Line& line = lines.lines[at];
    in_code = in_code != is_fence(lines.text(at));
    while (!in_code && line.size > 0 && lines.text(at).front() == '>') {
      const std::string_view text = lines.text(at);
      const std::size_t words = std::min(text.find_first_not_of(" \t", 1), text.size());
      if (words == 1 && text.size() > 1 && text[1] != '>') break;
      line.begin += static_cast<std::uint32_t>(words);
      line.size -= static_cast<std::uint32_t>(words);
      if (line.size == 0) line.shape = LineShape::blank;
    }
  }
}

std::vector<MarkdownSpan> markdown_spans(std::string_view line) { return SpanReader(line).read(); }

}  // namespace rapporteur
