#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "parsers/reader.hpp"
#include "parsers/zip/archive.hpp"

namespace rapporteur {

// One entry of a .rels part.
struct Relationship {
  std::string id;
  std::string type;    // the last step of its URI: "footnotes", "hyperlink"
  std::string target;  // the name of a part ("word/header1.xml"), or a URL
  bool external = false;
};

// The relationships of one part.
class Relationships {
 public:
  void add(Relationship relationship);
  void index();                                                // makes find() know what was added
  const Relationship* find(std::string_view id) const;         // or null
  const Relationship* find_type(std::string_view type) const;  // the first of this type, or null

 private:
  std::vector<Relationship> all_;
  std::unordered_map<std::string_view, std::size_t> by_id_;
};

// The text of a part, in UTF-8. Owns the bytes it was made from.
struct PartText {
  Buffer bytes;
  std::string converted;
  std::string_view text;
};

// An Office Open XML package: parts, found through relationships (ECMA-376-2).
class WordPackage {
 public:
  // Finds the main part of a Word document. An error says what the file is instead.
  static Result<WordPackage> open(std::string_view bytes, std::string_view path,
                                  const Limits& limits);

  const std::string& main_part() const { return main_part_; }
  const std::string& path() const { return path_; }
  const Limits& limits() const { return limits_; }

  bool has(std::string_view part) const { return archive_.find(part).has_value(); }
  // Inflates a part into `into`.
  Result<std::string_view> load(std::string_view part, PartText& into);
  // The same for its first bytes; all of them where it has no more than `most`.
  Result<std::string_view> load_beginning(std::string_view part, std::size_t most, PartText& into);
  // The relationships of a part, "" for those of the package; none when it has no .rels or a
  // damaged one. Read when first asked for.
  const Relationships& relationships_of(const std::string& part);
  // The content type of a part, "" when nothing states it.
  std::string content_type(std::string_view part) const;

 private:
  WordPackage(Archive archive, std::string_view path, const Limits& limits)
      : archive_(std::move(archive)),
        path_(path),
        limits_(limits),
        content_types_(std::make_unique<PartText>()) {}
  Relationships read_relationships(std::string_view part);
  std::vector<std::string> parts_of_word_type() const;
  Result<void> find_main_part();

  Archive archive_;
  std::string path_;
  Limits limits_;
  std::string main_part_;
  std::unordered_map<std::string, Relationships> relationships_;  // by part
  std::unique_ptr<PartText> content_types_;                       // [Content_Types].xml
};

}  // namespace rapporteur
