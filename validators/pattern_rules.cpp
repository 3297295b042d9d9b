#include "validators/pattern_rules.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <memory>
#include <string>

#include "pipeline/normalise/kind_of.hpp"
#include "validators/rule.hpp"

namespace rapporteur {
namespace {

// The capture groups of one match: group 0 is the whole.
struct Hit {
  std::vector<re2::StringPiece> groups;
};

std::string fill(std::string_view message, const re2::RE2& expression, const Hit& hit) {
  std::string out(message);
  const auto replace = [&out](const std::string& key, re2::StringPiece value) {
    for (std::size_t at = out.find(key); at != std::string::npos; at = out.find(key, at)) {
      out.replace(at, key.size(), value.data(), value.size());
      at += value.size();
    }
  };
  replace("{match}", hit.groups[0]);
  for (const auto& [name, index] : expression.NamedCapturingGroups()) {
    const re2::StringPiece value = hit.groups[static_cast<std::size_t>(index)];
    replace("{" + name + "}", value.data() == nullptr ? re2::StringPiece("") : value);
  }
  return out;
}

bool inside_exception(const PatternRule& rule, std::string_view text, re2::StringPiece match) {
  const auto inside = [&](const Expression& except) {
    re2::StringPiece rest(text);
    re2::StringPiece found;
    while (except->Match(rest, 0, rest.size(), re2::RE2::UNANCHORED, &found, 1)) {
      if (found.data() <= match.data() &&
          match.data() + match.size() <= found.data() + found.size()) {
        return true;
      }
      const std::size_t used = static_cast<std::size_t>(found.data() - rest.data()) + found.size();
      rest.remove_prefix(std::max<std::size_t>(used, 1));
      if (rest.empty()) return false;
    }
    return false;
  };
  return std::ranges::any_of(rule.except, inside);
}

// "front", "body", "annex", "table", "note", "heading": what a rule's `scope` may name.
std::vector<std::string_view> places_of(const Document& doc, BlockId id) {
  std::vector<std::string_view> places;
  const Block& block = doc.block(id);
  if (block.kind == BlockKind::heading) places.push_back("heading");
  if (block.cell) places.push_back("table");
  const PartKind part = doc.part_kind(id);
  if (part == PartKind::footnotes || part == PartKind::endnotes) places.push_back("note");
  if (block.kind == BlockKind::note) places.push_back("note");
  if (part != PartKind::body) return places;
  const ScopeId scope = doc.scope_of(id);
  if (scope && doc.scope(scope).kind != ScopeKind::body) {
    places.push_back("annex");
  } else {
    places.push_back(doc.clause_of(id) ? "body" : "front");
  }
  return places;
}

bool in_scope(const PatternRule& rule, const Document& doc, BlockId block) {
  const BlockKind kind = doc.block(block).kind;
  if (kind == BlockKind::code || kind == BlockKind::toc) return false;
  if (doc.part_kind(block) == PartKind::comments) return false;
  if (rule.scopes.empty()) return true;
  const std::vector<std::string_view> places = places_of(doc, block);
  return std::ranges::any_of(places, [&](std::string_view place) {
    return std::ranges::find(rule.scopes, place) != rule.scopes.end();
  });
}

void report_hits(const PatternRule& rule, const Document& doc, BlockId id, Report& report) {
  const re2::RE2& expression = *rule.find.expression;
  const std::string_view text = doc.text(id);
  const auto groups = static_cast<std::size_t>(expression.NumberOfCapturingGroups()) + 1;
  Hit hit{std::vector<re2::StringPiece>(groups)};
  for (std::size_t at = 0; at <= text.size();) {
    if (!expression.Match(text, at, text.size(), re2::RE2::UNANCHORED, hit.groups.data(),
                          static_cast<int>(groups))) {
      return;
    }
    const re2::StringPiece match = hit.groups[0];
    if (!match.empty() && !inside_exception(rule, text, match)) {
      report.add_at(id, report.range_of({match.data(), match.size()}),
                    fill(rule.message, expression, hit));
    }
    at = static_cast<std::size_t>(match.data() - text.data()) +
         std::max<std::size_t>(match.size(), 1);
  }
}

bool applies(const PatternRule& rule, std::string_view kind, const Profile& profile) {
  return rule.enabled && Kinds{kind, wider_kind(kind, profile)}.among(rule.kinds);
}

// The blocks in which each pattern without literals matches, by the rule's place.
std::map<int, std::vector<std::uint32_t>> found_everywhere(const Profile& profile,
                                                           const Document& doc) {
  std::map<int, std::vector<std::uint32_t>> blocks;
  std::vector<int> hits;
  for (std::uint32_t i = 0; i < doc.blocks().size(); ++i) {
    profile.rule_patterns.match(doc.text(BlockId{i}), hits);
    for (const int rule : hits) blocks[rule].push_back(i);
  }
  return blocks;
}

}  // namespace

void check_patterns(const Profile& profile, SharedScan& shared, std::vector<Finding>& findings) {
  const Document& doc = shared.doc();
  std::map<int, std::vector<std::uint32_t>> everywhere = found_everywhere(profile, doc);
  for (std::size_t i = 0; i < profile.pattern_rules.size(); ++i) {
    const PatternRule& rule = profile.pattern_rules[i];
    if (!applies(rule, doc.identity().kind, profile)) continue;
    const Expression& find = rule.find.expression;
    Report report(rule.id, rule.severity, doc, findings);
    const std::vector<std::uint32_t> blocks = find.literals().empty()
                                                  ? everywhere[static_cast<int>(i)]
                                                  : shared.index().where_possible(find);
    for (const std::uint32_t block : blocks) {
      if (in_scope(rule, doc, BlockId{block})) report_hits(rule, doc, BlockId{block}, report);
    }
  }
}

}  // namespace rapporteur
