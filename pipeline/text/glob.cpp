#include "pipeline/text/glob.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace rapporteur {
namespace {

// The places of a path that the glob read so far can end at, one flag for each byte and the end.
using Ends = std::vector<bool>;

std::size_t next_character(std::string_view text, std::size_t at) {
  do ++at;
  while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80);
  return at;
}

Ends after_literal(const Ends& ends, std::string_view path, char c) {
  Ends out(ends.size(), false);
  for (std::size_t i = 0; i < path.size(); ++i) out[i + 1] = ends[i] && path[i] == c;
  return out;
}

Ends after_character(const Ends& ends, std::string_view path) {
  Ends out(ends.size(), false);
  for (std::size_t i = 0; i < path.size(); ++i) {
    if (ends[i] && path[i] != '/') out[next_character(path, i)] = true;
  }
  return out;
}

Ends after_star(Ends ends, std::string_view path) {
  for (std::size_t i = 0; i < path.size(); ++i) {
    if (ends[i] && path[i] != '/') ends[i + 1] = true;
  }
  return ends;
}

Ends after_anything(Ends ends) {
  for (std::size_t i = 1; i < ends.size(); ++i) ends[i] = ends[i] || ends[i - 1];
  return ends;
}

// "**/": no folder at all, or any number of whole ones.
Ends after_folders(Ends ends, std::string_view path) {
  bool begun = false;
  for (std::size_t i = 0; i < path.size(); ++i) {
    begun = begun || ends[i];
    if (begun && path[i] == '/') ends[i + 1] = true;
  }
  return ends;
}

}  // namespace

bool matches_glob(std::string_view glob, std::string_view path) {
  if (glob.find('/') == std::string_view::npos) {
    const std::size_t slash = path.rfind('/');
    if (slash != std::string_view::npos) path.remove_prefix(slash + 1);
  }
  if (glob.starts_with("./")) glob.remove_prefix(2);
  const std::string whole = std::string(glob) + (glob.ends_with('/') ? "**" : "");
  glob = whole;
  Ends ends(path.size() + 1, false);
  ends[0] = true;
  while (!glob.empty()) {
    std::size_t used = 1;
    if (glob.starts_with("**/")) {
      used = 3;
      ends = after_folders(std::move(ends), path);
    } else if (glob.starts_with("**")) {
      used = 2;
      ends = after_anything(std::move(ends));
    } else if (glob.front() == '*') {
      ends = after_star(std::move(ends), path);
    } else if (glob.front() == '?') {
      ends = after_character(ends, path);
    } else {
      ends = after_literal(ends, path, glob.front());
    }
    glob.remove_prefix(used);
  }
  return ends.back();
}

}  // namespace rapporteur
