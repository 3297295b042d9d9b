#include "emitters/base/escape.hpp"

#include <rapidcheck.h>

#include <catch2/catch.hpp>

#include "pipeline/text/fold.hpp"

namespace rapporteur {

TEST_CASE("control characters and direction overrides do not reach a terminal") {
  CHECK(plain("a\x1b[31mred\x07\x7f") == "a[31mred");
  CHECK(plain("a\nb\tc\rd") == "a b cd");
  CHECK(plain("abc\u202Edef\u2066g\u2069") == "abcdefg");
  CHECK(plain("\u0085next") == "next");
  CHECK(plain("مرحبا") == "مرحبا");
}

TEST_CASE("HTML of any words has no markup of its own") {
  CHECK(html_escaped("<b class=\"x\">R&D's</b>") ==
        "&lt;b class=&quot;x&quot;&gt;R&amp;D&#39;s&lt;/b&gt;");
  CHECK(rc::check([](const std::string& text) {
    return html_escaped(text).find_first_of("<>\"'") == std::string::npos;
  }));
}

TEST_CASE("Markdown shows words as they are") {
  struct Case {
    const char* text;
    const char* expected;
  };
  const Case cases[] = {
      {"a | b", "a \\| b"},
      {"<script>", "\\<script>"},
      {"*bold* _it_ snake_case", "\\*bold\\* \\_it\\_ snake_case"},
      {"[b-A.1]", "\\[b-A.1\\]"},
      {"R&D &amp; &#60; A & B", "R&D \\&amp; \\&#60; A & B"},
      {"# heading", "\\# heading"},
      {"- item", "\\- item"},
      {"3. item", "3\\. item"},
      {"3.1 clause", "3.1 clause"},
      {"RG #4", "RG #4"},
      {"`code` ~~struck~~ \\", "\\`code\\` \\~\\~struck\\~\\~ \\\\"},
      {"two\nlines", "two lines"},
      {"", ""},
  };
  for (const Case& sample : cases) CHECK(markdown_escaped(sample.text) == sample.expected);
}

TEST_CASE("a CSV field is quoted where needed and is never a formula") {
  struct Case {
    const char* text;
    const char* expected;
  };
  const Case cases[] = {
      {"plain", "plain"},
      {"a,b", "\"a,b\""},
      {"say \"x\"", "\"say \"\"x\"\"\""},
      {"two\nlines", "\"two\nlines\""},
      {"=1+1", "'=1+1"},
      {"+1", "'+1"},
      {"-1", "'-1"},
      {"@SUM(A1)", "'@SUM(A1)"},
      {"\t=1", "' =1"},
      {"=A1,B1", "\"'=A1,B1\""},
      {"", ""},
  };
  for (const Case& sample : cases) CHECK(csv_escaped(sample.text) == sample.expected);
}

TEST_CASE("the guard of a formula comes off again, another apostrophe stays") {
  CHECK(without_formula_guard("'=1+1") == "=1+1");
  CHECK(without_formula_guard("'tis") == "'tis");
  CHECK(without_formula_guard("").empty());
}

TEST_CASE("a calendar value escapes its separators") {
  CHECK(calendar_escaped("a, b; c\\d\ne") == "a\\, b\\; c\\\\d\\ne");
}

}  // namespace rapporteur
