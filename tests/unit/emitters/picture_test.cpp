#include "emitters/picture/picture.hpp"

#include <catch2/catch.hpp>
#include <cstdint>

namespace rapporteur {
namespace {

std::uint32_t number_at(std::string_view bytes, std::size_t at) {
  std::uint32_t value = 0;
  for (std::size_t i = 4; i > 0; --i) {
    value = value << 8 | static_cast<unsigned char>(bytes[at + i - 1]);
  }
  return value;
}

Picture sample() {
  return {300,
          100,
          "A <picture> & more",
          {PictureText{10, 20, Align::end, "a <b> & \"c\" \u00e9\u4e00\U0001F600"},
           PictureBox{10, 30, 40, 20, "#2e8b57", "done: 1"}, PictureDot{80, 40, 4, "#2e8b57", ""},
           PictureDot{90, 40, 4, "#c0504d", "<x>"}, PictureLine{0, 0, 300, 100}, PictureText{}}};
}

}  // namespace

TEST_CASE("a metafile is a chain of records from its header to its end") {
  const std::string bytes = emf(sample());
  REQUIRE(bytes.size() > 100);
  CHECK(number_at(bytes, 0) == 1);
  CHECK(bytes.substr(40, 4) == " EMF");
  CHECK(number_at(bytes, 48) == bytes.size());
  std::size_t records = 0;
  std::uint32_t last = 0;
  for (std::size_t at = 0; at < bytes.size(); ++records) {
    last = number_at(bytes, at);
    const std::uint32_t size = number_at(bytes, at + 4);
    REQUIRE(size >= 8);
    REQUIRE(size % 4 == 0);
    REQUIRE(at + size <= bytes.size());
    at += size;
  }
  CHECK(last == 14);
  CHECK(number_at(bytes, 52) == records);
  // The metafile, a pen, a font and a brush for each colour.
  CHECK((number_at(bytes, 56) & 0xFFFF) == 5);
}

TEST_CASE("a picture in SVG holds the words of a document as words") {
  const std::string text = svg(sample());
  CHECK(text.find("a &lt;b&gt; &amp; &quot;c&quot;") != std::string::npos);
  CHECK(text.find("<title>&lt;x&gt;</title>") != std::string::npos);
  CHECK(text.find("<title>A &lt;picture&gt; &amp; more</title>") != std::string::npos);
}

TEST_CASE("the address of a picture is base64 that fills its last group") {
  const std::string address = emf_address(sample());
  const std::string digits = address.substr(address.find(',') + 1);
  CHECK(address.starts_with("data:image/x-emf;base64,AQAAA"));
  CHECK(digits.size() % 4 == 0);
}

}  // namespace rapporteur
