#include "emitters/base/template.hpp"

#include <catch2/catch.hpp>

#include "emitters/base/escape.hpp"

namespace rapporteur {
namespace {

Result<std::string> partial(const std::string& name) {
  if (name == "row") return std::string("<tr>{{name}}</tr>\n");
  if (name == "circle") return std::string("{{> circle}}");
  return fail(ErrorCode::configuration, name, "there is no such template");
}

Result<std::string> rendered(const std::string& text, const Shown& view) {
  return render(text, "a.mustache", {&view}, html_escaped, partial);
}

std::string text_of(const std::string& text, const Shown& view) {
  const Result<std::string> out = rendered(text, view);
  if (!out) FAIL(out.error().where << ": " << out.error().what);
  return *out;
}

}  // namespace

TEST_CASE("a template writes what the view says") {
  const Shown view = {{"name", "A < B"},
                      {"empty", ""},
                      {"zero", 0},
                      {"seven", 7},
                      {"yes", true},
                      {"no", false},
                      {"none", Shown::List()},
                      {"inner", Shown{{"name", "x"}, {"deep", Shown{{"er", "y"}}}}},
                      {"list", Shown::List{Shown{{"name", "p"}}, Shown{{"name", "q"}}}},
                      {"words", Shown::of({"u", "v"})}};
  struct Case {
    const char* text;
    const char* expected;
  };
  const Case cases[] = {
      {"{{name}} {{&name}} {{{name}}}", "A &lt; B A < B A < B"},
      {"[{{empty}}{{zero}}{{no}}] {{seven}}", "[] 7"},
      {"{{#yes}}1{{/yes}}{{#no}}2{{/no}}{{^no}}3{{/no}}{{^none}}4{{/none}}", "134"},
      {"{{#list}}{{name}},{{/list}}{{#words}}{{.}};{{/words}}", "p,q,u;v;"},
      {"{{#list}}{{seven}}{{/list}} {{inner.deep.er}} {{#inner}}{{name}}{{/inner}}", "77 y x"},
      {"a{{! said to nobody }}b", "ab"},
      {"{{#list}}\n- {{name}}\n{{/list}}\nend", "- p\n- q\nend"},
      {"  {{#no}}  \nx\n  {{/no}}\n\n{{#no}}\n{{/no}}\nend\n", "\nend\n"},
      {"{{#list}}\n{{> row}}\n{{/list}}", "<tr>p</tr>\n<tr>q</tr>\n"},
      {"{{#yes}}a {{/yes}}\n", "a \n"},
      {"} {{name}} }} {", "} A &lt; B }} {"},
  };
  for (const Case& sample : cases) {
    INFO(sample.text);
    CHECK(text_of(sample.text, view) == sample.expected);
  }
}

TEST_CASE("a bad template names the file, the line and the fault") {
  const Shown view = {{"name", "x"}, {"list", Shown::of({"1", "2"})}, {"none", Shown::List()}};
  struct Case {
    const char* text;
    const char* where;
    const char* what;
  };
  const Case cases[] = {
      {"a\n{{name", "a.mustache:2", "a tag is not closed with }}"},
      {"\n\n{{#list}}", "a.mustache:3", "the section 'list' is not closed"},
      {"{{/list}}", "a.mustache:1", "{{/list}} closes a section that is not open"},
      {"{{#list}}{{#name}}{{/list}}", "a.mustache:1",
       "{{/list}} stands where {{/name}} is expected"},
      {"x\n{{nmae}}", "a.mustache:2",
       "there is no 'nmae' here (did you mean 'name'?); docs/templates.md lists the names"},
      {"{{#list}}\n{{x.y}}\n{{/list}}", "a.mustache:2",
       "there is no 'x.y' here; docs/templates.md lists the names"},
      {"{{a b}}", "a.mustache:1", "'a b' is not a name"},
      {"{{=<% %>=}}", "a.mustache:1", "'=<% %>=' is not a name"},
      {"\n{{> gone}}", "a.mustache:2", "there is no such template: gone"},
      {"{{> circle}}", "circle:1", "a partial may not hold partials"},
  };
  for (const Case& sample : cases) {
    INFO(sample.text);
    const Result<std::string> out = rendered(sample.text, view);
    REQUIRE_FALSE(out);
    CHECK(out.error().where == sample.where);
    CHECK(out.error().what == sample.what);
  }
}

TEST_CASE("sections nested without end are refused") {
  std::string text;
  for (int i = 0; i < 1000; ++i) text += "{{#a}}";
  const Result<std::string> out = rendered(text, Shown{{"a", true}});
  REQUIRE_FALSE(out);
  CHECK(out.error().what == "more than 64 sections within one another");
}

}  // namespace rapporteur
