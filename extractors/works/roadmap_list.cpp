#include "extractors/reading/match.hpp"
#include "extractors/reading/records.hpp"
#include "extractors/works/roadmap_entry.hpp"
#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

constexpr int kFromText = 90;
constexpr std::size_t kPunctuation = 1;  // bytes behind a number that stands alone

// Texts below a heading, or below a sentence that ends with a colon, which tells their status.
class ListReader {
 public:
  ListReader(const DocumentScan& scan, const Wording& wording, const RoadmapEntries& entries,
             Facts& facts)
      : doc_(scan.doc()), wording_(wording), entries_(entries), facts_(facts) {}

  void read(BlockId id) {
    const Block& block = doc_.block(id);
    const std::string_view text = trim(doc_.text(block.text));
    if (text.empty()) return;
    if (block.kind == BlockKind::heading) {
      above_ = lead_of(collapse(text));
      nearest_ = {};
    } else if (text.ends_with(':')) {
      nearest_ = lead_of(collapse(text));
    } else if (!read_item(id)) {
      nearest_ = {};
    }
  }

 private:
  // What the words above a list say of its texts; without a status they say nothing.
  struct Lead {
    std::string status;
    std::string as_written;
    std::string around;
    std::string group;  // who published, approved or consented them
  };

  Lead lead_of(const std::string& words) const {
    if (matches(words, wording_.named("not"))) return {};
    if (matches(words, wording_.named("list-mixed"))) return {};
    const Capture told = capture(words, wording_.named("list-lead"));
    Lead lead = {"", told.words("status"), words, {}};
    if (lead.as_written.empty()) return {};
    const std::size_t verb = words.find(lead.as_written);
    lead.group = entries_.group_in(words.substr(0, verb));
    if (lead.group.empty()) lead.group = entries_.group_in(words.substr(verb));
    const bool is_due = matches(words, wording_.named("not-yet"));
    lead.status = is_due ? std::string() : status_in(lead.as_written, wording_);
    if (lead.status.empty()) lead.status = "draft";
    return lead;
  }

  bool read_item(BlockId id) {
    const Lead& lead = nearest_.status.empty() ? above_ : nearest_;
    if (lead.status.empty()) return false;
    const std::string words = words_at(doc_, doc_.block(id).text);
    if (matches(words, wording_.named("list-not"))) return false;
    const Capture item = capture(words, wording_.named("list-item"));
    if (!item) return false;
    const std::string former = item.words("former");
    const std::string behind = item.words("behind");
    Capture titled = capture(behind, wording_.named("item-title"));
    if (!titled && !former.empty()) {
      titled = capture(behind, wording_.named("item-title-behind-former"));
    }
    if (!titled && behind.size() > kPunctuation) return false;
    // "Y.1, Overview, was approved in May" is a sentence of its own.
    if (matches(words, wording_.named("sentence"))) return false;
    RoadmapEntry entry;
    entry.number = item.words("number");
    entry.title = titled.words("title");
    entry.group = lead.group;
    entry.status = lead.status;
    entry.status_as_written = lead.as_written;
    if (!former.empty()) entry.relation = entries_.relation_of(former);
    give_status_of_its_own(titled.words("rest"), entry);
    entries_.complete_from_text(entry, lead.around);
    facts_.add(std::move(entry), id, trimmed(doc_, doc_.block(id).text), "roadmap-list", kFromText,
               "read from a list");
    return true;
  }

  // "planned for consent in 2027-07", "consented on 3 July 2026", behind the title
  void give_status_of_its_own(const std::string& rest, RoadmapEntry& entry) const {
    entry.date = date_in(rest);
    if (matches(rest, wording_.named("not-yet"))) return;
    const std::string status = status_in(rest, wording_);
    if (status.empty()) return;
    entry.status = status;
    entry.status_as_written.clear();
  }

  const Document& doc_;
  const Wording& wording_;
  const RoadmapEntries& entries_;
  Facts& facts_;
  Lead above_;    // of the clause
  Lead nearest_;  // of the sentence before the list
};

}  // namespace

void read_roadmap_lists(const DocumentScan& scan, const Wording& wording,
                        const RoadmapEntries& entries, Facts& facts) {
  ListReader reader(scan, wording, entries, facts);
  for (std::uint32_t i = 0; i < scan.doc().blocks().size(); ++i) {
    const Block& block = scan.doc().block({i});
    if (block.cell || block.kind == BlockKind::table || block.kind == BlockKind::toc) continue;
    reader.read(BlockId{i});
  }
}

}  // namespace rapporteur
