#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "pipeline/normalise/line_patterns.hpp"
#include "pipeline/normalise/structure.hpp"
#include "pipeline/text/clause_number.hpp"
#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

constexpr std::size_t kLongestLine = 250;  // bytes
constexpr std::size_t kMostPageDigits = 4;
constexpr std::size_t kFewestEntries = 3;

// A line that ends with a number, as the entries of a table of contents do.
struct Entry {
  BlockId block;
  std::string title;  // without number and page
  int page = 0;
};

std::string title_of(std::string_view words) { return collapse(split_number(words).title); }

std::optional<Entry> entry_at(const DocumentData& data, BlockId id) {
  const std::string_view words = words_of(data, id);
  if (words.size() > kLongestLine || words.empty() || !is_digit(words.back())) return {};
  std::size_t end = words.size();
  while (end > 0 && is_digit(words[end - 1])) --end;
  const std::string_view page = words.substr(end);
  if (end == 0 || page.size() > kMostPageDigits) return {};
  std::string_view title = words.substr(0, end);
  if (title.back() != ' ' && title.back() != '\t' && title.back() != '.') return {};
  while (!title.empty() && (is_space(title.back()) || title.back() == '.')) title.remove_suffix(1);
  if (title.empty()) return {};
  return Entry{id, title_of(title), std::stoi(std::string(page))};
}

bool may_be_entry(const DocumentData& data, const Block& block) {
  const bool kind = block.kind == BlockKind::paragraph || block.kind == BlockKind::list_item;
  return kind && in_running_text(data, block);
}

// Lines one below the other that end with the numbers of pages. Lines that are told to be entries
// already, and one line at a time that is the beginning of a long entry, do not end the run.
struct EntryRun {
  std::vector<Entry> entries;
  std::vector<BlockId> blocks;
  bool broken = false;  // the last line was no entry
};

bool takes(EntryRun& run, const DocumentData& data, BlockId id) {
  if (data.blocks[id.index].kind == BlockKind::toc) return true;
  if (!may_be_entry(data, data.blocks[id.index])) return false;
  std::optional<Entry> entry = entry_at(data, id);
  if (!entry || (!run.entries.empty() && entry->page < run.entries.back().page)) {
    if (run.entries.empty() || run.broken || entry) return false;
    run.broken = true;
    run.blocks.push_back(id);
    return true;
  }
  run.broken = false;
  run.blocks.push_back(id);
  run.entries.push_back(std::move(*entry));
  return true;
}

std::vector<EntryRun> runs_of_entries(const DocumentData& data) {
  std::vector<EntryRun> runs;
  EntryRun run;
  const auto close = [&] {
    if (run.broken) run.blocks.pop_back();
    if (run.entries.size() >= kFewestEntries) runs.push_back(std::move(run));
    run = {};
  };
  for (BlockId id{0}; id.index < data.blocks.size(); ++id.index) {
    if (words_of(data, id).empty()) continue;
    if (takes(run, data, id)) continue;
    close();
    takes(run, data, id);
  }
  close();
  return runs;
}

// Which titles of entries the lines of the text have too. Most lines are told by their last byte
// and their length to be none.
std::set<std::string> titles_in(const DocumentData& data, const std::vector<EntryRun>& runs) {
  constexpr std::size_t kLongestNumber = 30;  // with the blanks behind it
  std::set<std::string> wanted;
  std::array<std::size_t, 256> longest{};  // of the titles that end with this byte
  for (const EntryRun& run : runs) {
    for (const Entry& entry : run.entries) {
      if (entry.title.empty()) continue;
      std::size_t& size = longest[static_cast<unsigned char>(entry.title.back())];
      size = std::max(size, entry.title.size());
      wanted.insert(entry.title);
    }
  }
  std::set<std::string> titles;
  for (BlockId id{0}; id.index < data.blocks.size(); ++id.index) {
    const Block& block = data.blocks[id.index];
    const std::string_view words = words_of(data, id);
    if (words.empty() || words.size() > kLongestLine) continue;
    const std::size_t most = longest[static_cast<unsigned char>(words.back())];
    if (most == 0 || words.size() > most + kLongestNumber) continue;
    if (block.kind == BlockKind::toc || !in_running_text(data, block)) continue;
    std::string title = title_of(words);
    if (wanted.contains(title)) titles.insert(std::move(title));
  }
  return titles;
}

bool is_contents(const EntryRun& run, const std::set<std::string>& titles) {
  std::size_t found = 0;
  for (const Entry& entry : run.entries) found += titles.contains(entry.title) ? 1 : 0;
  return found >= kFewestEntries && found * 2 >= run.entries.size();
}

}  // namespace

void give_contents(DocumentData& data) {
  const std::vector<EntryRun> runs = runs_of_entries(data);
  if (runs.empty()) return;
  const std::set<std::string> titles = titles_in(data, runs);
  for (const EntryRun& run : runs) {
    if (!is_contents(run, titles)) continue;
    for (const BlockId id : run.blocks) {
      data.blocks[id.index].kind = BlockKind::toc;
      data.blocks[id.index].level = 0;
    }
  }
}

}  // namespace rapporteur
