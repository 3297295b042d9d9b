#include "parsers/text/charset.hpp"

#include <unicode/ucsdet.h>

#include <algorithm>
#include <array>
#include <memory>

#include "pipeline/text/fold.hpp"

namespace rapporteur {
namespace {

constexpr std::size_t kSample = std::size_t{64} * 1024;  // enough for ICU; more only costs time
constexpr int kLeastConfidence = 50;                     // ICU, of 100
constexpr const char* kFallback = "windows-1252";

struct Mark {
  std::string_view bytes;
  const char* charset;
};
// The longer marks first: that of UTF-32LE begins with that of UTF-16LE.
constexpr std::array kMarks = {
    Mark{std::string_view("\xFF\xFE\0\0", 4), "UTF-32LE"},
    Mark{std::string_view("\0\0\xFE\xFF", 4), "UTF-32BE"},
    Mark{std::string_view("\xEF\xBB\xBF", 3), "UTF-8"},
    Mark{std::string_view("\xFF\xFE", 2), "UTF-16LE"},
    Mark{std::string_view("\xFE\xFF", 2), "UTF-16BE"},
};

struct Guess {
  std::string charset = kFallback;
  int confidence = 0;
};

Guess detect(std::string_view bytes) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UCharsetDetector, decltype(&ucsdet_close)> detector(ucsdet_open(&status),
                                                                            ucsdet_close);
  const std::string_view sample = bytes.substr(0, kSample);
  ucsdet_setText(detector.get(), sample.data(), static_cast<std::int32_t>(sample.size()), &status);
  const UCharsetMatch* const match = ucsdet_detect(detector.get(), &status);
  if (U_FAILURE(status) || match == nullptr) return {};
  const char* const name = ucsdet_getName(match, &status);
  const int confidence = ucsdet_getConfidence(match, &status);
  if (U_FAILURE(status) || name == nullptr || confidence < kLeastConfidence) return {};
  // What calls itself Latin-1 is windows-1252 everywhere but on paper.
  const bool latin1 = std::string_view(name) == "ISO-8859-1";
  return {latin1 ? kFallback : name, confidence};
}

// Ill-formed and well-formed sequences of more than one byte: a damaged UTF-8 file has few of the
// former, a file in another charset hardly any of the latter.
bool is_damaged_utf8(std::string_view bytes, std::size_t replaced) {
  const auto leads = static_cast<std::size_t>(
      std::ranges::count_if(bytes, [](char c) { return static_cast<unsigned char>(c) >= 0xC2; }));
  return leads >= 4 * replaced + 1;
}

DecodedText convert(std::string_view bytes, std::string charset, std::uint32_t skip,
                    int confidence) {
  DecodedText out;
  out.storage = to_utf8(bytes.substr(skip), charset.c_str());
  out.charset = std::move(charset);
  out.skipped = skip;
  out.confidence = confidence;
  out.converted = true;
  return out;
}

}  // namespace

bool looks_like_utf16(std::string_view bytes) {
  const std::string_view sample = bytes.substr(0, 1024);
  std::array<std::size_t, 2> zeros = {0, 0};
  for (std::size_t i = 0; i < sample.size(); ++i) zeros[i % 2] += sample[i] == '\0' ? 1 : 0;
  const std::size_t half = sample.size() / 2;
  const auto [few, many] = std::minmax(zeros[0], zeros[1]);
  return half >= 8 && many * 4 > half * 3 && few * 20 < half;
}

DecodedText decode_text(std::string_view bytes) {
  DecodedText out;
  for (const Mark& mark : kMarks) {
    if (!bytes.starts_with(mark.bytes)) continue;
    const auto skip = static_cast<std::uint32_t>(mark.bytes.size());
    if (std::string_view(mark.charset) != "UTF-8") return convert(bytes, mark.charset, skip, 100);
    out.skipped = skip;
    break;
  }
  const std::string_view body = bytes.substr(out.skipped);
  out.charset = "UTF-8";
  if (valid_utf8_prefix(body) == body.size()) return out;
  if (looks_like_utf16(body)) {
    const bool little = body.size() > 1 && body[1] == '\0';
    return convert(bytes, little ? "UTF-16LE" : "UTF-16BE", out.skipped, 90);
  }
  std::string repaired = repaired_utf8(body, out.replaced);
  if (out.skipped > 0 || is_damaged_utf8(body, out.replaced)) {
    out.storage = std::move(repaired);
    out.converted = true;
    return out;
  }
  const Guess guess = detect(body);
  return convert(body, guess.charset, 0, guess.confidence);
}

}  // namespace rapporteur
