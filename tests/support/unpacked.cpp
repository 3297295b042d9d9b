#include "tests/support/unpacked.hpp"

#include <sqlite3.h>
#include <zip.h>

#include <catch2/catch.hpp>
#include <memory>

namespace rapporteur {
namespace {

std::string by_element(const std::string& xml) {
  std::string out;
  for (std::size_t i = 0; i < xml.size(); ++i) {
    out += xml[i];
    if (xml[i] == '>' && i + 1 < xml.size() && xml[i + 1] == '<') out += '\n';
  }
  return out;
}

std::string member(zip_t* archive, zip_uint64_t index) {
  zip_stat_t about;
  REQUIRE(zip_stat_index(archive, index, 0, &about) == 0);
  std::string bytes(about.size, '\0');
  zip_file_t* const file = zip_fopen_index(archive, index, 0);
  REQUIRE(file != nullptr);
  CHECK(zip_fread(file, bytes.data(), bytes.size()) == static_cast<zip_int64_t>(bytes.size()));
  zip_fclose(file);
  return std::string("== ") + about.name + '\n' + by_element(bytes) + '\n';
}

std::string query(sqlite3* db, const std::string& sql) {
  std::string out;
  sqlite3_stmt* statement = nullptr;
  REQUIRE(sqlite3_prepare_v2(db, sql.c_str(), -1, &statement, nullptr) == SQLITE_OK);
  while (sqlite3_step(statement) == SQLITE_ROW) {
    for (int i = 0; i < sqlite3_column_count(statement); ++i) {
      const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(statement, i));
      out += (i == 0 ? "" : "\t") + std::string(text == nullptr ? "NULL" : text);
    }
    out += '\n';
  }
  sqlite3_finalize(statement);
  return out;
}

}  // namespace

std::string unpacked_archive(const std::string& bytes) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* const source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  zip_t* const archive = zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, &error);
  REQUIRE(archive != nullptr);
  std::string out;
  const zip_int64_t count = zip_get_num_entries(archive, 0);
  for (zip_int64_t i = 0; i < count; ++i) out += member(archive, static_cast<zip_uint64_t>(i));
  zip_discard(archive);
  return out;
}

std::string unpacked_database(const std::string& bytes) {
  sqlite3* db = nullptr;
  REQUIRE(sqlite3_open(":memory:", &db) == SQLITE_OK);
  std::string copy = bytes;
  const auto size = static_cast<sqlite3_int64>(copy.size());
  REQUIRE(sqlite3_deserialize(db, "main", reinterpret_cast<unsigned char*>(copy.data()), size, size,
                              SQLITE_DESERIALIZE_READONLY) == SQLITE_OK);
  std::string out = query(db, "SELECT sql FROM sqlite_schema ORDER BY rowid");
  const std::string names = query(db, "SELECT name FROM sqlite_schema ORDER BY rowid");
  for (std::size_t begin = 0; begin < names.size();) {
    const std::size_t end = names.find('\n', begin);
    const std::string name = names.substr(begin, end - begin);
    out += "== " + name + '\n' + query(db, "SELECT * FROM \"" + name + '"');
    begin = end + 1;
  }
  CHECK(query(db, "PRAGMA integrity_check") == "ok\n");
  sqlite3_close(db);
  return out;
}

}  // namespace rapporteur
