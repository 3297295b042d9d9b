#include "pipeline/cli/output.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <system_error>

#include "emitters/emitter.hpp"
#include "emitters/gate/findings_text.hpp"
#include "pipeline/base/files.hpp"
#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

// What --format calls them, for people who think of a format and not of a report.
std::string_view id_of(std::string_view report) {
  if (report == "text") return "findings";
  return report == "json" ? "results" : report;
}

tl::unexpected<Error> unknown(std::string_view report, const std::vector<Emitter>& all) {
  std::vector<std::string_view> known;
  for (const Emitter& emitter : all) known.push_back(emitter.id);
  const std::string_view meant = nearest(report, known);
  return fail(ErrorCode::configuration, std::string(report),
              fmt::format("there is no such report{}; known: {}",
                          meant.empty() ? "" : fmt::format(" (did you mean '{}'?)", meant),
                          fmt::join(known, ", ")));
}

}  // namespace

Result<void> check_report(std::string_view report, const std::filesystem::path& templates) {
  const EmitOptions options{templates, ""};
  const Result<std::vector<Emitter>> all = emitters(options);
  if (!all) return tl::unexpected<Error>(all.error());
  if (std::ranges::find(*all, id_of(report), &Emitter::id) == all->end())
    return unknown(report, *all);
  return {};
}

Result<std::string> render(const Results& results, std::string_view report, bool colour,
                           const std::filesystem::path& templates) {
  if (colour && id_of(report) == "findings") return findings_text(results, {.colour = true});
  const EmitOptions options{templates, ""};
  const Result<std::vector<Emitter>> all = emitters(options);
  if (!all) return tl::unexpected<Error>(all.error());
  const auto found = std::ranges::find(*all, id_of(report), &Emitter::id);
  if (found == all->end()) return unknown(report, *all);
  return found->emit(results, options);
}

Result<void> put_out(std::string_view bytes, const std::filesystem::path& path) {
  if (!path.empty()) return write_file(path, bytes);
  const std::size_t put = std::fwrite(bytes.data(), 1, bytes.size(), stdout);
  if ((put == bytes.size() && std::fflush(stdout) == 0) || errno == EPIPE) return {};
  return fail(ErrorCode::io, "standard output",
              "cannot be written: " + std::generic_category().message(errno));
}

}  // namespace rapporteur
