#include "parsers/xml/xml_reader.hpp"

#include <algorithm>
#include <cstring>

#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

constexpr std::array<bool, 256> kEndsName = [] {
  std::array<bool, 256> table{};
  for (const unsigned char c : {' ', '\t', '\r', '\n', '>', '/', '='}) table[c] = true;
  return table;
}();

bool ends_name(char c) { return kEndsName[static_cast<unsigned char>(c)]; }

const char* find(const char* at, const char* end, char wanted) {
  return static_cast<const char*>(std::memchr(at, wanted, static_cast<std::size_t>(end - at)));
}

std::string_view view(const char* begin, const char* end) {
  return {begin, static_cast<std::size_t>(end - begin)};
}

// Behind the next occurrence of `mark`, or null.
const char* behind(const char* at, const char* end, std::string_view mark) {
  const std::size_t found = view(at, end).find(mark);
  return found == std::string_view::npos ? nullptr : at + found + mark.size();
}

// Behind the '>' that ends this tag, or null. A '>' within quotes does not end it.
const char* behind_tag(const char* at, const char* end) {
  for (; at < end && *at != '>'; ++at) {
    if (*at != '"' && *at != '\'') continue;
    at = find(at + 1, end, *at);
    if (at == nullptr) return nullptr;
  }
  return at < end ? at + 1 : nullptr;
}

}  // namespace

XmlReader::XmlReader(std::string_view text, int most_depth)
    : begin_(text.data()),
      at_(text.data()),
      end_(text.data() + text.size()),
      most_depth_(most_depth) {
  short_.fill(Namespace::unknown);
  short_[0] = Namespace::none;
}

bool XmlReader::next(int depth) {
  while (depth_ > depth) skip();
  if (depth_ < depth) return false;
  if (empty_) {
    skip();
    return false;
  }
  while (true) {
    const char* const tag = at_ < end_ ? find(at_, end_, '<') : nullptr;
    if (tag == nullptr || tag + 1 == end_) {
      if (depth_ > 0) damaged(end_);
      at_ = end_;
      return false;
    }
    if (tag[1] == '/') {
      close_tag(tag + 2);
      return false;
    }
    if (tag[1] == '!' || tag[1] == '?') {
      if (!pass_markup(tag + 1)) return false;
    } else if (!open_tag(tag + 1)) {
      return false;
    } else if (depth_ <= most_depth_) {
      return true;
    } else {
      too_deep_ = true;
      skip();
    }
  }
}

bool XmlReader::open_tag(const char* at) {
  const char* const start = at;
  const char* colon = nullptr;
  XmlName local = 0;
  for (; at < end_ && !ends_name(*at); ++at) {
    if (*at == ':') {
      colon = at;
      local = 0;
    } else {
      local = add_to_name(local, *at);
    }
  }
  const char* const name_end = at;
  if (at == start) {
    damaged(start - 1);
    return false;
  }
  ++depth_;
  open_.push_back(view(start, name_end));
  attributes_.clear();
  at = read_attributes(at);
  if (at == nullptr) {
    damaged(start - 1);
    return false;
  }
  at_ = at;
  offset_ = static_cast<std::uint32_t>(start - 1 - begin_);
  space_ = meaning(colon == nullptr ? std::string_view() : view(start, colon));
  name_ = in_namespace(local, space_);
  return true;
}

// From behind the name to behind the '>'; null where the tag does not end.
const char* XmlReader::read_attributes(const char* at) {
  while (at < end_) {
    if (*at == '>') return at + 1;
    if (*at == '/' && at + 1 < end_ && at[1] == '>') {
      empty_ = true;
      return at + 2;
    }
    if (ends_name(*at)) {
      ++at;
      continue;
    }
    const char* const name = at;
    while (at < end_ && !ends_name(*at)) ++at;
    const char* const name_end = at;
    while (at < end_ && is_space(*at)) ++at;
    if (at == end_ || *at != '=') continue;
    ++at;
    while (at < end_ && is_space(*at)) ++at;
    if (at == end_ || (*at != '"' && *at != '\'')) return nullptr;
    const char* const value = at + 1;
    at = find(value, end_, *at);
    if (at == nullptr) return nullptr;
    const Attribute attribute{view(name, name_end), view(value, at)};
    ++at;
    if (attribute.name.starts_with("xmlns")) {
      const bool prefixed = attribute.name.size() > 6 && attribute.name[5] == ':';
      if (prefixed || attribute.name.size() == 5) {
        bind(prefixed ? attribute.name.substr(6) : std::string_view(), attribute.value);
      }
    } else {
      attributes_.push_back(attribute);
    }
  }
  return nullptr;
}

void XmlReader::bind(std::string_view prefix, std::string_view uri) {
  const Namespace space = namespace_of(uri);
  bindings_.push_back({prefix, space, depth_});
  if (prefix.empty()) short_[0] = space;
  if (prefix.size() == 1) short_[static_cast<unsigned char>(prefix[0]) & 127] = space;
}

Namespace XmlReader::meaning(std::string_view prefix) const {
  if (prefix.empty()) return short_[0];
  if (prefix.size() == 1 && static_cast<unsigned char>(prefix[0]) < 128) {
    return short_[static_cast<unsigned char>(prefix[0])];
  }
  for (auto at = bindings_.rbegin(); at != bindings_.rend(); ++at) {
    if (at->prefix == prefix) return at->space;
  }
  return prefix == "xml" ? Namespace::xml : Namespace::unknown;
}

