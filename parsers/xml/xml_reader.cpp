#include "parsers/xml/xml_reader.hpp"

#include <algorithm>
#include <bit>
#include <cstring>

#include "parsers/xml/xml_scan.hpp"

namespace rapporteur {
namespace {

bool is_blank(char c) { return static_cast<unsigned char>(c) <= ' '; }

std::string_view view(const char* begin, const char* end) {
  return {begin, static_cast<std::size_t>(end - begin)};
}

// Behind the next occurrence of `mark`, or null.
const char* behind(const char* at, const char* end, std::string_view mark) {
  const std::size_t found = view(at, end).find(mark);
  return found == std::string_view::npos ? nullptr : at + found + mark.size();
}

std::uint64_t eight_bytes(const char* at) {
  std::uint64_t bytes = 0;
  std::memcpy(&bytes, at, sizeof bytes);
  return bytes;
}

// Whether the text at `at` begins with this name. Names are short, which decides where eight bytes
// can be read of both.
bool begins_with(const char* at, const char* end, std::string_view name) {
  const std::size_t size = name.size();
  if (std::endian::native != std::endian::little || size - 1 >= 8 || end - at < 8 ||
      end - name.data() < 8) {
    return view(at, end).starts_with(name);
  }
  return (eight_bytes(at) ^ eight_bytes(name.data())) << (64 - 8 * size) == 0;
}

// Behind the colon of "w:tbl"; the whole name where it has none.
const char* behind_prefix(const char* name, const char* end) {
  if (name[1] == ':') return name + 2;
  const char* const colon = scan::first_of(name, end, ':');
  return colon == end ? name : colon + 1;
}

// name_of(), eight bytes at a time where the text goes on that far.
XmlName quick_name(std::string_view local, const char* end) {
  XmlName name = 0;
  while (!local.empty()) {
    std::uint64_t block = 0;
    const std::size_t size = std::min<std::size_t>(local.size(), 8);
    if (std::endian::native == std::endian::little && end - local.data() >= 8) {
      block = eight_bytes(local.data()) & ~std::uint64_t{0} >> (64 - 8 * size);
    } else {
      block = name_block(local);
    }
    name = add_to_name(name, block);
    local.remove_prefix(size);
  }
  return name;
}

}  // namespace

XmlReader::XmlReader(std::string_view text, int most_depth)
    : begin_(text.data()),
      at_(text.data()),
      end_(text.data() + text.size()),
      attributes_(end_),
      tag_end_(end_),
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
    const char* const tag = scan::first_of(at_, end_, '<');
    if (end_ - tag < 2) {
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
  const char* const name_end = scan::name_end(at, end_);
  if (name_end == at || name_end == end_) {
    damaged(at - 1);
    return false;
  }
  ++depth_;
  open_.push_back(view(at, name_end));
  if (!pass_attributes(name_end)) {
    damaged(at - 1);
    return false;
  }
  offset_ = static_cast<std::uint32_t>(at - 1 - begin_);
  const char* const local = behind_prefix(at, name_end);
  space_ = meaning(view(at, local - (local == at ? 0 : 1)));
  name_ = in_namespace(quick_name(view(local, name_end), end_), space_);
  return true;
}

// From behind the name to behind the '>'; false where the tag does not end. Attributes are read
// when they are asked for, since most are not.
bool XmlReader::pass_attributes(const char* at) {
  bool declares = false;
  attributes_ = at;
  at = *at == '>' ? at : scan::tag_end(at, end_, declares);
  if (at == end_) return false;
  empty_ = at[-1] == '/';
  tag_end_ = at;
  at_ = at + 1;
  if (declares) bind_namespaces();
  return true;
}

// The attribute at or behind `at`, which moves behind it; false when there is none left.
bool XmlReader::next_attribute(const char*& at, Attribute& attribute) const {
  // A little beyond the tag, so that short tags too are looked at in one go.
  const char* const limit = tag_end_ + std::min<std::ptrdiff_t>(end_ - tag_end_, 16);
  while (at < tag_end_ && is_blank(*at)) ++at;
  const char* const equals = scan::first_of(at, limit, '=');
  if (equals >= tag_end_) return false;
  const char* name_end = equals;
  while (name_end > at && is_blank(name_end[-1])) --name_end;
  const char* quote = equals + 1;
  while (is_blank(*quote)) ++quote;
  if (*quote != '"' && *quote != '\'') return false;
  const char* const close = scan::first_of(quote + 1, limit, *quote);
  if (close >= tag_end_) return false;
  attribute = {view(at, name_end), view(quote + 1, close)};
  at = close + 1;
  return true;
}

void XmlReader::bind_namespaces() {
  Attribute attribute;
  for (const char* at = attributes_; next_attribute(at, attribute);) {
    if (attribute.name == "xmlns") {
      bind({}, attribute.value);
    } else if (attribute.name.starts_with("xmlns:")) {
      bind(attribute.name.substr(6), attribute.value);
    }
  }
}

void XmlReader::bind(std::string_view prefix, std::string_view uri) {
  const Namespace space = namespace_of(uri);
  bindings_.push_back({prefix, space, depth_});
  ++bindings_changed_;
  if (is_short(prefix)) short_[slot_of(prefix)] = space;
}

Namespace XmlReader::meaning_of_long(std::string_view prefix) const {
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
    ++bindings_changed_;
    if (!is_short(prefix)) continue;
    Namespace outer = prefix.empty() ? Namespace::none : Namespace::unknown;
    for (const Binding& binding : bindings_) {
      if (binding.prefix == prefix) outer = binding.space;
    }
    short_[slot_of(prefix)] = outer;
  }
}

