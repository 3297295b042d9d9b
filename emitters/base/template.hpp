#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "emitters/base/shown.hpp"
#include "pipeline/base/result.hpp"

namespace rapporteur {

using Escape = std::function<std::string(std::string_view)>;

// Finds the text of a template or of `{{> name}}`; an error when there is none.
using TemplateText = std::function<Result<std::string>(const std::string& name)>;

// A template over `views`, the outermost first, in the mustache language without lambdas and
// changed delimiters:
//   {{name}} {{a.b}}      the value, escaped          {{&name}} {{{name}}}   as it is
//   {{#name}}…{{/name}}   once for each of a list, once for anything else that says yes
//   {{^name}}…{{/name}}   where {{#name}} would be left out
//   {{.}}                 the item itself             {{> file}} {{! remark}}
// "", an empty list and no members say no; they are written as nothing. Names are looked up from
// the innermost item outwards. A line that holds one section tag, remark or partial and nothing
// else leaves no line behind. Errors say "file:line" of the template; a name that the view does not
// have is one, as it is a misspelling. A partial may not hold partials.
Result<std::string> render(const std::string& text, const std::string& file,
                           const std::vector<const Shown*>& views, const Escape& escape,
                           const TemplateText& partials);

}  // namespace rapporteur
