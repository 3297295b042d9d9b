#pragma once

#include <string>

#include "emitters/base/template.hpp"
#include "emitters/view/report_data.hpp"

namespace rapporteur {

// index.html: a page for a folder of documents that searches and filters by itself, in one file,
// without a request to anywhere. The data are JSON in the page; the script only ever writes text.
Result<std::string> web_page(const ReportData& data, const ReportWords& words,
                             const TemplateText& text_of);

}  // namespace rapporteur
