#include "extractors/positions/position_question.hpp"

#include <algorithm>

#include "pipeline/text/whole_number.hpp"
#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

// What is asked stands above its table, with the list of what it would mean in between.
constexpr std::uint32_t kFarthestQuestion = 60;
// A plain question is taken as such only close to the table.
constexpr std::uint32_t kFarthestPlainQuestion = 8;
constexpr std::size_t kLongestPlainQuestion = 400;  // bytes
constexpr std::uint32_t kLongestResolution = 12;    // paragraphs

bool ends_sentence(std::string_view words) {
  return words.empty() || std::string_view(".:;?!").find(words.back()) != std::string_view::npos;
}

// "q1" of "Q1" and "Question 1", "p2-1a" of "Updated proposal 2-1A".
std::string short_label(std::string_view label) {
  std::vector<std::string_view> parts = words(label);
  if (parts.empty()) return {};
  std::string last = lower_ascii(parts.back());
  if (parts.size() == 1) return last;
  return lower_ascii(parts[parts.size() - 2].substr(0, 1)) + last;
}

bool begins_lower(std::string_view words) {
  return !words.empty() && is_alpha(words.front()) && !is_upper(words.front());
}

}  // namespace

QuestionReader::QuestionReader(const DocumentScan& scan, const Wording& wording)
    : scan_(scan),
      doc_(scan.doc()),
      labels_(wording.named("question-label")),
      refers_(wording.named("question-refers")),
      questions_(wording.named("question")),
      of_above_(wording.named("question-of-above")),
      options_(wording.named("option")),
      no_questions_(wording.named("no-question")),
      title_asks_(wording.named("title-asks")),
      bare_headings_(wording.named("bare-heading")),
      head_fields_(wording.named("head-field")),
      resolutions_(scan.profile().wording_of("votes").named("resolution-line")),
      motions_(scan.profile().wording_of("votes").named("motion")),
      ballots_(scan.profile().wording_of("votes").named("ballot-question")),
      votes_on_(scan.profile().wording_of("votes").named("question")),
      document_lines_(scan.profile().wording_of("decisions").named("document-line")),
      captions_(scan.profile().structure.captions) {}

std::string QuestionReader::of_table(const Table& table, BlockId previous) const {
  std::string caption = matched_group(Grid(doc_, table).caption(), captions_, "title");
  if (std::string asked = matched_group(caption, questions_, "question"); !asked.empty()) {
    return asked;
  }
  if (std::string asked = asked_above(table, previous); !asked.empty()) return asked;
  if (!caption.empty()) return caption;
  const std::string& title = doc_.identity().title;
  return matches(title, title_asks_) ? title : heading_above(table.block);
}

// The nearest proposal above; text of clauses that the table does not stand in is passed over.
std::string QuestionReader::asked_above(const Table& table, BlockId previous) const {
  const std::vector<ClauseId> around = clauses_around(table.block);
  const std::uint32_t index = table.block.index;
  const std::uint32_t farthest = index > kFarthestQuestion ? index - kFarthestQuestion : 0;
  std::string plain;
  for (std::uint32_t at = index; at-- > farthest;) {
    const BlockId id{at};
    if (id == previous) break;
    if (is_in_table(id) || std::ranges::find(around, doc_.clause_of(id)) == around.end()) {
      continue;
    }
    if (std::string asked = asked_in(id); !asked.empty()) return asked;
    const std::string words = asked_words(id);
    const bool near = index - at <= kFarthestPlainQuestion;
    if (plain.empty() && near && words.ends_with('?') && words.size() <= kLongestPlainQuestion) {
      plain = words;
    }
  }
  return plain;
}

std::string QuestionReader::of_line(BlockId line,
                                    const std::function<bool(BlockId)>& is_answer) const {
  const Block& own = doc_.block(line);
  const ClauseId clause = doc_.clause_of(line);
  if (std::string resolution = resolution_above(line); !resolution.empty()) return resolution;
  if (std::string option = option_above(line); !option.empty() && !is_answer({line.index - 1})) {
    return option;
  }
  std::string beside;  // an item of the same list, unless a proposal stands above the list
  for (std::uint32_t at = line.index; at-- > 0;) {
    const BlockId id{at};
    const Block& block = doc_.block(id);
    if (is_in_table(id) || is_box(block)) continue;
    if (block.kind == BlockKind::table || doc_.clause_of(id) != clause) break;
    if (std::string asked = asked_in(id); !asked.empty()) return asked;
    if (const Match* document = scan_.match(id, document_lines_)) return document_at(*document);
    if (block.kind == BlockKind::heading || trim(doc_.text(id)).empty()) continue;
    // Above the text stands the head of the document.
    if (matches(collapse(doc_.text(id)), head_fields_)) break;
    const std::string line_above = collapse(doc_.text(id));
    if (matches(line_above, no_questions_) || asks_of_above(line_above)) continue;
    const bool item = block.kind == BlockKind::list_item;
    const bool above = own.level == 0 || !item || block.level < own.level;
    if (!above || is_answer(id)) continue;
    if (!beside.empty() && item) continue;
    if (!beside.empty()) break;
    beside = collapse(doc_.text(id));
    if (!item) {
      const std::string labelled = label_above(id);
      return labelled.empty() ? beside : labelled;
    }
    if (block.level < own.level) break;
  }
  if (beside.empty()) beside = heading_above(line);
  return beside.empty() ? doc_.identity().title : beside;
}