bool XmlReader::close_tag(const char* at) {
  const std::string_view name = open_.empty() ? std::string_view() : open_.back();
  if (open_.empty() || !begins_with(at, end_, name)) {
    damaged(at - 2);
    return false;
  }
  at += name.size();
  while (at < end_ && is_blank(*at)) ++at;
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
  for (bool inside = false; at < end_; ++at) {
    if (*at == '>' && !inside) {
      at_ = at + 1;
      return true;
    }
    if (*at == '[') inside = true;
    if (*at == ']') inside = false;
    if (*at == '"' || *at == '\'') at = scan::first_of(at + 1, end_, *at);
  }
  damaged(start - 1);
  return false;
}

bool XmlReader::repeats(const Passage& earlier) {
  constexpr std::size_t kTail = 16;  // the last value and the end tag
  if (empty_ || attributes_ != tag_end_ || earlier.bindings != bindings_changed_) return false;
  const std::size_t size = earlier.text.size();
  if (static_cast<std::size_t>(end_ - at_) < size) return false;
  // Passages often begin alike and are seldom of one length, so their ends tell more at once.
  if (size >= kTail &&
      eight_bytes(at_ + size - kTail) != eight_bytes(earlier.text.data() + size - kTail)) {
    return false;
  }
  if (!view(at_, end_).starts_with(earlier.text)) return false;
  at_ += earlier.text.size();
  close_element();
  return true;
}

XmlReader::Passage XmlReader::passage_from(const char* begin) const {
  return {view(begin, at_), bindings_changed_};
}

void XmlReader::skip() {
  if (empty_) {
    empty_ = false;
    close_element();
  } else if (depth_ > 0) {
    pass_subtree();
  }
}

XmlReader XmlReader::at_child(std::uint32_t offset) const {
  XmlReader reader = *this;
  reader.empty_ = false;
  reader.at_ = begin_ + offset;
  return reader;
}

// Counts tags without looking at their names: what is passed over need not be well-formed.
void XmlReader::pass_subtree() {
  std::size_t inside = 1;
  while (true) {
    const char* const tag = scan::first_of(at_, end_, '<');
    if (end_ - tag < 2) return damaged(end_);
    if (tag[1] == '!' || tag[1] == '?') {
      if (!pass_markup(tag + 1)) return;
      continue;
    }
    bool declares = false;
    const char* const tag_end = scan::tag_end(tag + 1, end_, declares);
    if (tag_end == end_) return damaged(tag);
    at_ = tag_end + 1;
    if (tag[1] == '/') {
      if (--inside == 0) return close_element();
    } else if (tag_end[-1] != '/') {
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
  attributes_ = tag_end_ = end_;
}

std::optional<std::string_view> XmlReader::raw_attribute(Namespace space,
                                                         std::string_view local) const {
  Attribute attribute;
  for (const char* at = attributes_; next_attribute(at, attribute);) {
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
  const char* const stop = scan::first_of(at_, end_, '<', '&', '\r');
  if (end_ - stop < 2 || *stop != '<' || stop[1] != '/') return mixed_content();
  const std::string_view whole = view(at_, stop);
  close_tag(stop + 2);
  return whole;
}

// Text that cannot be lent as it stands.
std::string_view XmlReader::mixed_content() {
  decoded_.clear();
  const int here = depth_;
  while (depth_ == here) {
    const char* const tag = scan::first_of(at_, end_, '<');
    if (end_ - tag < 2) {
      damaged(end_);
      break;
    }
    append_decoded(view(at_, tag), decoded_);
    if (tag[1] == '/') {
      close_tag(tag + 2);
    } else if (view(tag, end_).starts_with("<![CDATA[")) {
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

}  // namespace rapporteur
