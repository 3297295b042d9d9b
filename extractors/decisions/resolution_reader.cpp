#include "extractors/decisions/resolution_reader.hpp"

#include <utility>

#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

constexpr int kMostLines = 15;  // paragraphs of a resolution

std::string without_blanks(std::string words) {
  std::erase(words, ' ');
  return words;
}

}  // namespace

ResolutionReader::ResolutionReader(const Document& doc, const Wording& wording,
                                   const DecisionSentences& sentences, const DecisionLists& lists)
    : doc_(doc),
      wording_(wording),
      sentences_(sentences),
      lists_(lists),
      all_(matches(doc.identity().title, wording.named("resolutions-title"))) {
  close();
}

void ResolutionReader::close() {
  lines_left_ = all_ ? kMostLines : 0;
  body_.clear();
}

std::vector<OpenedDecision> ResolutionReader::open(BlockId id, const Match& label,
                                                   bool on_document) {
  lines_left_ = kMostLines;
  body_.clear();
  std::vector<OpenedDecision> out = read_all(id, sentences(doc_, label.group("rest")));
  if (!out.empty()) return out;
  for (BlockId next{id.index + 1}; next.index < doc_.blocks().size(); ++next.index) {
    const TextRange words = trimmed(doc_, doc_.block(next).text);
    if (words.empty() || matches(doc_.text(words), wording_.named("resolution-preamble"))) continue;
    if (lists_.ends(next, on_document)) break;
    out = read_all(next, sentences(doc_, words));
    if (!out.empty()) out.front().reading.where.begin = label.where.begin;
    break;
  }
  return out;
}

std::vector<OpenedDecision> ResolutionReader::go_on(BlockId id, TextRange words) {
  if (lines_left_ == 0) return {};
  --lines_left_;
  return read_all(id, sentences(doc_, words));
}

// A resolution is one group's, by its whole name or the end of it; an item of its list does not
// name it again.
bool ResolutionReader::is_of_group(const Decision& decision) {
  if (body_.empty()) body_ = decision.body;
  const std::string first = without_blanks(body_);
  const std::string told = without_blanks(decision.body);
  return first.ends_with(told) || told.ends_with(first);
}

std::vector<OpenedDecision> ResolutionReader::read_all(BlockId id,
                                                       const std::vector<TextRange>& all) {
  std::vector<OpenedDecision> out;
  for (const TextRange sentence : all) {
    if (matches(doc_.text(sentence), wording_.named("resolution-condition"))) continue;
    auto reading = sentences_.read_resolution(doc_, sentence);
    if (!reading || !is_of_group(reading->decision)) continue;
    if (reading->decision.body.empty()) reading->decision.body = body_;
    out.push_back({id, std::move(*reading)});
  }
  return out;
}

}  // namespace rapporteur
