#include <algorithm>

#include "extractors/decisions/decision_lists.hpp"
#include "extractors/decisions/decision_matter.hpp"
#include "extractors/decisions/decision_reading.hpp"
#include "extractors/decisions/resolution_reader.hpp"
#include "extractors/reading/clause_lines.hpp"
#include "extractors/reading/grid.hpp"
#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

constexpr int kFromSentence = 90;
constexpr int kFromLabel = 95;
constexpr int kFromQuotation = 60;

// "Y.ex, Examples (TD 12);" -> "Y.ex, Examples (TD 12)"
std::string without_list_end(std::string item) {
  while (item.ends_with(';') || item.ends_with('.')) item.pop_back();
  return item;
}

class DecisionReader {
 public:
  DecisionReader(const DocumentScan& scan, const Wording& wording, Facts& facts)
      : scan_(scan),
        doc_(scan.doc()),
        wording_(wording),
        facts_(facts),
        labels_(wording.named("label")),
        inner_labels_(wording.named("inner-label")),
        document_lines_(wording.named("document-line")),
        outcome_lines_(wording.named("outcome-line")),
        matter_lines_(wording.named("matter-line")),
        disposition_lines_(wording.named("disposition-line")),
        list_dispositions_(wording.named("list-disposition")),
        trigger_(wording.named("trigger")),
        sentences_(wording, scan.profile().organizations),
        lists_(scan, wording),
        resolutions_(doc_, wording, sentences_, lists_),
        is_text_(is_kind("texts")),
        quotes_(is_kind("quoting")),
        about_(scan.doc(), wording) {}

  void read() {
    for (BlockId id{0}; id.index < doc_.blocks().size(); ++id.index) {
      const Block& block = doc_.block(id);
      if (block.kind == BlockKind::table) about_.come_to(doc_.table(block.table));
      if (block.kind == BlockKind::table || block.kind == BlockKind::toc) continue;
      if (block.kind == BlockKind::heading && !decides(id)) {
        about_.come_to_heading(id);
        resolutions_.close();
        continue;
      }
      if (block.cell && !is_boxed(doc_, block)) continue;
      id = read_block(id);
    }
  }

  const std::vector<BlockId>& tables_read() const { return tables_read_; }

 private:
  bool is_kind(std::string_view list) const {
    const std::vector<std::string>& kinds = wording_.list(list);
    return std::ranges::find(kinds, doc_.identity().kind) != kinds.end();
  }

  // A short line on a document, or the title of a resolution, may look like a heading; so may
  // "Conclusion: noted" and "Decision: merge the two texts".
  bool decides(BlockId id) const {
    if (scan_.found(id, outcome_lines_) || scan_.found(id, document_lines_)) return true;
    const Match* const label = scan_.match(id, labels_);
    if (label == nullptr || label->has("resolution")) return label != nullptr;
    if (!label->group("rest").empty()) return label->has("decision") || !label->has("disposition");
    // "Agreement" above what was agreed, and not above further headings; so ends no contribution.
    const BlockId next{id.index + 1};
    const bool agreed = !label->has("disposition") && !label->has("proposed");
    return agreed && !label->has("conclusion") && next.index < doc_.blocks().size() &&
           doc_.block(next).kind != BlockKind::heading && !doc_.block(next).cell;
  }

  // Returns the last block that was read.
  BlockId read_block(BlockId id) {
    const TextRange words = trimmed(doc_, doc_.block(id).text);
    if (words.empty()) return id;
    if (const Match* line = scan_.match(id, outcome_lines_)) return read_outcome(id, *line);
    if (const Match* line = scan_.match(id, document_lines_)) {
      about_.come_to(
          {words_at(doc_, line->group("document")), words_at(doc_, without_rest(*line))});
      return read_sentences(id, line->group("rest"));
    }
    if (scan_.found(id, matter_lines_)) {
      about_.come_to({"", words_at(doc_, words)});
      return id;
    }
    if (about_.come_to_line(words)) return id;
    if (heads_documents(scan_, id, list_dispositions_, document_lines_)) return id;
    if (read_disposition(id)) return id;
    if (const Match* label = scan_.match(id, labels_)) return read_label(id, *label);
    if (read_resolved(id, words)) return read_opened_list(id, words);
    const TextRange own = after_clause_number(doc_, words);
    const bool opens = doc_.text(own).ends_with(':');
    const BlockId last = opens ? read_opened_list(id, own) : id;
    if (last.index == id.index && !scan_.found(id, trigger_)) return id;
    return last.index == id.index ? read_sentences(id, own) : last;
  }

