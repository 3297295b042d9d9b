#pragma once

#include <string_view>

#include "parsers/docx/word_story.hpp"

namespace rapporteur {

// Reads the parts that the stories before refer to, behind them: headers, footers, footnotes,
// endnotes and comments, each into a part of its own.
void read_other_stories(StoryReader::Context context, const std::string& main_part);

}  // namespace rapporteur
