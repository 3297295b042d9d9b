#include <algorithm>

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
        read(id, sentence, *match);
        rest.begin = match->where.end;
      }
    }
  }

 private:
  void read(BlockId id, TextRange sentence, const Match& match) {
    RoadmapEntry common;
    common.status_as_written = words_at(doc_, match.group("verb"));
    common.status = status_in(common.status_as_written, wording_);
    common.date = date_in(doc_.text({match.group("verb").end, sentence.end}));
    common.group = group_of(sentence, match.group("verb"));
    const std::string objects = words_at(doc_, match.group("objects"));
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
      last_end = each.where.end;
      found.push_back(common);
      found.back().number = number_of(each, objects);
      const std::string behind = objects.substr(each.where.end);
      const Capture former = capture(behind, wording_.named("former"));
      if (!former) continue;
      found.back().relation = entries_.relation_of(former.words("note"));
      former_end = each.where.end + former.groups.front().size();
    }
    common.number = matched_group(objects, wording_.named("number-in-text"), "number");
    if (!common.number.empty()) found.push_back(std::move(common));
    if (found.size() == 1) found.front().title = words_at(doc_, match.group("title"));
    for (RoadmapEntry& entry : found) add(std::move(entry), id, sentence);
  }

  // "Y.4961 | ISO/IEC 39961": one text of two bodies.
  static bool is_same_text(std::string_view objects, std::size_t end, std::size_t begin) {
    return end > 0 && begin > end && trim(objects.substr(end, begin - end)) == "|";
  }

  // Who decided: before the verb, or behind "by".
  std::string group_of(TextRange sentence, TextRange verb) const {
    const Wording& meetings = scan_.profile().wording_of("meetings");
    const std::string before = words_at(doc_, {sentence.begin, verb.begin});
    std::string group = matched_group(before, meetings.named("body"), "body");
    if (group.empty()) {
      const std::string by =
          matched_group(words_at(doc_, {verb.end, sentence.end}), wording_.named("by"), "group");
      group = matched_group(by, meetings.named("body"), "body");
    }
    return short_name(group, meetings);
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