  // The last item of a list of decisions that a sentence opens, or `id` where there is none.
  BlockId read_opened_list(BlockId id, TextRange words) {
    BlockId last = id;
    for (OpenedDecision& each : opened_list(doc_, wording_, id, words)) {
      last = each.block;
      add(std::move(each.reading), last, kFromSentence, "an item of the list that it opens");
    }
    return last;
  }

  static TextRange without_rest(const Match& line) {
    const TextRange rest = line.group("rest");
    return {line.where.begin, rest.empty() ? line.where.end : rest.begin};
  }

  // "TD 12 Counters: noted. The reply was approved."
  BlockId read_outcome(BlockId id, const Match& line) {
    DecisionReading reading{{}, without_rest(line), "outcome-line"};
    const TextRange document = line.group("document");
    const TextRange title = line.group("title");
    reading.decision.verb = sentences_.disposition(doc_.text(line.group("outcome")));
    reading.decision.subject =
        words_at(doc_, {document.begin, title.empty() ? document.end : title.end});
    about_.done();
    add(std::move(reading), id, kFromLabel, "the line says what became of the document");
    const TextRange rest = line.group("rest");
    return rest.empty() ? id : read_sentences(id, rest);
  }

  // "Revised to TD 12." under a document in a report that goes through documents.
  bool read_disposition(BlockId id) {
    if (about_.empty()) return false;
    const Match* const line = scan_.match(id, disposition_lines_);
    if (line == nullptr) return false;
    DecisionReading reading{{}, line->where, "disposition-line"};
    reading.decision.verb = sentences_.own_disposition(doc_, line->where);
    if (reading.decision.verb.empty()) return false;
    about_.give(reading.decision);
    // "Proposal 1 is not pursued.": a part of the document.
    const TextRange part = line->group("what");
    if (!part.empty()) reading.decision.subject = words_at(doc_, part);
    add(std::move(reading), id, kFromLabel, "the document is the one named last");
    if (auto revision = sentences_.read_revision(doc_, line->where)) {
      add(std::move(*revision), id, kFromLabel, "what became of the document it was revised to");
    }
    return true;
  }

  BlockId read_sentences(BlockId id, TextRange words) {
    const Matter above = about_.now();
    if (const auto lead = find_match(doc_, words, wording_.named("document-lead"))) {
      about_.come_to(*lead);
      words.begin = lead->where.end;
    }
    const BlockId last = read_each(id, sentences(doc_, words));
    about_.come_to(above);
    return last;
  }

  BlockId read_each(BlockId id, const std::vector<TextRange>& all) {
    for (TextRange sentence : all) {
      // A label may stand in the middle of a paragraph.
      if (const auto label = find_match(doc_, sentence, inner_labels_)) {
        sentence.begin = label->group("rest").begin;
      }
      if (read_inner_disposition(id, sentence)) continue;
      const auto shown = find_match(doc_, sentence, wording_.named("document-presented"));
      if (is_text_ && !matches(doc_.text(sentence), wording_.named("own-approval"))) continue;
      for (DecisionReading& reading : sentences_.read_all(doc_, sentence)) {
        about_.refer(reading);
        const bool at_end = sentence.end == all.back().end;
        const std::string_view told = doc_.text(reading.where);
        const bool each = at_end && matches(told, wording_.named("announces"));
        const bool table = at_end && matches(told, wording_.named("announces-table"));
        const bool goes_on = at_end && matches(told, wording_.named("goes-on"));
        if ((goes_on || each || table) && announces_rows(id, reading)) return id;
        if (each) {
          if (const BlockId last = add_each(id, reading); last != id) return last;
        }
        const BlockId last = goes_on ? collect(id, reading) : id;
        if (matches(reading.decision.subject, wording_.named("bare-subject"))) continue;
        add(std::move(reading), id, kFromSentence, "read from running text");
        if (last != id) return last;
      }
      if (shown) about_.come_to(*shown);
    }
    return id;
  }

