#include "pipeline/model/document_json.hpp"

#include <nlohmann/json.hpp>

#include "pipeline/model/names.hpp"

namespace rapporteur {
namespace {

using Json = nlohmann::ordered_json;

constexpr int kSchemaVersion = 1;

void put(Json& json, const char* key, std::string_view text) {
  if (!text.empty()) json[key] = text;
}

void put_number(Json& json, const char* key, std::uint32_t number) {
  if (number != 0) json[key] = number;
}

template <class Tag>
void put(Json& json, const char* key, Id<Tag> id) {
  if (id) json[key] = id.index;
}

Json range(TextRange where) { return Json::array({where.begin, where.end}); }
Json range(BlockRange blocks) { return Json::array({blocks.begin.index, blocks.end.index}); }

Json run_json(const Document& doc, const Run& run) {
  Json json;
  json["range"] = range(run.text);
  json["source"] = run.source;
  if (run.marks != 0) json["marks"] = mark_names(run);
  if (run.highlight != Highlight::none) json["highlight"] = name(run.highlight);
  if (run.link) json["link"] = doc.links()[run.link.index].target;
  put(json, "revision", run.revision);
  return json;
}

Json block_json(const Document& doc, BlockId id, bool runs) {
  const Block& block = doc.block(id);
  Json json;
  json["kind"] = name(block.kind);
  put_number(json, "level", block.level);
  put(json, "label", doc.label(id));
  if (block.kind == BlockKind::table) {
    put(json, "table", block.table);
  } else {
    json["text"] = doc.text(id);
  }
  json["range"] = range(block.text);
  put_number(json, "line", doc.line_at(block.text.begin));
  put(json, "style", doc.style(id));
  put(json, "part", block.part);
  put(json, "cell", block.cell);
  put(json, "clause", doc.clause_of(id));
  if (block.in_text_box) json["in_text_box"] = true;
  if (runs) {
    for (const Run& run : doc.runs(id)) json["runs"].push_back(run_json(doc, run));
  }
  return json;
}

Json table_json(const Document& doc, const Table& table) {
  Json json;
  json["block"] = table.block.index;
  json["rows"] = table.rows;
  json["columns"] = table.columns;
  put_number(json, "header_rows", table.header_rows);
  put(json, "caption", table.caption);
  json["grid"] = Json::array();
  for (std::uint32_t row = 0; row < table.rows; ++row) {
    Json line = Json::array();
    for (std::uint32_t column = 0; column < table.columns; ++column) {
      const CellId cell = table.at(row, column);
      line.push_back(cell ? Json(cell.index) : Json(nullptr));
    }
    json["grid"].push_back(std::move(line));
  }
  json["cells"] = Json::array();
  for (const CellId id : table.cells) {
    const Cell& cell = doc.cell(id);
    Json item;
    item["id"] = id.index;
    item["row"] = cell.row;
    item["column"] = cell.column;
    item["row_span"] = cell.row_span;
    item["column_span"] = cell.column_span;
    item["text"] = doc.cell_text(id);
    item["blocks"] = range(cell.blocks);
    if (cell.header) item["header"] = true;
    put(item, "revision", cell.revision);
    json["cells"].push_back(std::move(item));
  }
  return json;
}

Json clause_json(const Clause& clause) {
  Json json;
  json["kind"] = name(clause.kind);
  json["level"] = clause.level;
  put(json, "number", clause.number);
  put(json, "title", clause.title);
  json["heading"] = clause.heading.index;
  json["blocks"] = range(clause.blocks);
  put(json, "parent", clause.parent);
  put(json, "scope", clause.scope);
  return json;
}

Json scope_json(const Scope& scope) {
  Json json;
  json["kind"] = name(scope.kind);
  put(json, "label", scope.label);
  json["blocks"] = range(scope.blocks);
  put(json, "parent", scope.parent);
  return json;
}

Json revision_json(const Revision& revision) {
  Json json;
  json["kind"] = name(revision.kind);
  put(json, "author", revision.author);
  put(json, "date", revision.date);
  json["range"] = range(revision.where);
  put(json, "removed", revision.removed);
  return json;
}

Json note_json(const Note& note) {
  Json json;
  json["label"] = note.label;
  if (note.endnote) json["endnote"] = true;
  json["anchor"] = note.anchor;
  json["blocks"] = range(note.blocks);
  return json;
}

Json comment_json(const Comment& comment) {
  Json json;
  put(json, "author", comment.author);
  put(json, "initials", comment.initials);
  put(json, "date", comment.date);
  json["range"] = range(comment.anchor);
  json["blocks"] = range(comment.blocks);
  put(json, "reply_to", comment.reply_to);
  if (comment.resolved) json["resolved"] = true;
  return json;
}

Json object_json(const Object& object) {
  Json json;
  json["kind"] = name(object.kind);
  put(json, "description", object.description);
  put(json, "target", object.target);
  json["anchor"] = object.anchor;
  return json;
}

Json identity_json(const Identity& identity) {
  Json json;
  json["profile"] = identity.profile;
  json["kind"] = identity.kind;
  json["confidence"] = identity.confidence;
  json["reasons"] = identity.reasons;
  put(json, "number", identity.number.canonical);
  put(json, "title", identity.title);
  put(json, "date", identity.date);
  for (const CoverField& field : identity.cover) {
    Json item;
    item["name"] = field.name;
    item["label"] = field.label;
    item["value"] = field.value;
    put(item, "block", field.block);
    json["cover"].push_back(std::move(item));
  }
  return json;
}

Json diagnostic_json(const Diagnostic& diagnostic) {
  Json json;
  json["code"] = name(diagnostic.code);
  json["what"] = diagnostic.what;
  put(json, "block", diagnostic.block);
  return json;
}

template <class Items, class Make>
void put_list(Json& json, const char* key, const Items& items, Make make) {
  for (const auto& item : items) json[key].push_back(make(item));
}

void put_parts(Json& json, const Document& doc) {
  put_list(json, "parts", doc.parts(), [](const Part& part) {
    return Json{{"name", part.name}, {"kind", name(part.kind)}};
  });
  put_list(json, "bookmarks", doc.bookmarks(), [](const Bookmark& bookmark) {
    return Json{{"name", bookmark.name}, {"range", range(bookmark.where)}};
  });
  put_list(json, "fields", doc.fields(), [](const Field& field) {
    return Json{{"instruction", field.instruction}, {"range", range(field.where)}};
  });
  put_list(json, "properties", doc.properties(), [](const Property& property) {
    return Json{{"name", property.name}, {"value", property.value}};
  });
}

}  // namespace

std::string document_json(const Document& doc, bool runs) {
  Json json;
  json["schema_version"] = kSchemaVersion;
  json["path"] = doc.path();
  json["format"] = doc.format();
  json["identity"] = identity_json(doc.identity());
  json["blocks"] = Json::array();
  for (std::uint32_t i = 0; i < doc.blocks().size(); ++i) {
    json["blocks"].push_back(block_json(doc, BlockId{i}, runs));
  }
  put_list(json, "tables", doc.tables(), [&](const Table& t) { return table_json(doc, t); });
  put_list(json, "clauses", doc.clauses(), clause_json);
  put_list(json, "scopes", doc.scopes(), scope_json);
  put_list(json, "revisions", doc.revisions(), revision_json);
  put_list(json, "notes", doc.notes(), note_json);
  put_list(json, "comments", doc.comments(), comment_json);
  put_list(json, "objects", doc.objects(), object_json);
  put_parts(json, doc);
  put_list(json, "diagnostics", doc.diagnostics(), diagnostic_json);
  return json.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace rapporteur
