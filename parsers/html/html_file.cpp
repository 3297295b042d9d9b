#include "parsers/html/html_file.hpp"

#include <algorithm>

#include "parsers/html/html_reader.hpp"
#include "parsers/html/mime_parts.hpp"
#include "parsers/text/charset.hpp"
#include "pipeline/model/builder.hpp"
#include "pipeline/text/fold.hpp"
#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

constexpr std::size_t kHead = 4096;
constexpr int kLikely = 60;  // a text may begin so too

Bid bid_html(std::string_view bytes, std::string_view) {
  return begins_like_html(bytes) ? Bid{kLikely, "begins like HTML"} : Bid{};
}

Bid bid_mhtml(std::string_view bytes, std::string_view) {
  return begins_like_mhtml(bytes) ? Bid{kLikely, "a MIME message of related parts"} : Bid{};
}

// "windows-1252" of `<meta … charset=windows-1252">`, or "".
std::string stated_charset(std::string_view html) {
  const std::string head = lower_ascii(html.substr(0, kHead));
  const std::size_t at = head.find("charset=");
  if (at == head.npos) return {};
  std::string_view rest = std::string_view(head).substr(at + 8);
  while (rest.starts_with('"') || rest.starts_with('\'')) rest.remove_prefix(1);
  return std::string(rest.substr(0, rest.find_first_of("\"'; >/")));
}

Result<Draft> read_page(std::string_view html, const char* format, std::string_view path,
                        const ReadOptions& options) {
  DocumentBuilder builder(format, options.limits);
  read_html(html, builder);
  Draft draft = std::move(builder).finish();
  if (trim(draft.data.text).empty()) {
    return fail(ErrorCode::malformed, std::string(path),
                "the web page holds no text; save what a browser shows as DOCX or plain text");
  }
  return draft;
}

Result<Draft> read_html_file(std::string_view bytes, std::string_view path,
                             const ReadOptions& options) {
  return read_page(page_text(bytes), "html", path, options);
}

Result<Draft> read_mhtml_file(std::string_view bytes, std::string_view path,
                              const ReadOptions& options) {
  const std::optional<std::string> page = page_in_message(bytes);
  if (!page) {
    return fail(ErrorCode::malformed, std::string(path),
                "the message holds no web page; save the document as DOCX");
  }
  return read_page(*page, "mhtml", path, options);
}

}  // namespace

bool begins_like_html(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  const std::string head = lower_ascii(trim(bytes.substr(0, kHead)));
  if (head.starts_with("<?xml") && head.find("<html") != head.npos) return true;
  return head.starts_with("<!doctype html") || head.starts_with("<html");
}

bool begins_like_mhtml(std::string_view bytes) {
  const std::string head = lower_ascii(bytes.substr(0, kHead));
  return head.find("mime-version:") != head.npos &&
         head.find("content-type: multipart/related") != head.npos;
}

// Well-formed UTF-8 is UTF-8 whatever the page says of itself.
std::string page_text(std::string_view bytes, std::string charset) {
  const bool unicode = valid_utf8_prefix(bytes) == bytes.size();
  if (charset.empty()) charset = stated_charset(bytes);
  const bool marked = bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF");
  if (!unicode && !marked && !charset.empty() && charset != "utf-8") {
    return to_utf8(bytes, charset.c_str());
  }
  const DecodedText decoded = decode_text(bytes);
  return std::string(decoded.view(bytes));
}

std::optional<std::string> page_in_message(std::string_view bytes) {
  const std::vector<MimePart> parts = mime_parts(bytes);
  const auto page = std::ranges::find(parts, "text/html", &MimePart::type);
  if (page == parts.end()) return {};
  return page_text(decoded_body(*page), page->charset);
}

Reader html_reader() { return {"html", "web page (HTML)", bid_html, read_html_file}; }

Reader mhtml_reader() {
  return {"mhtml", "web page in one file (MHTML)", bid_mhtml, read_mhtml_file};
}

}  // namespace rapporteur
