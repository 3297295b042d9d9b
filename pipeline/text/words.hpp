#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace rapporteur {

bool is_digit(char c);
bool is_upper(char c);  // ASCII
bool is_alpha(char c);  // ASCII
bool is_space(char c);  // blank, tab, line end

// Without white space at both ends.
std::string_view trim(std::string_view text);

// The pieces between separators; "" gives one empty piece.
std::vector<std::string_view> split(std::string_view text, char separator);

// The runs of characters other than white space.
std::vector<std::string_view> words(std::string_view text);

// Every run of white space as one blank, none at the ends: how texts are compared and quoted.
std::string collapse(std::string_view text);

// ASCII letters in lower case; other bytes as they are.
std::string lower_ascii(std::string_view text);

bool equals_ignoring_case(std::string_view a, std::string_view b);  // ASCII
bool starts_with_ignoring_case(std::string_view text, std::string_view prefix);

std::string join(const std::vector<std::string>& pieces, std::string_view between);

// Edit distance with insertions, deletions, substitutions and swaps of neighbours, each 1.
std::size_t edit_distance(std::string_view a, std::string_view b);

// The candidate nearest to `word`, or "" when none is near enough to be what was meant.
std::string_view nearest(std::string_view word, const std::vector<std::string_view>& candidates);

}  // namespace rapporteur