  // "… Decision: Postponed." in a paragraph on a document.
  bool read_inner_disposition(BlockId id, TextRange words) {
    if (about_.empty() || !matches(doc_.text(words), disposition_lines_)) return false;
    DecisionReading reading{{}, words, "inner-label"};
    reading.decision.verb = sentences_.disposition(doc_.text(words));
    if (reading.decision.verb.empty()) return false;
    about_.give(reading.decision);
    add(std::move(reading), id, kFromLabel, "labelled");
    return true;
  }

  // "The group approved the following texts:" above a table that lists them.
  bool announces_rows(BlockId id, const DecisionReading& reading) {
    for (BlockId next{id.index + 1}; next.index < doc_.blocks().size(); ++next.index) {
      const Block& block = doc_.block(next);
      if (block.kind == BlockKind::table) {
        const bool read = read_announced_table(scan_, doc_.table(block.table), wording_,
                                               reading.decision, facts_);
        if (read) tables_read_.push_back(next);
        return read;
      }
      if (!trim(doc_.text(next)).empty() && block.kind != BlockKind::caption) return false;
    }
    return false;
  }

  BlockId read_label(BlockId id, const Match& label) {
    if (label.has("proposed")) return id;
    if (label.has("resolution")) return read_resolution(id, label);
    const TextRange rest = trimmed(doc_, label.group("rest"));
    if (rest.empty()) return read_under_label(id, label);
    const std::vector<TextRange> parts = sentences(doc_, rest);
    if (label.has("conclusion") && read_conclusion(id, parts)) return id;
    const auto sentence = sentences_.read(doc_, parts.front());
    // "Decision 5: The Plenary approved the text."
    if (sentence && (!label.has("disposition") || !sentence->decision.body.empty())) {
      DecisionReading reading = *sentence;
      about_.refer(reading);
      add(std::move(reading), id, kFromLabel, "labelled");
      return id;
    }
    if (label.has("disposition") && read_dispositions(id, label, parts)) return id;
    DecisionReading reading{{}, rest, label.pattern->name};
    reading.decision.verb = sentences_.verb_of(label, doc_.text(rest), !about_.empty());
    reading.decision.subject = words_at(doc_, rest);
    if (reading.decision.verb.empty()) return id;
    const bool own = label.has("own") && sentences_.is_on_its_own(doc_.text(parts.front()));
    if (label.has("disposition") && !own) about_.give_disposed(reading.decision, parts.front());
    // "Result: approved", of the document itself.
    const auto line = find_match(doc_, rest, disposition_lines_);
    const bool alone = about_.empty() && line && !line->has("what");
    // A conclusion in a report is on what was discussed, which it may not name.
    if (alone && label.has("conclusion")) return id;
    if (alone && tells_several_outcomes(scan_, labels_, disposition_lines_)) return id;
    if (alone && !doc_.identity().title.empty()) reading.decision.subject = doc_.identity().title;
    const BlockId last = doc_.text(rest).ends_with(':') ? collect(id, reading) : id;
    add(std::move(reading), id, kFromLabel, "labelled");
    return last;
  }

  // "Conclusion: noted" under a document says what became of it, and what follows of others.
  bool read_conclusion(BlockId id, const std::vector<TextRange>& parts) {
    if (!about_.is_document()) return false;
    const TextRange first = parts.front();
    const auto line = find_match(doc_, first, disposition_lines_);
    if (!line || line->has("what")) return false;
    DecisionReading reading{{}, first, "label"};
    reading.decision.verb = sentences_.disposition(doc_.text(line->where));
    if (reading.decision.verb.empty()) return false;
    about_.give_disposed(reading.decision, first);
    add(std::move(reading), id, kFromLabel, "labelled");
    read_each(id, {parts.begin() + 1, parts.end()});
    return true;
  }

  // "Decision: The document is noted. Continue offline.": two decisions. False when no two of the
  // sentences say what became of the document, each in another way.
  bool read_dispositions(BlockId id, const Match& label, const std::vector<TextRange>& parts) {
    std::vector<DecisionReading> all;
    for (const TextRange part : parts) {
      // What stands behind the label is one passage, and the evidence of both.
      DecisionReading reading{{}, label.group("rest"), label.pattern->name};
      reading.decision.verb = sentences_.disposition(doc_.text(part));
      const auto same = [&](const DecisionReading& each) {
        return each.decision.verb == reading.decision.verb;
      };
      if (reading.decision.verb.empty() || std::ranges::any_of(all, same)) continue;
      reading.decision.subject = words_at(doc_, part);
      about_.give_disposed(reading.decision, part);
      all.push_back(std::move(reading));
    }
    if (all.size() < 2) return false;
    for (DecisionReading& each : all) add(std::move(each), id, kFromLabel, "labelled");
    return true;
  }

