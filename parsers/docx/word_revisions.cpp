#include "parsers/docx/word_story.hpp"

namespace rapporteur {
namespace {

std::uint16_t bit(Mark mark) { return static_cast<std::uint16_t>(mark); }

std::uint16_t marks_of(RevisionKind kind) {
  switch (kind) {
    case RevisionKind::inserted:
    case RevisionKind::row_inserted:
    case RevisionKind::cell_inserted:
      return bit(Mark::inserted);
    case RevisionKind::deleted:
    case RevisionKind::row_deleted:
    case RevisionKind::cell_deleted:
      return bit(Mark::deleted);
    case RevisionKind::moved_to:
      return static_cast<std::uint16_t>(bit(Mark::inserted) | bit(Mark::moved));
    case RevisionKind::moved_from:
      return static_cast<std::uint16_t>(bit(Mark::deleted) | bit(Mark::moved));
    default:
      return 0;
  }
}

}  // namespace

// Whether this view leaves out what the change holds.
bool StoryReader::hides(RevisionKind kind) const {
  const bool removes = (marks_of(kind) & bit(Mark::deleted)) != 0;
  const bool adds = (marks_of(kind) & bit(Mark::inserted)) != 0;
  return (removes && context_.view == View::final) || (adds && context_.view == View::original);
}

void StoryReader::read_change(RevisionKind kind, Content content) {
  open_change(kind, read_stamp(xml_), hides(kind));
  read_children(content);
  close_change();
}

void StoryReader::open_change(RevisionKind kind, const ChangeStamp& stamp, bool hide) {
  const std::uint32_t here = builder_.offset();
  Change change;
  change.id = builder_.revision(
      {kind, decode_references(stamp.author), std::string(stamp.date), {here, here}, {}});
  change.hidden = hide;
  if (context_.view == View::marked) change.marks = marks_of(kind);
  if (!changes_.empty()) change.marks |= changes_.back().marks;
  if (hide) ++hidden_;
  changes_.push_back(change);
}

void StoryReader::close_change() {
  Revision& revision = builder_.revision(changes_.back().id);
  if (changes_.back().hidden) {
    --hidden_;
    revision.where = {builder_.offset(), builder_.offset()};
  } else {
    revision.where.end = builder_.offset();
  }
  changes_.pop_back();
}

// Text that this view leaves out is kept with the change that took it away.
void StoryReader::add_removed(std::string_view utf8) {
  for (auto change = changes_.rbegin(); change != changes_.rend(); ++change) {
    if (!change->hidden) continue;
    builder_.revision(change->id).removed += utf8;
    return;
  }
  dropped_text_ = dropped_text_ || utf8.find_first_not_of(" \t\n") != std::string_view::npos;
}

void StoryReader::note_change(RevisionKind kind, const ChangeStamp& stamp, TextRange where) {
  builder_.revision({kind, decode_references(stamp.author), std::string(stamp.date), where, {}});
}

}  // namespace rapporteur
