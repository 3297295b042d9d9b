#pragma once

#include <string>

namespace rapporteur {

// What is in a ZIP archive, as text to compare: each member's name and bytes, XML with a line for
// each element. How well it is compressed is not ours to test.
std::string unpacked_archive(const std::string& bytes);

// What is in an SQLite database: each table's rows, fields separated by tabs. The file names the
// library's version.
std::string unpacked_database(const std::string& bytes);

}  // namespace rapporteur
