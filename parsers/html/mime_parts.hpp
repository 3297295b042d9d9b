#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace rapporteur {

// One part of a MIME message (RFC 2045, 2046).
struct MimePart {
  std::string type;         // "text/html", in lower case
  std::string charset;      // in lower case, "" where it is not said
  std::string encoding;     // "quoted-printable", "base64", in lower case
  std::string_view body{};  // as encoded; of the message
};

// The parts of a multipart message, those of a multipart within it in its place. A message of one
// part is that part.
std::vector<MimePart> mime_parts(std::string_view message);

// The bytes a part encodes. What is damaged is left as it stands.
std::string decoded_body(const MimePart& part);

}  // namespace rapporteur
