#include "parsers/docx/word_package.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "parsers/xml/xml_reader.hpp"
#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

std::string_view last_step(std::string_view path) {
  return path.substr(path.find_last_of('/') + 1);
}

std::string_view folder_of(std::string_view part) {
  const std::size_t slash = part.find_last_of('/');
  return slash == std::string_view::npos ? std::string_view() : part.substr(0, slash);
}

// "word" and "../customXml/item1.xml" -> "customXml/item1.xml". Never leaves the package.
std::string resolved(std::string_view folder, std::string_view target) {
  std::vector<std::string> steps;
  const auto walk = [&steps](std::string_view path) {
    for (const std::string_view step : split(path, '/')) {
      if (step == "..") {
        if (!steps.empty()) steps.pop_back();
      } else if (!step.empty() && step != ".") {
        steps.emplace_back(step);
      }
    }
  };
  if (!target.starts_with('/')) walk(folder);
  walk(target);
  return join(steps, "/");
}

std::string rels_name(std::string_view part) {
  const std::string_view folder = folder_of(part);
  return fmt::format("{}{}_rels/{}.rels", folder, folder.empty() ? "" : "/", last_step(part));
}

// What a package without a Word document is, by its content types.
std::string_view other_kind(std::string_view type) {
  if (type.find("spreadsheetml") != std::string_view::npos) return "a spreadsheet";
  if (type.find("presentationml") != std::string_view::npos) return "a presentation";
  if (type.find("ms-excel") != std::string_view::npos) return "a spreadsheet";
  if (type.find("ms-powerpoint") != std::string_view::npos) return "a presentation";
  if (type.find("visio") != std::string_view::npos) return "a drawing";
  return {};
}

bool is_word_type(std::string_view type) {
  return type.find("wordprocessingml.document.main") != std::string_view::npos ||
         type.find("wordprocessingml.template.main") != std::string_view::npos ||
         type.find("ms-word.document.macroEnabled.main") != std::string_view::npos ||
         type.find("ms-word.template.macroEnabledTemplate.main") != std::string_view::npos;
}

constexpr int kPackageDepth = 16;

}  // namespace

void Relationships::add(Relationship relationship) { all_.push_back(std::move(relationship)); }

const Relationship* Relationships::find(std::string_view id) const {
  const auto at = by_id_.find(id);
  return at == by_id_.end() ? nullptr : &all_[at->second];
}

const Relationship* Relationships::find_type(std::string_view type) const {
  const auto at = std::ranges::find(all_, type, &Relationship::type);
  return at == all_.end() ? nullptr : &*at;
}

void Relationships::index() {
  for (std::size_t i = 0; i < all_.size(); ++i) by_id_.try_emplace(all_[i].id, i);
}

Result<WordPackage> WordPackage::open(std::string_view bytes, std::string_view path,
                                      const Limits& limits) {
  Result<Archive> archive = Archive::open(bytes, std::string(path), limits);
  if (!archive) return tl::unexpected(archive.error());
  WordPackage package(std::move(*archive), path, limits);
  // Where it is missing, the parts are still found through the relationships.
  static_cast<void>(package.load("[Content_Types].xml", *package.content_types_));
  if (Result<void> found = package.find_main_part(); !found) {
    return tl::unexpected(found.error());
  }
  return package;
}

Result<std::string_view> WordPackage::load(std::string_view part, PartText& into) {
  return load_beginning(part, std::string_view::npos, into);
}

Result<std::string_view> WordPackage::load_beginning(std::string_view part, std::size_t most,
                                                     PartText& into) {
  const std::optional<std::size_t> member = archive_.find(part);
  if (!member) {
    return fail(ErrorCode::malformed, fmt::format("{}: {}", path_, part),
                "this part is referred to but missing");
  }
  const bool whole = archive_.members()[*member].size <= most;
  Result<std::string_view> bytes = whole ? archive_.read(*member, into.bytes)
                                         : archive_.read_beginning(*member, most, into.bytes);
  if (!bytes) return bytes;
  into.text = xml_as_utf8(*bytes, into.converted);
  return into.text;
}

const Relationships& WordPackage::relationships_of(const std::string& part) {
  const auto known = relationships_.find(part);
  if (known != relationships_.end()) return known->second;
  return relationships_.emplace(part, read_relationships(part)).first->second;
}

Relationships WordPackage::read_relationships(std::string_view part) {
  Relationships out;
  const std::string name = rels_name(part);
  PartText file;
  if (!has(name) || !load(name, file)) return out;
  XmlReader xml(file.text, kPackageDepth);
  if (!xml.next(0)) return out;
  while (xml.next(1)) {
    Relationship entry;
    entry.id = xml.attribute(Namespace::package, "Id").value_or("");
    entry.type = last_step(xml.attribute(Namespace::package, "Type").value_or(""));
    entry.external = xml.raw_attribute(Namespace::package, "TargetMode") == "External";
    const std::string target = xml.attribute(Namespace::package, "Target").value_or("");
    entry.target = entry.external ? target : resolved(folder_of(part), target);
    out.add(std::move(entry));
  }
  out.index();
  return out;
}

std::string WordPackage::content_type(std::string_view part) const {
  std::string by_extension;
  XmlReader xml(content_types_->text, kPackageDepth);
  if (!xml.next(0)) return {};
  while (xml.next(1)) {
    const auto type = [&xml] {
      return xml.attribute(Namespace::package, "ContentType").value_or("");
    };
    if (auto name = xml.attribute(Namespace::package, "PartName")) {
      if (name->starts_with('/')) name->erase(0, 1);
      if (equals_ignoring_case(*name, part)) return type();
    } else if (const auto extension = xml.attribute(Namespace::package, "Extension")) {
      const std::string_view own = part.substr(part.find_last_of('.') + 1);
      if (by_extension.empty() && equals_ignoring_case(*extension, own)) by_extension = type();
    }
  }
  return by_extension;
}

std::vector<std::string> WordPackage::parts_of_word_type() const {
  std::vector<std::string> parts;
  XmlReader xml(content_types_->text, kPackageDepth);
  if (!xml.next(0)) return parts;
  while (xml.next(1)) {
    if (!is_word_type(xml.attribute(Namespace::package, "ContentType").value_or(""))) continue;
    auto name = xml.attribute(Namespace::package, "PartName");
    if (!name) continue;
    if (name->starts_with('/')) name->erase(0, 1);
    parts.push_back(std::move(*name));
  }
  return parts;
}

// Through the package's relationships; where these are missing or lead nowhere, through the
// content types; and at last under its usual name.
Result<void> WordPackage::find_main_part() {
  std::string_view other;
  // True when `candidate` is the main part.
  const auto try_part = [&](const std::string& candidate) {
    if (!has(candidate)) return false;
    const std::string_view kind = other_kind(content_type(candidate));
    if (kind.empty()) main_part_ = candidate;
    if (!kind.empty()) other = kind;
    return kind.empty();
  };
  const Relationship* const root = relationships_of("").find_type("officeDocument");
  if (root != nullptr && try_part(root->target)) return {};
  if (std::ranges::any_of(parts_of_word_type(), try_part)) return {};
  if (try_part("word/document.xml")) return {};
  if (!other.empty()) {
    return fail(ErrorCode::unsupported, path_,
                fmt::format("{}, not a Word document; give it the ending of what it is", other));
  }
  return fail(
      ErrorCode::malformed, path_,
      "a ZIP archive without a Word document in it (no main part); if Word opens it, save it anew, "
      "else name it .zip");
}

}  // namespace rapporteur
