#include "parsers/xml/xml_reader.hpp"

#include <rapidcheck.h>

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "parsers/xml/xml_scan.hpp"

namespace rapporteur {
namespace {

constexpr std::string_view kWord = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
constexpr int kDepth = 64;

// The value of w:val of each child of the root.
std::vector<std::string> values(const std::string& children, const std::string& declared = "w") {
  const std::string text =
      "<root xmlns:" + declared + "=\"" + std::string(kWord) + "\">" + children + "</root>";
  XmlReader xml(text, kDepth);
  std::vector<std::string> out;
  REQUIRE(xml.next(0));
  while (xml.next(1)) out.push_back(xml.attribute(Namespace::word, "val").value_or("-"));
  CHECK_FALSE(xml.damage());
  return out;
}

using Values = std::vector<std::string>;

}  // namespace

TEST_CASE("a tag ends at the first '>' outside quotes, however they are mixed") {
  CHECK(values(R"(<w:a w:val="1>2"/><w:a w:val='1>2'/>)") == Values{"1>2", "1>2"});
  CHECK(values(R"(<w:a w:val="it's>"/><w:a w:val='"'/>)") == Values{"it's>", "\""});
  CHECK(values(R"(<w:a w:other="a long one, it's more than sixteen bytes > here" w:val="x"/>)") ==
        Values{"x"});
  CHECK(values(R"(<w:a  w:val = "x" ><w:b w:val="no"/>it's "text"</w:a>)") == Values{"x"});
}

TEST_CASE("a namespace may be declared on any element, before or behind what it is used for") {
  const std::string uri(kWord);
  CHECK(values("<q:a q:val=\"x\" other=\"sixteen bytes and more\" xmlns:q=\"" + uri + "\"/>") ==
        Values{"x"});
  CHECK(values("<w:a xmlns:w=\"other\" w:val=\"x\"/><w:a w:val=\"y\"/>") == Values{"-", "y"});
  CHECK(values("<ww:a ww:val=\"x\"/>", "ww") == Values{"x"});
}

TEST_CASE("an end tag must bear the name of the element, whatever the length of either") {
  for (const std::string name : {"a", "w:p", "w:abcde", "w:abcdef", "w:abcdefghijklmnop"}) {
    const std::string good = "<" + name + "><b/></" + name + ">";
    const std::string bad = "<" + name + "><b/></" + name + "x>";
    XmlReader sound(good, kDepth);
    REQUIRE(sound.next(0));
    CHECK_FALSE(sound.next(0));
    CHECK_FALSE(sound.damage());
    XmlReader damaged(bad, kDepth);
    REQUIRE(damaged.next(0));
    while (damaged.next(1)) {
    }
    CHECK(damaged.damage());
  }
}

TEST_CASE("looking at many characters at once finds the end that looking at each does") {
  const bool holds = rc::check([] {
    const auto text = *rc::gen::container<std::string>(
        rc::gen::elementOf(std::string("\"'> x=mlns/abcdefghijklmnop")));
    bool declares = false;
    const char* const end = text.data() + text.size();
    const char* const found = scan::tag_end(text.data(), end, declares);
    RC_ASSERT(found == scan::tag_end(text.data(), end));
  });
  CHECK(holds);
}

}  // namespace rapporteur