// "Alt. 1: one timer", the item right above one that says who is for it.
std::string QuestionReader::option_above(BlockId line) const {
  if (line.index == 0) return {};
  const BlockId id{line.index - 1};
  const Block& own = doc_.block(line);
  const Block& above = doc_.block(id);
  const bool beside = own.kind == BlockKind::list_item && above.kind == BlockKind::list_item &&
                      own.level == above.level && !is_in_table(id);
  const std::string words = collapse(doc_.text(id));
  return beside && matches(words, options_) ? words : std::string();
}

// "Proposal 3 (closed)", alone on the line above what is proposed, with it.
std::string QuestionReader::label_above(BlockId text) const {
  if (text.index == 0 || is_in_table({text.index - 1})) return {};
  const std::string line = asked_words({text.index - 1});
  const std::string label = matched_group(line, labels_, "question");
  if (label.empty() || !is_label_alone(label, line)) return {};
  return label + ": " + collapse(doc_.text(text));
}

// Whether nothing but its state, in brackets, stands beside the label.
bool QuestionReader::is_label_alone(std::string_view label, std::string_view line) {
  const std::size_t at = std::min(line.find(label), line.size());
  const std::string_view rest = trim(line.substr(std::min(at + label.size(), line.size())));
  return rest.size() <= 1 || (rest.starts_with('(') && rest.find(')') == rest.size() - 1);
}

std::string QuestionReader::matter_above(BlockId line) const {
  if (std::string resolution = resolution_above(line); !resolution.empty()) return resolution;
  for (std::uint32_t at = line.index; at-- > 0 && line.index - at <= kLongestResolution;) {
    const BlockId id{at};
    const BlockKind kind = doc_.block(id).kind;
    if (const Match* document = scan_.match(id, document_lines_)) return document_at(*document);
    if (kind == BlockKind::heading || kind == BlockKind::table) break;
  }
  return {};
}

// The title of the resolution below whose text the line stands.
std::string QuestionReader::resolution_above(BlockId line) const {
  const std::uint32_t index = line.index;
  for (std::uint32_t at = index; at-- > 0 && index - at <= kLongestResolution;) {
    const BlockId id{at};
    const BlockKind kind = doc_.block(id).kind;
    if (scan_.found(id, resolutions_)) return asked_words(id);
    if (kind == BlockKind::heading || kind == BlockKind::table) break;
  }
  return {};
}

std::string QuestionReader::motion_above(BlockId line) const {
  const std::uint32_t index = line.index;
  for (std::uint32_t at = index + 1; at-- > 0 && index - at <= kLongestResolution;) {
    const BlockId id{at};
    if (const Match* const motion = scan_.match(id, motions_)) {
      return words_at(doc_, motion->group("question"));
    }
    if (const Match* const ballot = scan_.match(id, ballots_)) {
      return words_at(doc_, ballot->group("question"));
    }
    const BlockKind kind = doc_.block(id).kind;
    if (kind == BlockKind::heading || kind == BlockKind::table) break;
  }
  return {};
}

std::string QuestionReader::of_vote(BlockId block, std::uint32_t count) const {
  if (std::string resolution = resolution_above(block); !resolution.empty()) return resolution;
  for (const TextRange sentence : sentences(doc_, doc_.block(block).text)) {
    if (sentence.begin > count) break;
    const auto match = find_match(doc_, sentence, votes_on_);
    if (match) return words_at(doc_, match->group("question"));
  }
  if (std::string motion = motion_above(block); !motion.empty()) return motion;
  const std::string heading = heading_above(block);
  return heading.empty() ? doc_.identity().title : heading;
}

std::string QuestionReader::stated(const std::string& label) const {
  const std::string name = matched_group(label, refers_, "label");
  if (name.empty()) return label;
  find_stated();
  const auto found = stated_.find(short_label(name));
  return found == stated_.end() ? label : asked_in(found->second);
}

