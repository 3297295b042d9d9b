#pragma once

#include <bit>
#include <cstddef>
#include <cstring>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

// Finding the next of a few characters: the innermost loops of reading XML.
namespace rapporteur::scan {

// As many characters as the processor compares at once. A comparison gives a Hits, which tells for
// each of them whether it held; first() is the number of the first one, kCount when there is none.
#ifdef __SSE2__
constexpr int kCount = 16;

class Hits {
 public:
  explicit Hits(__m128i bytes) : bytes_(bytes) {}
  Hits operator|(Hits other) const { return Hits(_mm_or_si128(bytes_, other.bytes_)); }
  unsigned bits() const { return static_cast<unsigned>(_mm_movemask_epi8(bytes_)); }
  int first() const { return std::countr_zero(bits() | 1U << kCount); }

 private:
  __m128i bytes_;
};

class Characters {
 public:
  explicit Characters(const char* at)
      : bytes_(_mm_loadu_si128(reinterpret_cast<const __m128i*>(at))) {}
  Hits are(char c) const { return Hits(_mm_cmpeq_epi8(bytes_, _mm_set1_epi8(c))); }
  // White space and other control characters.
  Hits are_blank() const {
    return Hits(_mm_cmpeq_epi8(_mm_min_epu8(bytes_, _mm_set1_epi8(' ')), bytes_));
  }

 private:
  __m128i bytes_;
};
#else
constexpr int kCount = 1;

class Hits {
 public:
  explicit Hits(bool hit) : hit_(hit) {}
  Hits operator|(Hits other) const { return Hits(hit_ || other.hit_); }
  unsigned bits() const { return hit_ ? 1 : 0; }
  int first() const { return hit_ ? 0 : kCount; }

 private:
  bool hit_;
};

class Characters {
 public:
  explicit Characters(const char* at) : one_(*at) {}
  Hits are(char c) const { return Hits(one_ == c); }
  Hits are_blank() const { return Hits(static_cast<unsigned char>(one_) <= ' '); }

 private:
  char one_;
};
#endif

// The first place at which `test` holds, or `end`. `test` takes Characters and gives Hits; `alone`
// is the same test of one character, for the last few.
template <class Test, class Alone>
const char* first(const char* at, const char* end, Test test, Alone alone) {
  for (; end - at >= kCount; at += kCount) {
    const int hit = test(Characters(at)).first();
    if (hit < kCount) return at + hit;
  }
  while (at < end && !alone(*at)) ++at;
  return at;
}

inline const char* first_of(const char* at, const char* end, char a) {
  return first(
      at, end, [=](Characters s) { return s.are(a); }, [=](char s) { return s == a; });
}

inline const char* first_of(const char* at, const char* end, char a, char b, char c) {
  return first(
      at, end, [=](Characters s) { return s.are(a) | s.are(b) | s.are(c); },
      [=](char s) { return s == a || s == b || s == c; });
}

// The end of a name in a tag: white space, '/' or '>'.
inline const char* name_end(const char* at, const char* end) {
  return first(
      at, end, [](Characters s) { return s.are_blank() | s.are('/') | s.are('>'); },
      [](char s) { return static_cast<unsigned char>(s) <= ' ' || s == '/' || s == '>'; });
}

// Of each bit: whether the number of bits set up to it is odd.
inline unsigned odd_so_far(unsigned bits) {
  for (int shift = 1; shift < kCount; shift *= 2) bits ^= bits << shift;
  return bits & ((1U << kCount) - 1);
}

// The '>' that ends a tag, or `end`; one within quotes does not.
inline const char* tag_end(const char* at, const char* end) {
  char quote = '\0';  // the one that is open
  while (at < end && (quote != '\0' || *at != '>')) {
    if (quote == '\0' && (*at == '"' || *at == '\'')) {
      quote = *at;
    } else if (quote == *at) {
      quote = '\0';
    }
    ++at;
  }
  return at;
}

// The same, many characters at once as long as no apostrophe may be a quote. `declares` becomes
// true where the tag may have an attribute that begins with "xmlns".
inline const char* tag_end(const char* const begin, const char* const end, bool& declares) {
  unsigned open = 0;  // all bits, where a quoted value goes on from the characters before
  for (const char* at = begin; end - at >= kCount; at += kCount) {
    const Characters here(at);
    const unsigned quoted = odd_so_far(here.are('"').bits()) ^ open;
    const int found = std::countr_zero((here.are('>').bits() & ~quoted) | 1U << kCount);
    const unsigned before = (1U << found) - 1;
    if ((here.are('\'').bits() & before) != 0) break;
    for (unsigned x = here.are('x').bits() & before & ~quoted; x != 0; x &= x - 1) {
      const char* const name = at + std::countr_zero(x);
      declares = declares || (end - name > 5 && std::memcmp(name, "xmlns", 5) == 0);
    }
    if (found < kCount) return at + found;
    open = (quoted >> (kCount - 1)) != 0 ? (1U << kCount) - 1 : 0;
  }
  declares = true;
  return tag_end(begin, end);
}

}  // namespace rapporteur::scan
