#include "parsers/docx/word_notes.hpp"

#include <unordered_map>
#include <utility>

#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

// One part, open for reading.
struct OpenStory {
  PartText file;
  StoryReferences references;
};

class OtherStories {
 public:
  OtherStories(StoryReader::Context context, const std::string& main_part)
      : context_(context), main_part_(main_part) {}

  void read() {
    const StoryReferences& wanted = *context_.references;
    for (const std::string& part : wanted.headers) read_whole(part, PartKind::header);
    for (const std::string& part : wanted.footers) read_whole(part, PartKind::footer);
    read_notes("footnotes", PartKind::footnotes);
    read_notes("endnotes", PartKind::endnotes);
    read_comments();
  }

 private:
  // False, with a diagnostic, when the part cannot be read.
  bool open(std::string_view part, OpenStory& story) {
    const Result<std::string_view> text = context_.package->load(part, story.file);
    if (text) return true;
    const bool missing = !context_.package->has(part);
    context_.builder->diagnose(
        missing ? DiagnosticCode::missing_part : DiagnosticCode::damaged_part,
        text.error().where + ": " + text.error().what);
    return false;
  }

  StoryReader::Context context_of(OpenStory& story) const {
    StoryReader::Context context = context_;
    context.references = &story.references;
    return context;
  }

  // What the main part says of its part of this type, or null.
  const Relationship* related(std::string_view type) const {
    return context_.package->relationships_of(main_part_).find_type(type);
  }
  void read_whole(const std::string& part, PartKind kind);
  void read_notes(std::string_view type, PartKind kind);
  void read_note(StoryReader& reader, bool endnotes);
  NoteNumbering numbering_of(const StoryReferences::Note& note) const;
  void number_notes(bool endnotes);
  void keep_marks_alone(bool endnotes);
  void read_comments();
  void read_comment(StoryReader& reader);
  void read_threads();

  struct Mark {
    std::string label;
    std::uint32_t anchor = 0;
  };
  StoryReader::Context context_;
  const std::string& main_part_;
  std::unordered_map<std::string, Mark> marks_;  // of notes, by id
  std::unordered_map<std::string, CommentId>
      by_paragraph_;  // comments, by w14:paraId of their last
};

void OtherStories::read_whole(const std::string& part, PartKind kind) {
  OpenStory story;
  if (!open(part, story)) return;
  context_.builder->begin_part(part, kind);
  StoryReader reader(story.file.text, part, context_of(story));
  if (reader.xml().next(0)) reader.read_blocks();
  reader.finish();
}

NoteNumbering OtherStories::numbering_of(const StoryReferences::Note& note) const {
  const WordSettings& settings = context_.definitions->settings();
  const std::vector<StoryReferences::Section>& sections = context_.references->sections;
  StoryReferences::Section own;
  if (note.section < sections.size()) own = sections[note.section];
  return note.endnote ? own.endnotes.value_or(settings.endnotes)
                      : own.footnotes.value_or(settings.footnotes);
}

// Marks are counted in the order in which the text refers to the notes.
void OtherStories::number_notes(bool endnotes) {
  marks_.clear();
  std::optional<int> count;
  std::size_t section = 0;
  for (const StoryReferences::Note& note : context_.references->notes) {
    if (note.endnote != endnotes) continue;
    const NoteNumbering numbering = numbering_of(note);
    if (!count || (numbering.each_section && note.section != section)) count = numbering.start;
    section = note.section;
    const std::string label =
        note.own_mark ? std::string() : number_words((*count)++, numbering.form);
    marks_.try_emplace(note.id, Mark{label, note.anchor});
  }
}

void OtherStories::read_notes(std::string_view type, PartKind kind) {
  const bool endnotes = kind == PartKind::endnotes;
  number_notes(endnotes);
  const Relationship* const part = related(type);
  OpenStory story;
  if (part != nullptr && !marks_.empty() && open(part->target, story)) {
    context_.builder->begin_part(part->target, kind);
    StoryReader reader(story.file.text, part->target, context_of(story));
    if (reader.xml().next(0)) {
      while (reader.xml().next(1)) read_note(reader, endnotes);
    }
    reader.finish();
  }
  keep_marks_alone(endnotes);
}

// A mark whose note is not in the file is a note without words.
void OtherStories::keep_marks_alone(bool endnotes) {
  for (const StoryReferences::Note& note : context_.references->notes) {
    const auto mark = marks_.find(note.id);
    if (note.endnote != endnotes || mark == marks_.end()) continue;
    const BlockId none = context_.builder->next_block();
    context_.builder->note({mark->second.label, endnotes, mark->second.anchor, {none, none}});
    marks_.erase(mark);
  }
}

void OtherStories::read_note(StoryReader& reader, bool endnotes) {
  const auto mark = marks_.find(std::string(value(reader.xml(), "id")));
  const std::string_view type = value(reader.xml(), "type");
  if (mark == marks_.end() || (!type.empty() && type != "normal")) return;
  Note note;
  note.label = mark->second.label;
  note.endnote = endnotes;
  note.anchor = mark->second.anchor;
  note.blocks.begin = context_.builder->next_block();
  reader.read_blocks();
  note.blocks.end = context_.builder->next_block();
  context_.builder->note(std::move(note));
  marks_.erase(mark);
}

void OtherStories::read_comments() {
  const Relationship* const part = related("comments");
  if (part == nullptr) return;
  OpenStory story;
  if (!open(part->target, story)) return;
  context_.builder->begin_part(part->target, PartKind::comments);
  StoryReader reader(story.file.text, part->target, context_of(story));
  if (reader.xml().next(0)) {
    while (reader.xml().next(1)) {
      if (reader.xml().name() == "w:comment"_xml) read_comment(reader);
    }
  }
  reader.finish();
  read_threads();
}

void OtherStories::read_comment(StoryReader& reader) {
  const XmlReader& xml = reader.xml();
  Comment comment;
  comment.author = xml.attribute(Namespace::word, "author").value_or("");
  comment.initials = xml.attribute(Namespace::word, "initials").value_or("");
  comment.date = value(xml, "date");
  const auto anchor = context_.references->comments.find(value(xml, "id"));
  if (anchor != context_.references->comments.end()) comment.anchor = anchor->second;
  comment.blocks.begin = context_.builder->next_block();
  reader.read_blocks();
  comment.blocks.end = context_.builder->next_block();
  const std::string paragraph = reader.last_paragraph();
  const CommentId id = context_.builder->comment(std::move(comment));
  if (!paragraph.empty()) by_paragraph_.try_emplace(paragraph, id);
}

// word/commentsExtended.xml: which comment answers which, and which are done.
void OtherStories::read_threads() {
  const Relationship* const part = related("commentsExtended");
  OpenStory story;
  if (part == nullptr || !open(part->target, story)) return;
  XmlReader xml(story.file.text, context_.package->limits().xml_depth);
  if (!xml.next(0)) return;
  while (xml.next(1)) {
    const auto said = [&](std::string_view name) {
      return xml.attribute(Namespace::word_2012, name).value_or("");
    };
    const auto comment = by_paragraph_.find(said("paraId"));
    if (comment == by_paragraph_.end()) continue;
    const auto parent = by_paragraph_.find(said("paraIdParent"));
    Comment& entry = context_.builder->comment(comment->second);
    if (parent != by_paragraph_.end() && parent->second != comment->second) {
      entry.reply_to = parent->second;
    }
    entry.resolved = said("done") == "1" || said("done") == "true";
  }
}

}  // namespace

void read_other_stories(StoryReader::Context context, const std::string& main_part) {
  OtherStories(context, main_part).read();
}

}  // namespace rapporteur
