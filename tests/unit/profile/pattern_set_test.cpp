#include "pipeline/profile/pattern_set.hpp"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

namespace rapporteur {
namespace {

// Places among the patterns of those that match, each asked by itself.
std::vector<int> one_by_one(std::string_view text, const std::vector<Expression>& patterns) {
  std::vector<int> found;
  for (std::size_t i = 0; i < patterns.size(); ++i) {
    const re2::StringPiece piece(text.data(), text.size());
    if (re2::RE2::PartialMatch(piece, *patterns[i])) found.push_back(static_cast<int>(i));
  }
  return found;
}

}  // namespace

TEST_CASE("patterns found as one set are those that match alone") {
  std::vector<Expression> patterns;
  for (const char* pattern :
       {"^noted", "^noted|agreed", "(?i)^agreed", "(?i)^(?:noted|agreed)", "^[(|]x|agreed",
        "^[^]|]*\\)$", "^\\(|agreed", "^.{2,12}approved", "approved.{2,12}$", "agreed", "^$", "^",
        "(?:^|; )approved", "[(]agreed", R"(^\p{Lu}\pL+ agreed)", R"((?i)\p{Lu}x)",
        R"([^\pL ]agreed)", R"(\pL{2}: \p{Ll}+$)"}) {
    patterns.emplace_back(pattern);
  }
  const PatternSet& set = shared_set(patterns);
  for (const std::string text : {"noted",
                                 "was noted",
                                 "agreed",
                                 "Agreed",
                                 "it was agreed",
                                 "(agreed)",
                                 "|x",
                                 "(x",
                                 "x (agreed",
                                 "it is approved",
                                 "a text that is much longer is approved",
                                 "approved by all of us now",
                                 "noted; approved",
                                 "",
                                 "a)",
                                 "]",
                                 "Élan agreed",
                                 "élan agreed",
                                 "– agreed",
                                 "ax",
                                 "–x",
                                 "ab: –",
                                 "éà: ça",
                                 "–agreed"}) {
    INFO(text);
    std::vector<int> found;
    const bool any = set.match(text, found);
    CHECK(found == one_by_one(text, patterns));
    CHECK(any == !found.empty());
  }
}

}  // namespace rapporteur
