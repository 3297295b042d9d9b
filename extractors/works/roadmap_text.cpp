#include <algorithm>
#include <utility>

#include "extractors/reading/match.hpp"
#include "extractors/reading/occasion.hpp"
#include "extractors/reading/records.hpp"
#include "extractors/works/roadmap_entry.hpp"
#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

constexpr int kFromText = 90;
constexpr int kMostVerbs = 4;  // of one sentence

class SentenceReader {
 public:
  SentenceReader(const DocumentScan& scan, const Wording& wording, const RoadmapEntries& entries,
                 Facts& facts)
      : scan_(scan), doc_(scan.doc()), wording_(wording), entries_(entries), facts_(facts) {}

  void read(BlockId id) {
    for (const TextRange sentence : sentences(doc_, doc_.block(id).text)) {
      if (matches(doc_.text(sentence), wording_.named("not"))) continue;
      TextRange rest = sentence;
      for (int i = 0; i < kMostVerbs && !rest.empty(); ++i) {
        const auto match = find_match(doc_, rest, wording_.named("sentence"));
        if (!match) break;
        const Said said = said_by(sentence, *match);
        read(id, sentence, said);
        rest.begin = said.whole.end;
      }
    }
  }

 private:
  // One verb of a sentence and the texts of which it tells.
  struct Said {
    TextRange whole;
    TextRange verb;
    TextRange objects;
    TextRange title;
    TextRange told;  // what is told with the verb: its date
  };

  Said said_by(TextRange sentence, const Match& match) const {
    const TextRange verb = match.group("verb");
    Said said{
        match.where, verb, match.group("objects"), match.group("title"), {verb.end, sentence.end}};
    if (said.objects.begin < said.verb.begin) return said;
    // "approved X.1 in May and consented X.2 in June": what the next verb tells is not the first's.
    const auto next = find_match(doc_, said.objects, wording_.named("sentence"));
    if (!next || next->group("objects").begin < next->group("verb").begin) return said;
    said.objects.end = said.told.end = said.whole.end = next->group("verb").begin;
    return said;
  }

  // The texts that `objects` names, each with its title and its former name.
  std::vector<RoadmapEntry> texts_in(const std::string& objects, const RoadmapEntry& common) const {
    std::vector<RoadmapEntry> found;
    std::size_t last_end = 0;    // of the number before
    std::size_t former_end = 0;  // of the bracket with the former name of the last one
    for (const Identifier& each : scan_.profile().grammar.scan(objects)) {
      if (!is_deliverable(each) || each.where.begin < former_end) continue;
      if (is_same_text(objects, last_end, each.where.begin)) {
        found.back().number += " | " + each.as_written;
        last_end = each.where.end;
        continue;
      }
      if (!found.empty()) give_title(found.back(), objects, {last_end, each.where.begin});
      last_end = each.where.end;
      found.push_back(common);
      found.back().number = number_of(each, objects);
      const std::string behind = objects.substr(each.where.end);
      const Capture former = capture(behind, wording_.named("former"));
      if (!former) continue;
      found.back().relation = entries_.relation_of(former.words("note"));
      former_end = each.where.end + former.groups.front().size();
    }
    if (!found.empty()) give_title(found.back(), objects, {last_end, objects.size()});
    return found;
  }

  // From what stands between the number and that of the next text.
  void give_title(RoadmapEntry& entry, std::string_view objects,
                  std::pair<std::size_t, std::size_t> behind) const {
    const std::string_view words = objects.substr(behind.first, behind.second - behind.first);
    entry.title = matched_group(words, wording_.named("title-behind"), "title");
  }

  void read(BlockId id, TextRange sentence, const Said& said) {
    RoadmapEntry common;
    common.status_as_written = words_at(doc_, said.verb);
    common.status = status_in(common.status_as_written, wording_);
    common.date = date_in(doc_.text(said.told));
    common.group = group_of(sentence, said.verb);
    const std::string objects = words_at(doc_, said.objects);
    std::vector<RoadmapEntry> found = texts_in(objects, common);
    common.number = matched_group(objects, wording_.named("number-in-text"), "number");
    if (!common.number.empty()) found.push_back(std::move(common));
    if (found.size() == 1 && !said.title.empty()) found.front().title = words_at(doc_, said.title);
    for (RoadmapEntry& entry : found) add(std::move(entry), id, sentence);
  }
  // "Y.4961 | ISO/IEC 39961": one text of two bodies.
  static bool is_same_text(std::string_view objects, std::size_t end, std::size_t begin) {
    return end > 0 && begin > end && trim(objects.substr(end, begin - end)) == "|";
  }

  // Who decided: before the verb, or behind "by".
  std::string group_of(TextRange sentence, TextRange verb) const {
    std::string group = entries_.group_in(words_at(doc_, {sentence.begin, verb.begin}));
    if (!group.empty()) return group;
    const std::string told = words_at(doc_, {verb.end, sentence.end});
    return entries_.group_in(matched_group(told, wording_.named("by"), "group"));
  }

  bool is_deliverable(const Identifier& found) const {
    const std::vector<std::string>& families = wording_.list("deliverables");
    return std::ranges::find(families, found.family) != families.end();
  }

  // "Supplement 38 to X.1231" is one text.
  std::string number_of(const Identifier& found, const std::string& objects) const {
    const std::string_view before = std::string_view(objects).substr(0, found.where.begin);
    const std::string part = matched_group(before, wording_.named("part"), "part");
    return part.empty() ? found.as_written : part + " to " + found.as_written;
  }

  void add(RoadmapEntry entry, BlockId id, TextRange sentence) {
    entries_.complete_from_text(entry, words_at(doc_, sentence));
    for (const Fact& fact : facts_.all()) {
      const RoadmapEntry* known = std::get_if<RoadmapEntry>(&fact.value);
      if (known != nullptr && known->number == entry.number) return;
    }
    facts_.add(std::move(entry), id, sentence, "roadmap-sentence", kFromText,
               "read from running text");
  }

  const DocumentScan& scan_;
  const Document& doc_;
  const Wording& wording_;
  const RoadmapEntries& entries_;
  Facts& facts_;
};

}  // namespace

void read_roadmap_sentences(const DocumentScan& scan, const Wording& wording,
                            const RoadmapEntries& entries, Facts& facts) {
  SentenceReader reader(scan, wording, entries, facts);
  for (std::uint32_t i = 0; i < scan.doc().blocks().size(); ++i) {
    const Block& block = scan.doc().block({i});
    if (block.cell || block.kind == BlockKind::table || block.kind == BlockKind::toc) continue;
    if (block.kind == BlockKind::heading) continue;  // it announces what follows
    if (scan.found({i}, wording.named("trigger"))) reader.read(BlockId{i});
  }
}

}  // namespace rapporteur