void QuestionReader::find_stated() const {
  if (stated_known_) return;
  stated_known_ = true;
  for (BlockId id{0}; id.index < doc_.blocks().size(); ++id.index) {
    const Block& block = doc_.block(id);
    if (is_in_table(id) || block.kind == BlockKind::table) continue;
    const std::string line = asked_words(id);
    const std::string label = matched_group(line, labels_, "question");
    if (label.empty() || line.size() <= label.size() + 2) continue;
    stated_.try_emplace(short_label(label), id);
  }
}

// "S5-261044 Energy counters": the document that a report has come to.
std::string QuestionReader::document_at(const Match& line) const {
  return words_at(doc_, line.group("document")) + " " + words_at(doc_, line.group("title"));
}

// The words of a block; of a heading without its number.
std::string QuestionReader::asked_words(BlockId id) const {
  const ClauseId clause = doc_.clause_of(id);
  const bool heading = clause && doc_.clause(clause).heading == id;
  if (heading && !doc_.clause(clause).title.empty()) return doc_.clause(clause).title;
  return collapse(doc_.shown_text(id));
}

std::string QuestionReader::asked_in(BlockId id) const {
  const std::string line = asked_words(id);
  const std::string label = matched_group(line, labels_, "question");
  if (!label.empty()) return with_text(label, line, id);
  const std::string asked = matched_group(line, questions_, "question");
  return matches(asked, of_above_) ? std::string() : stated(asked);
}

// "Please indicate whether the proposal is acceptable": the proposal stands further above.
bool QuestionReader::asks_of_above(std::string_view line) const {
  return matches(matched_group(line, questions_, "question"), of_above_);
}

// "Proposal 3: Combs are studied." as it stands; when the label is alone on its line, what is
// proposed stands on the next one.
std::string QuestionReader::with_text(std::string_view label, std::string_view line,
                                      BlockId id) const {
  std::string_view rest = line.substr(std::min(line.find(label), line.size()));
  rest.remove_prefix(std::min(label.size(), rest.size()));
  if (rest.starts_with(']')) rest.remove_prefix(1);  // of "[Proposal 3]:"
  const std::string all = std::string(label) + std::string(rest);
  if (all.size() > label.size() + 2) return continued(all, id);
  const BlockId next{id.index + 1};
  if (!goes_on(id, next)) return std::string(label);
  const std::string more = collapse(doc_.text(next));
  if (more.empty()) return std::string(label);
  return continued(std::string(label) + ": " + more, next);
}

// A sentence that goes on in the next paragraph.
std::string QuestionReader::continued(std::string words, BlockId after) const {
  const BlockId next{after.index + 1};
  if (ends_sentence(words) || !goes_on(after, next)) return words;
  if (doc_.block(next).kind != BlockKind::paragraph) return words;
  const std::string more = collapse(doc_.text(next));
  return begins_lower(more) ? words + " " + more : words;
}

// In a table that is no box around a text.
bool QuestionReader::is_in_table(BlockId id) const {
  return doc_.block(id).cell && !is_boxed(doc_, doc_.block(id));
}

bool QuestionReader::is_box(const Block& block) const {
  if (block.kind != BlockKind::table) return false;
  const Table& table = doc_.table(block.table);
  return table.rows == 1 && table.columns == 1;
}

// Whether `next` is there and belongs to the same text: both outside of tables, or in one box.
bool QuestionReader::goes_on(BlockId id, BlockId next) const {
  return next.index < doc_.blocks().size() && doc_.block(next).cell == doc_.block(id).cell;
}

// "First round" and "Positions" ask nothing; the heading that they stand under may.
std::string QuestionReader::heading_above(BlockId id) const {
  const ClauseId own = doc_.clause_of(id);
  ClauseId clause = own;
  while (clause && matches(doc_.clause(clause).title, bare_headings_)) {
    clause = doc_.clause(clause).parent;
  }
  if (clause && !doc_.clause(clause).title.empty()) return doc_.clause(clause).title;
  if (!own) return {};
  const std::string& title = doc_.identity().title;
  return title.empty() ? doc_.clause(own).title : title;
}

std::vector<ClauseId> QuestionReader::clauses_around(BlockId id) const {
  std::vector<ClauseId> out{doc_.clause_of(id)};
  while (out.back()) out.push_back(doc_.clause(out.back()).parent);
  return out;
}

std::uint32_t QuestionReader::number_of(const Grid& grid) const {
  const std::string label = matched_group(grid.caption(), captions_, "label");
  const std::vector<std::string_view> parts = words(label);
  if (parts.empty()) return grid.number();
  const std::optional<int> number = whole_number(parts.back());
  return number ? static_cast<std::uint32_t>(*number) : grid.number();
}

}  // namespace rapporteur
