#include "pipeline/cli/id_in_files.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "pipeline/base/files.hpp"
#include "pipeline/cli/command.hpp"
#include "pipeline/normalise/mentions.hpp"
#include "pipeline/run/configure.hpp"
#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

constexpr std::uint32_t kContext = 60;  // bytes shown on either side

using Json = nlohmann::ordered_json;

std::string_view around(const Document& doc, std::uint32_t begin, std::uint32_t end) {
  const auto size = static_cast<std::uint32_t>(doc.text().size());
  return doc.text({std::min(begin, size), std::min(end, size)});
}

Json json_of(const Identifier& found, const Document& doc) {
  const std::uint32_t before = found.where.begin > kContext ? found.where.begin - kContext : 0;
  return {{"begin", found.where.begin},
          {"length", found.where.size()},
          {"family", found.family},
          {"canonical", found.canonical},
          {"as_written", found.as_written},
          {"inferred", found.inferred},
          {"before", around(doc, before, found.where.begin)},
          {"after", around(doc, found.where.end, found.where.end + kContext)}};
}

void print_text(const std::vector<Identifier>& all, const std::string& path) {
  fmt::print("{}\n", path);
  for (const Identifier& found : all) {
    fmt::print("{:>8} {:>4}  {:<24} {}{}\n", found.where.begin, found.where.size(), found.family,
               found.canonical, found.inferred ? " (group of the document)" : "");
  }
}

struct Read {
  Document doc;
  std::string sha256;
};

Result<Read> read_file_at(const std::filesystem::path& file, const std::vector<Profile>& profiles) {
  const ReadOptions options;
  const Result<std::string> bytes = read_file(file, options.limits.file_bytes);
  if (!bytes) return tl::unexpected<Error>(bytes.error());
  Result<Document> doc = read_one(*bytes, file.string(), profiles, options);
  if (!doc) return tl::unexpected<Error>(doc.error());
  return Read{std::move(*doc), sha256(*bytes)};
}

const Profile& profile_of(const Document& doc, const std::vector<Profile>& profiles) {
  return *std::ranges::find(profiles, doc.identity().profile, &Profile::name);
}

}  // namespace

int print_identifiers(const IdInFiles& wanted) {
  const Result<std::vector<Profile>> profiles =
      load_profiles(ProfileSource(wanted.profiles), wanted.profile);
  if (!profiles) return report_error(profiles.error());
  Json all = Json::array();
  int code = kExitClean;
  heed_interrupts();
  for (const std::filesystem::path& file : wanted.files) {
    const Result<Read> read = read_file_at(file, *profiles);
    if (is_interrupted()) return kExitInterrupted;
    if (!read) {
      report_error(read.error());
      code = kExitUnreadable;
      continue;
    }
    const Document& doc = read->doc;
    const Profile& profile = profile_of(doc, *profiles);
    const std::vector<Identifier> found =
        profile.grammar.scan(doc.text(), context_of(doc, profile));
    if (!wanted.as_json) {
      print_text(found, doc.path());
      continue;
    }
    Json list = Json::array();
    for (const Identifier& one : found) list.push_back(json_of(one, doc));
    all.push_back({{"path", doc.path()},
                   {"sha256", read->sha256},
                   {"profile", profile.name},
                   {"identifiers", std::move(list)}});
  }
  if (wanted.as_json) {
    fmt::print("{}\n", all.dump(1, ' ', false, Json::error_handler_t::replace));
  }
  return code;
}

}  // namespace rapporteur
