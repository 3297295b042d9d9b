#pragma once

#include <cstdint>
#include <string>

#include "extractors/extractor.hpp"

namespace rapporteur {

// The words of deadlines. Internal to extractors/.

// How two deadlines of a document were told.
enum class Kin : std::uint8_t { listed, told, mixed };

// The same demand in other words: the same date and words in common. What stands in one list, or
// in the sentences of one text, differs by less than what a sentence says of an entry of a list.
bool repeats(const Deadline& a, const Deadline& b, Kin kin);

// "3 Written contributions should ...": the paragraphs of a letter have numbers. A year is none.
std::string without_number(const std::string& words);

// "=> Offline discussion" -> "Offline discussion"
std::string without_arrow(const std::string& words);

}  // namespace rapporteur
