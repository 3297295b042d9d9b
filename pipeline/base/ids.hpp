#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>

namespace rapporteur {

inline constexpr std::uint32_t kNone = 0xFFFFFFFF;

// An index with a type of its own, so that a block cannot be looked up among the cells.
// A default one is none.
template <class Tag>
struct Id {
  std::uint32_t index = kNone;

  explicit operator bool() const { return index != kNone; }
  friend auto operator<=>(const Id&, const Id&) = default;
};

using BlockId = Id<struct BlockTag>;
using CellId = Id<struct CellTag>;
using TableId = Id<struct TableTag>;
using ClauseId = Id<struct ClauseTag>;
using ScopeId = Id<struct ScopeTag>;
using PartId = Id<struct PartTag>;
using StyleId = Id<struct StyleTag>;
using LinkId = Id<struct LinkTag>;
using RevisionId = Id<struct RevisionTag>;
using NoteId = Id<struct NoteTag>;
using CommentId = Id<struct CommentTag>;

// [begin, end) of one kind of id; a default one is empty.
template <class IdType>
struct IdRange {
  IdType begin = {0};
  IdType end = {0};

  bool contains(IdType id) const { return begin.index <= id.index && id.index < end.index; }
  std::size_t size() const { return end.index - begin.index; }
  bool empty() const { return begin == end; }
  friend auto operator<=>(const IdRange&, const IdRange&) = default;
};

using BlockRange = IdRange<BlockId>;

// [begin, end) in bytes of a document's text.
struct TextRange {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  std::size_t size() const { return end - begin; }
  bool empty() const { return begin == end; }
  bool contains(std::uint32_t offset) const { return begin <= offset && offset < end; }
  bool overlaps(TextRange other) const { return begin < other.end && other.begin < end; }
  friend auto operator<=>(const TextRange&, const TextRange&) = default;
};

}  // namespace rapporteur
