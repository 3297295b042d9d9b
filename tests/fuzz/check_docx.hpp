#pragma once

#include <cstdlib>
#include <string_view>
#include <utility>

#include "parsers/docx/docx.hpp"
#include "tests/fuzz/check_document.hpp"

namespace rapporteur {

// Ends the program when these bytes give neither a sound document in every view nor an error that
// names the file.
inline void check_docx(std::string_view bytes) {
  for (const View view : {View::final, View::original, View::marked}) {
    ReadOptions options;
    options.view = view;
    Result<Draft> draft = docx_reader().read(bytes, "fuzz.docx", options);
    if (draft) {
      check_document(std::move(*draft));
    } else if (draft.error().what.empty() || !draft.error().where.starts_with("fuzz.docx")) {
      std::abort();
    }
  }
}

}  // namespace rapporteur
