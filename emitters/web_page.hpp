#pragma once

#include <string>

#include "emitters/template.hpp"
#include "emitters/view.hpp"

namespace rapporteur {

// index.html: a page for a folder of documents that searches and filters by itself, in one file,
// without a request to anywhere. The data are JSON in the page; the script only ever writes text.
Result<std::string> web_page(const Results& results, const Labels& labels,
                             const TemplateText& text_of);

}  // namespace rapporteur
