#include "parsers/reader.hpp"
#include "parsers/zip/archive.hpp"

namespace rapporteur {

const Reader* sniff(std::string_view bytes, std::string_view path) {
  const Reader* best = nullptr;
  int highest = 0;
  for (const Reader& reader : readers()) {
    const int score = reader.bid(bytes, path).score;
    if (score > highest) {
      highest = score;
      best = &reader;
    }
  }
  return best;
}

Result<Draft> read_document(std::string_view bytes, std::string_view path,
                            const ReadOptions& options) {
  if (bytes.empty())
    return fail(ErrorCode::malformed, std::string(path), "the file is empty; fetch it again");
  const Reader* const reader = sniff(bytes, path);
  if (reader == nullptr && looks_like_zip(bytes)) {
    return fail(
        ErrorCode::unsupported, std::string(path),
        "a ZIP archive, read as a folder by run, check and extract; unpack it to look at one "
        "of its documents");
  }
  if (reader == nullptr) {
    return fail(ErrorCode::unsupported, std::string(path),
                "of no kind that is read; save it as DOCX or plain text to have it read");
  }
  Result<Draft> draft = reader->read(bytes, path, options);
  if (draft) draft->data.path = path;
  return draft;
}

}  // namespace rapporteur