void XmlReader::close_element() {
  --depth_;
  open_.pop_back();
  while (!bindings_.empty() && bindings_.back().depth > depth_) {
    const std::string_view prefix = bindings_.back().prefix;
    bindings_.pop_back();
    if (prefix.size() > 1) continue;
    Namespace outer = prefix.empty() ? Namespace::none : Namespace::unknown;
    for (const Binding& binding : bindings_) {
      if (binding.prefix == prefix) outer = binding.space;
    }
    short_[prefix.empty() ? 0 : static_cast<unsigned char>(prefix[0]) & 127] = outer;
  }
}

bool XmlReader::close_tag(const char* at) {
  const std::string_view name = open_.empty() ? std::string_view() : open_.back();
  if (open_.empty() || !view(at, end_).starts_with(name)) {
    damaged(at - 2);
    return false;
  }
  at += name.size();
  while (at < end_ && is_space(*at)) ++at;
  if (at == end_ || *at != '>') {
    damaged(at);
    return false;
  }
  at_ = at + 1;
  close_element();
  return true;
}

// Comments, processing instructions, CDATA sections and document types.
bool XmlReader::pass_markup(const char* at) {
  const std::string_view rest = view(at, end_);
  if (rest.starts_with("!DOCTYPE")) return pass_doctype(at);
  const char* const after = rest.starts_with("!--")        ? behind(at + 3, end_, "-->")
                            : rest.starts_with("![CDATA[") ? behind(at, end_, "]]>")
                            : rest.starts_with("?")        ? behind(at, end_, "?>")
                                                           : nullptr;
  if (after == nullptr) {
    damaged(at - 1);
    return false;
  }
  at_ = after;
  return true;
}

bool XmlReader::pass_doctype(const char* at) {
  const char* const start = at;
  for (bool inside = false; at != nullptr && at < end_; ++at) {
    if (*at == '>' && !inside) {
      at_ = at + 1;
      return true;
    }
    if (*at == '[') inside = true;
    if (*at == ']') inside = false;
    if (*at == '"' || *at == '\'') at = find(at + 1, end_, *at);
    if (at == nullptr) break;
  }
  damaged(start - 1);
  return false;
}

void XmlReader::skip() {
  if (empty_) {
    empty_ = false;
    close_element();
  } else if (depth_ > 0) {
    pass_subtree();
  }
}

// Counts tags without looking at their names: what is passed over need not be well-formed.
void XmlReader::pass_subtree() {
  std::size_t inside = 1;
  while (true) {
    const char* tag = at_ < end_ ? find(at_, end_, '<') : nullptr;
    if (tag == nullptr || tag + 1 == end_) return damaged(end_);
    if (tag[1] == '!' || tag[1] == '?') {
      if (!pass_markup(tag + 1)) return;
      continue;
    }
    at_ = behind_tag(tag + 1, end_);
    if (at_ == nullptr) return damaged(tag);
    if (tag[1] == '/') {
      if (--inside == 0) return close_element();
    } else if (at_[-2] != '/') {
      ++inside;
    }
  }
}

void XmlReader::damaged(const char* at) {
  if (!damage_) damage_ = static_cast<std::uint32_t>(at - begin_);
  at_ = end_;
  depth_ = 0;
  empty_ = false;
  open_.clear();
  attributes_.clear();
}

std::optional<std::string_view> XmlReader::raw_attribute(Namespace space,
                                                         std::string_view local) const {
  for (const Attribute& attribute : attributes_) {
    if (!attribute.name.ends_with(local)) continue;
    if (attribute.name.size() == local.size()) {
      if (space == Namespace::none || space == space_) return attribute.value;
      continue;
    }
    const std::size_t colon = attribute.name.size() - local.size() - 1;
    if (attribute.name[colon] != ':' || space == Namespace::none) continue;
    if (meaning(attribute.name.substr(0, colon)) == space) return attribute.value;
  }
  return {};
}

std::optional<std::string> XmlReader::attribute(Namespace space, std::string_view local) const {
  const std::optional<std::string_view> raw = raw_attribute(space, local);
  if (!raw) return {};
  return decode_references(*raw);
}

std::string_view XmlReader::local() const {
  const std::string_view whole = open_.empty() ? std::string_view() : open_.back();
  return whole.substr(whole.find(':') + 1);
}

std::string_view XmlReader::content() {
  content_offset_ = static_cast<std::uint32_t>(at_ - begin_);
  if (empty_) {
    skip();
    return {};
  }
  decoded_.clear();
  bool whole = true;  // one piece so far, which can be lent as it stands
  const int here = depth_;
  while (depth_ == here) {
    const char* const tag = at_ < end_ ? find(at_, end_, '<') : nullptr;
    if (tag == nullptr || tag + 1 == end_) {
      damaged(end_);
      break;
    }
    const std::string_view raw = view(at_, tag);
    if (tag[1] == '/') {
      const bool plain = whole && raw.find_first_of("&\r") == std::string_view::npos;
      if (!plain) decode(raw);
      close_tag(tag + 2);
      return plain ? raw : std::string_view(decoded_);
    }
    whole = false;
    decode(raw);
    if (view(tag, end_).starts_with("<![CDATA[")) {
      const char* const inside = tag + 9;
      if (!pass_markup(tag + 1)) break;
      decoded_ += view(inside, at_ - 3);
    } else if (tag[1] == '!' || tag[1] == '?') {
      pass_markup(tag + 1);
    } else if (open_tag(tag + 1)) {
      skip();
    }
  }
  return decoded_;
}

void XmlReader::decode(std::string_view raw) {
  if (raw.find_first_of("&\r") == std::string_view::npos) {
    decoded_ += raw;
  } else {
    decoded_ += decode_references(raw);
  }
}

}  // namespace rapporteur
