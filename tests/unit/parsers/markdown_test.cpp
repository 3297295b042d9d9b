#include "parsers/text/markdown.hpp"

#include <fmt/format.h>

#include "pipeline/model/document.hpp"
#include "tests/unit/parsers/seeds.hpp"

namespace rapporteur {
namespace {

// "b:words" is bold, "i:" italic, "s:" struck; "words→target" a link, "!words→target" a picture.
std::string shown(std::string_view line) {
  std::string out;
  for (const MarkdownSpan& span : markdown_spans(line)) {
    if (!out.empty()) out += '|';
    const auto has = [&](Mark mark) {
      return (span.marks & static_cast<std::uint16_t>(mark)) != 0;
    };
    if (has(Mark::bold)) out += "b:";
    if (has(Mark::italic)) out += "i:";
    if (has(Mark::struck)) out += "s:";
    if (span.picture) out += '!';
    out += span.text;
    if (!span.target.empty()) out += fmt::format("→{}", span.target);
  }
  return out;
}

}  // namespace

TEST_CASE("the signs of Markdown are taken off the words they mark") {
  struct Case {
    std::string_view line;
    std::string_view expected;
  };
  constexpr Case kCases[] = {
      {"**Date:** today", "b:Date:| today"},
      {"_so_ and *so*, ~~gone~~", "i:so| and |i:so|, |s:gone"},
      {"**a *b* c**", "b:a |b:i:b|b: c"},
      {"see [the draft](https://example.org/d) now", "see |the draft→https://example.org/d| now"},
      {"![plan](p.png)", "!plan→p.png"},
      {"`T5_x` and a\\*b", "T5_x| and a|*b"},
      {"snake_case_name, 2 * 3 * 4, a*b", "snake_case_name, 2 * 3 * 4, a*b"},
      {"***Resolution #1: keep it***", "b:i:Resolution #1: keep it"},
      {"**not closed", "**not closed"},
      {"[1] says so", "[1] says so"},
      {"", ""},
  };
  for (const Case& one : kCases) CHECK(shown(one.line) == one.expected);
}

TEST_CASE("a text in Markdown is read without its signs") {
  const Document doc = read_text(
      "# Minutes\n**Date:** 2031-03-02\n\n---\n\n## Items\n- [ ] to do\n- [x] done\n\n```\n# no "
      "heading\n```\n",
      "base", "minutes.md");
  std::vector<std::string> lines;
  for (BlockId id{0}; id.index < doc.blocks().size(); ++id.index) {
    lines.push_back(doc.shown_text(id));
  }
  CHECK(lines == std::vector<std::string>{"Minutes", "Date: 2031-03-02", "Items", "-\t☐ to do",
                                          "-\t☒ done", "# no heading"});
  CHECK(doc.clauses().size() == 2);
}

TEST_CASE("a plain text keeps what Markdown would take for signs") {
  const Document doc = read_text("The rate is **high**.\n", "base", "note.txt");
  CHECK(doc.shown_text(BlockId{0}) == "The rate is **high**.");
}

TEST_CASE("a quotation in Markdown and a heading behind a tab are read like the rest") {
  const Document doc = read_text(
      "#\tMinutes\n\n> *Ada:* yes\n>\n> > no\n>5 are left\n\n```\n> as it stands\n```\n## End\n",
      "base", "minutes.md");
  std::vector<std::string> lines;
  for (BlockId id{0}; id.index < doc.blocks().size(); ++id.index) {
    lines.push_back(doc.shown_text(id));
  }
  CHECK(lines == std::vector<std::string>{"Minutes", "Ada: yes", "no", ">5 are left",
                                          "> as it stands", "End"});
  CHECK(doc.block(BlockId{0}).kind == BlockKind::heading);
}

}  // namespace rapporteur
