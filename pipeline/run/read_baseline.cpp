#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <nlohmann/json.hpp>

#include "pipeline/run/baseline.hpp"
#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

using Json = nlohmann::json;

// Reads bytes for the parser and counts them outside of it, because the parser's events do not say
// where they happened.
class CountingIterator {
 public:
  using iterator_category = std::input_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = const char&;

  CountingIterator(const char* at, const char** furthest) : at_(at), furthest_(furthest) {}
  reference operator*() const { return *at_; }
  CountingIterator& operator++() {
    *furthest_ = ++at_;
    return *this;
  }
  CountingIterator operator++(int) {
    const CountingIterator before = *this;
    ++*this;
    return before;
  }
  bool operator==(const CountingIterator& other) const { return at_ == other.at_; }

 private:
  const char* at_;
  const char** furthest_;
};

constexpr std::array<std::string_view, 2> kRootKeys = {"schema_version", "findings"};
constexpr std::array<std::string_view, 4> kEntryKeys = {"fingerprint", "rule", "document", "quote"};

// The events of the parser become entries; what does not belong there ends the reading.
class BaselineReader : public nlohmann::json_sax<Json> {
 public:
  BaselineReader(std::string_view json, std::string where)
      : json_(json), where_(std::move(where)) {}

  Result<Baseline> read() {
    const char* const begin = json_.data();
    furthest_ = begin;
    Json::sax_parse(CountingIterator(begin, &furthest_),
                    CountingIterator(begin + json_.size(), &furthest_), this);
    if (what_.empty() && !saw_findings_) what_ = "the key 'findings' is missing";
    if (!what_.empty()) return fail(ErrorCode::configuration, place(), what_);
    return std::move(entries_);
  }

  bool null() override { return refuse("null does not belong here"); }
  bool boolean(bool) override { return refuse("true and false do not belong here"); }
  bool number_integer(number_integer_t) override { return refuse_number(); }
  bool number_float(number_float_t, const string_t&) override { return refuse_number(); }
  bool binary(binary_t&) override { return refuse("bytes do not belong here"); }
  bool number_unsigned(number_unsigned_t value) override {
    if (depth_ != 1 || key_ != "schema_version") return refuse_number();
    if (value == 1) return true;
    return refuse(fmt::format("schema version {}; this program reads 1", value));
  }
  bool string(string_t& value) override {
    if (depth_ != 3) return refuse("a text does not belong here");
    *member(entries_.back(), key_) = std::move(value);
    return true;
  }
  bool key(string_t& name) override {
    key_ = name;
    return depth_ == 1 ? check_key(name, kRootKeys) : check_key(name, kEntryKeys);
  }
  bool start_object(std::size_t) override {
    if (depth_ != 0 && depth_ != 2) return refuse("an object does not belong here");
    if (++depth_ == 3) entries_.emplace_back();
    return true;
  }
  bool end_object() override {
    if (depth_-- == 3 && entries_.back().fingerprint.empty()) {
      return refuse("the key 'fingerprint' is missing");
    }
    return true;
  }
  bool start_array(std::size_t) override {
    if (depth_ != 1 || key_ != "findings") return refuse("a list does not belong here");
    saw_findings_ = true;
    ++depth_;
    return true;
  }
  bool end_array() override {
    --depth_;
    return true;
  }
  bool parse_error(std::size_t byte, const std::string& token,
                   const nlohmann::detail::exception&) override {
    const bool ended = furthest_ == json_.data() + json_.size() && byte > json_.size();
    return refuse(ended ? "not JSON: it ends too early"
                        : fmt::format("not JSON at '{}'", collapse(token)));
  }

 private:
  bool refuse(std::string what) {
    what_ = std::move(what);
    return false;
  }
  bool refuse_number() { return refuse("a number does not belong here"); }

  template <std::size_t n>
  bool check_key(std::string_view name, const std::array<std::string_view, n>& known) {
    if (std::ranges::find(known, name) != known.end()) return true;
    // Back from the closing quote of the key to the opening one.
    const auto closing = static_cast<std::size_t>(furthest_ - json_.data()) - 1;
    furthest_ = json_.data() + json_.rfind('"', closing - 1) + 1;
    const std::string_view meant = nearest(name, {known.begin(), known.end()});
    return refuse(fmt::format("unknown key '{}'{}", name,
                              meant.empty() ? fmt::format("; known: {}", fmt::join(known, ", "))
                                            : fmt::format("; did you mean '{}'?", meant)));
  }

  static std::string* member(BaselineEntry& entry, std::string_view name) {
    if (name == "fingerprint") return &entry.fingerprint;
    if (name == "rule") return &entry.rule;
    return name == "document" ? &entry.document : &entry.quote;
  }

  // The last byte that was read, counting lines and columns from 1.
  std::string place() const {
    const auto bytes = static_cast<std::size_t>(furthest_ - json_.data());
    const std::string_view read = json_.substr(0, bytes == 0 ? 0 : bytes - 1);
    const auto line = std::ranges::count(read, '\n') + 1;
    const std::size_t start = read.rfind('\n') + 1;  // npos + 1 is 0
    return fmt::format("{}:{}:{}", where_, line, read.size() - start + 1);
  }

  std::string_view json_;
  std::string where_;
  const char* furthest_ = nullptr;
  Baseline entries_;
  std::string key_;
  std::string what_;
  int depth_ = 0;  // 1 the file, 2 its list of findings, 3 a finding
  bool saw_findings_ = false;
};

}  // namespace

Result<Baseline> parse_baseline(std::string_view json, const std::string& where) {
  return BaselineReader(json, where).read();
}

}  // namespace rapporteur
