#include "parsers/text/plain_text.hpp"

#include "pipeline/model/builder.hpp"
#include "pipeline/text/fold.hpp"
#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

Bid bid(std::string_view bytes, std::string_view) {
  const bool binary = bytes.substr(0, 4096).find('\0') != std::string_view::npos;
  return binary ? Bid{0, "holds zero bytes"} : Bid{20, "no zero bytes"};
}

Result<Draft> read(std::string_view bytes, std::string_view, const ReadOptions& options) {
  std::size_t replaced = 0;
  const std::string text = repaired_utf8(bytes, replaced);
  DocumentBuilder builder("text", options.limits);
  std::vector<std::uint32_t> starts;
  std::uint32_t at = 0;
  for (const std::string_view line : split(text, '\n')) {
    starts.push_back(at);
    if (!trim(line).empty()) {
      builder.begin_block({});
      builder.text(line, {.source = at});
    }
    at += static_cast<std::uint32_t>(line.size() + 1);
  }
  builder.line_starts(std::move(starts));
  return std::move(builder).finish();
}

}  // namespace

Reader text_reader() { return {"text", "plain text", bid, read}; }

}  // namespace rapporteur
