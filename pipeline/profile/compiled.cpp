#include "pipeline/profile/compiled.hpp"

#include <re2/filtered_re2.h>

#include <algorithm>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <unordered_map>

#include "pipeline/profile/loose_expression.hpp"
#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

constexpr std::int64_t kMostMemory = std::int64_t{64} << 20;
constexpr int kShortestLiteral = 1;  // bytes
constexpr std::size_t kRare = 5;     // the weight from which on a literal is rare

re2::RE2::Options options() {
  re2::RE2::Options options;
  options.set_log_errors(false);
  options.set_max_mem(kMostMemory);
  return options;
}

constexpr std::size_t kNamed = 64;  // places in a LiteralSet

// How rare a literal is in texts: its length, but signs that few texts have make any of them rare.
std::size_t weight(std::string_view literal) {
  const bool common = std::ranges::all_of(literal, [](char c) {
    return is_alpha(c) || is_digit(c) ||
           std::string_view(" .,-/()").find(c) != std::string_view::npos;
  });
  return common ? std::min(literal.size(), kRare) : kRare;
}

// Whether every match begins with a character beyond ASCII.
bool begins_beyond_ascii(const re2::RE2& expression) {
  std::string least;
  std::string most;
  constexpr int kBytes = 4;
  const bool known = expression.PossibleMatchRange(&least, &most, kBytes);
  return known && !least.empty() && static_cast<unsigned char>(least[0]) >= 0x80;
}

struct PatternHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const {
    return std::hash<std::string_view>()(text);
  }
};

}  // namespace

// What stands for an expression where it finds the same; made much faster than the expression.
struct Expression::Loose {
  explicit Loose(std::string_view exact)
      : stands_for(loosened(exact)), made(stands_for.pattern, options()) {}
  LooseExpression stands_for;
  re2::RE2 made;
};

// A program uses few of the expressions that its profiles hold, and making one costs far more than
// keeping its text.
struct Expression::Shared {
  const std::string* pattern = nullptr;
  std::once_flag once = {};
  std::unique_ptr<re2::FilteredRE2> made = {};
  std::unique_ptr<re2::RE2> broken = {};  // in its place when the pattern is wrong
  std::once_flag loose_once = {};
  std::unique_ptr<Loose> loose = {};
  std::once_flag literals_once = {};
  std::vector<SoughtLiteral> literals = {};
  std::vector<int> places = {};   // of the literals among all that the pattern has
  std::vector<int> assumed = {};  // the others, which are too common to be looked for
  std::mutex answers_mutex = {};
  std::unordered_map<LiteralSet, bool> answers = {};

  void make() {
    made = std::make_unique<re2::FilteredRE2>(kShortestLiteral);
    int id = 0;
    if (made->Add(*pattern, options(), &id) == re2::RE2::NoError) return;
    broken = std::make_unique<re2::RE2>(*pattern, options());
  }
  bool can_match(const std::vector<int>& held) const {
    std::vector<int> able;
    made->AllPotentials(held, &able);
    return !able.empty();
  }
  void find_literals() {
    if (broken) return;
    std::vector<std::string> all;
    made->Compile(&all);
    if (can_match(std::vector<int>())) {
      if (begins_beyond_ascii(made->GetRE2(0))) literals.push_back({Literal("\u0080"), 1});
      return;
    }
    const std::size_t least = weight_needed(all);
    for (std::size_t i = 0; i < all.size(); ++i) {
      const bool common = weight(all[i]) < least;
      (common ? assumed : places).push_back(static_cast<int>(i));
      if (!common) seek(Literal(all[i]), LiteralSet{1} << ((places.size() - 1) % kNamed));
    }
  }
  void seek(Literal&& literal, LiteralSet place) {
    const auto alike = std::ranges::find(literals, literal, &SoughtLiteral::literal);
    if (alike != literals.end()) {
      alike->places |= place;
    } else {
      literals.push_back({std::move(literal), place});
    }
  }
  // The most weight without a literal of which, or more, nothing matches.
  std::size_t weight_needed(const std::vector<std::string>& all) const {
    std::size_t least = kRare;
    for (; least > 1; --least) {
      std::vector<int> lighter;
      for (std::size_t i = 0; i < all.size(); ++i) {
        if (weight(all[i]) < least) lighter.push_back(static_cast<int>(i));
      }
      if (!can_match(lighter)) break;
    }
    return least;
  }
  bool can_match(LiteralSet held) {
    if (places.empty()) return literals.empty() || held != 0;
    // Of more literals than a set can name, one is as good as all.
    if (held == 0 || places.size() > kNamed) return held != 0;
    const std::scoped_lock lock(answers_mutex);
    const auto [answer, fresh] = answers.try_emplace(held);
    if (!fresh) return answer->second;
    std::vector<int> all = assumed;
    for (std::size_t i = 0; i < places.size(); ++i) {
      if ((held >> i & 1U) != 0) all.push_back(places[i]);
    }
    std::ranges::sort(all);
    return answer->second = can_match(all);
  }
};

Expression::Expression(std::string_view pattern) {
  static std::mutex mutex;
  static std::unordered_map<std::string, Shared, PatternHash, std::equal_to<>> known;
  const std::scoped_lock lock(mutex);
  auto found = known.find(pattern);
  if (found == known.end()) {
    found = known.try_emplace(std::string(pattern)).first;
    found->second.pattern = &found->first;
  }
  shared_ = &found->second;
}

const std::string& Expression::pattern() const { return *shared_->pattern; }

const re2::RE2& Expression::operator*() const {
  std::call_once(shared_->once, [this] { shared_->make(); });
  return shared_->broken ? *shared_->broken : shared_->made->GetRE2(0);
}

const Expression::Loose& Expression::loose() const {
  std::call_once(shared_->loose_once,
                 [this] { shared_->loose = std::make_unique<Loose>(pattern()); });
  return *shared_->loose;
}

const re2::RE2& Expression::in(std::string_view text) const {
  const Loose& smaller = loose();
  return smaller.stands_for.finds_the_same_in(text) ? smaller.made : **this;
}

bool Expression::found_in(std::string_view text) const {
  const auto has = [&](const re2::RE2& expression) {
    return expression.Match(text, 0, text.size(), re2::RE2::UNANCHORED, nullptr, 0);
  };
  const Loose& smaller = loose();
  return has(smaller.made) && (smaller.stands_for.finds_the_same_in(text) || has(**this));
}

const std::map<std::string, int>& Expression::named_groups() const {
  return loose().made.NamedCapturingGroups();
}

int Expression::groups() const { return loose().made.NumberOfCapturingGroups(); }

const std::vector<SoughtLiteral>& Expression::literals() const {
  std::call_once(shared_->once, [this] { shared_->make(); });
  std::call_once(shared_->literals_once, [this] { shared_->find_literals(); });
  return shared_->literals;
}

bool Expression::can_match(LiteralSet held) const { return shared_->can_match(held); }

const re2::RE2& compiled(std::string_view pattern) { return *Expression(pattern); }

}  // namespace rapporteur
