#include "emitters/data/database.hpp"

#include <fmt/format.h>
#include <sqlite3.h>

#include <memory>

#include "emitters/base/results_json.hpp"

namespace rapporteur {
namespace {

struct Close {
  void operator()(sqlite3* db) const { sqlite3_close(db); }
  void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
  void operator()(unsigned char* bytes) const { sqlite3_free(bytes); }
};
using Database = std::unique_ptr<sqlite3, Close>;
using Statement = std::unique_ptr<sqlite3_stmt, Close>;

// Names come from the program, but "group" and "from" are words of SQL.
std::string quoted(const std::string& name) { return '"' + name + '"'; }

std::string create_table(const Sheet& sheet) {
  std::string columns;
  for (const std::string& column : sheet.columns) {
    columns +=
        (columns.empty() ? "" : ", ") + quoted(column) + (is_count(column) ? " INTEGER" : " TEXT");
  }
  return fmt::format("CREATE TABLE {} ({})", quoted(sheet.name), columns);
}

std::string insert_into(const Sheet& sheet) {
  std::string marks;
  for (std::size_t i = 0; i < sheet.columns.size(); ++i) marks += i == 0 ? "?" : ", ?";
  return fmt::format("INSERT INTO {} VALUES ({})", quoted(sheet.name), marks);
}

tl::unexpected<Error> failure(sqlite3* db) {
  return fail(ErrorCode::internal, "sqlite", sqlite3_errmsg(db));
}

Result<void> run(sqlite3* db, const std::string& sql) {
  if (sqlite3_exec(db, sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) return failure(db);
  return {};
}

Result<void> insert(sqlite3* db, sqlite3_stmt* statement, const std::vector<std::string>& row) {
  sqlite3_reset(statement);
  for (std::size_t i = 0; i < row.size(); ++i) {
    const int at = static_cast<int>(i) + 1;
    const int code = row[i].empty()
                         ? sqlite3_bind_null(statement, at)
                         : sqlite3_bind_text64(statement, at, row[i].data(), row[i].size(),
                                               SQLITE_STATIC, SQLITE_UTF8);
    if (code != SQLITE_OK) return failure(db);
  }
  if (sqlite3_step(statement) != SQLITE_DONE) return failure(db);
  return {};
}

Result<void> add_sheet(sqlite3* db, const Sheet& sheet) {
  if (Result<void> made = run(db, create_table(sheet)); !made) return made;
  sqlite3_stmt* raw = nullptr;
  const std::string sql = insert_into(sheet);
  if (sqlite3_prepare_v2(db, sql.c_str(), -1, &raw, nullptr) != SQLITE_OK) return failure(db);
  const Statement statement(raw);
  for (const std::vector<std::string>& row : sheet.rows) {
    if (Result<void> added = insert(db, statement.get(), row); !added) return added;
  }
  return {};
}

Result<std::string> bytes_of(sqlite3* db) {
  sqlite3_int64 size = 0;
  const std::unique_ptr<unsigned char, Close> bytes(sqlite3_serialize(db, "main", &size, 0));
  if (bytes == nullptr) return fail(ErrorCode::internal, "sqlite", "out of memory");
  return std::string(bytes.get(), bytes.get() + size);
}

}  // namespace

Result<std::string> database(const std::vector<Sheet>& sheets, const std::string& title) {
  sqlite3* raw = nullptr;
  const int opened = sqlite3_open(":memory:", &raw);
  const Database db(raw);
  if (opened != SQLITE_OK) return fail(ErrorCode::internal, "sqlite", "cannot be opened");
  const Sheet about = {
      "about", "", {"title", "schema_version"}, {{title, std::to_string(kSchemaVersion)}}};
  Result<void> done = run(db.get(), "BEGIN");
  if (done) done = add_sheet(db.get(), about);
  for (const Sheet& sheet : sheets) {
    if (done) done = add_sheet(db.get(), sheet);
  }
  if (done) done = run(db.get(), "COMMIT");
  if (!done) return tl::unexpected(done.error());
  return bytes_of(db.get());
}

}  // namespace rapporteur