  // The first decision is evident from the number of the resolution on.
  BlockId read_resolution(BlockId id, const Match& label) {
    BlockId last = id;
    for (OpenedDecision& each : resolutions_.open(id, label, !about_.empty())) {
      last = each.block;
      const bool first = each.reading.where.begin == label.where.begin;
      add(std::move(each.reading), first ? id : last, kFromLabel, "labelled");
    }
    return last == id ? id : read_opened_list(last, trimmed(doc_, doc_.block(last).text));
  }

  bool read_resolved(BlockId id, TextRange words) {
    std::vector<OpenedDecision> all = resolutions_.go_on(id, words);
    for (OpenedDecision& each : all) add(std::move(each.reading), id, kFromLabel, "labelled");
    return !all.empty();
  }

  BlockId read_under_label(BlockId id, const Match& label) {
    DecisionReading reading{{}, label.where, label.pattern->name};
    reading.decision.verb = sentences_.verb_of(label, "", !about_.empty());
    const BlockId last = collect(id, reading);
    sentences_.take_back(reading.decision);
    if (!reading.decision.subject.empty() && !reading.decision.verb.empty()) {
      add(std::move(reading), id, kFromLabel, "labelled");
    }
    return last;
  }

  BlockId collect(BlockId from, DecisionReading& reading) const {
    std::string& subject = reading.decision.subject;
    const bool sentence = !subject.empty();
    BlockId last = from;
    for (const DecisionLine& line : lists_.below(from, subject.empty(), !about_.empty())) {
      if (sentence && lists_.is_in_columns(line.block)) break;
      subject += (subject.empty() ? "" : " / ") + words_at(doc_, line.words);
      reading.where.end = line.words.end;
      last = line.block;
    }
    return last;
  }

  // Each text that a list below names was decided on; the last block of the list.
  BlockId add_each(BlockId from, const DecisionReading& reading) {
    BlockId last = from;
    for (const DecisionLine& line : lists_.below(from, false, !about_.empty())) {
      // The cells of a table name no text each.
      const Block& item = doc_.block(line.block);
      if (item.cell && !is_boxed(doc_, item)) break;
      DecisionReading each = reading;
      each.decision.subject = without_list_end(words_at(doc_, line.words));
      each.where = line.words;
      add(std::move(each), line.block, kFromSentence, "the list names what was decided on");
      last = line.block;
    }
    return last;
  }

  void add(DecisionReading reading, BlockId id, int confidence, std::string reason) {
    if (quotes_) {
      confidence = std::min(confidence, kFromQuotation);
      reason = "told in a document that decides nothing itself";
    }
    facts_.add(std::move(reading.decision), id, reading.where, std::move(reading.pattern),
               confidence, std::move(reason));
  }

  const DocumentScan& scan_;
  const Document& doc_;
  const Wording& wording_;
  Facts& facts_;
  const Patterns labels_;
  const Patterns inner_labels_;
  const Patterns document_lines_;
  const Patterns outcome_lines_;
  const Patterns matter_lines_;
  const Patterns disposition_lines_;
  const Patterns list_dispositions_;
  const Patterns trigger_;
  const DecisionSentences sentences_;
  const DecisionLists lists_;
  ResolutionReader resolutions_;
  const bool is_text_;  // a Recommendation or the like, which tells of no meeting
  const bool quotes_;   // a contribution, which tells what others decided
  MatterAtHand about_;
  std::vector<BlockId> tables_read_;
};

}  // namespace

std::vector<BlockId> extract_decision_blocks(const DocumentScan& scan, const Wording& wording,
                                             Facts& facts) {
  const std::size_t from = facts.all().size();
  DecisionReader reader(scan, wording, facts);
  reader.read();
  drop_repeated_failures(scan.doc(), facts.all(), from);
  return reader.tables_read();
}

}  // namespace rapporteur
