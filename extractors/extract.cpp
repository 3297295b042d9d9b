#include <fmt/format.h>

#include <algorithm>
#include <numeric>

#include "extractors/extractor.hpp"
#include "pipeline/normalise/mentions.hpp"
#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

bool declares(std::span<const WordingKey> keys, std::string_view name) {
  return name == kLooksLike || std::ranges::find(keys, name, &WordingKey::name) != keys.end();
}

std::string unknown(std::string_view what, std::string_view name,
                    const std::vector<std::string_view>& known) {
  const std::string_view meant = nearest(name, known);
  return fmt::format("{} '{}' is read by no extractor{}", what, name,
                     meant.empty() ? "" : fmt::format("; did you mean '{}'?", meant));
}

std::vector<std::string_view> names(std::span<const WordingKey> keys) {
  std::vector<std::string_view> out;
  for (const WordingKey& key : keys) out.push_back(key.name);
  return out;
}

void check_section(const Extractor& extractor, const Wording& wording, std::vector<Error>& errors) {
  const auto report = [&](const Origin& origin, std::string what) {
    errors.push_back({ErrorCode::configuration, origin.where(), std::move(what)});
  };
  for (const auto& [name, origin] : wording.list_origins) {
    if (!declares(extractor.lists, name)) {
      report(origin,
             unknown(fmt::format("extract.{} key", extractor.id), name, names(extractor.lists)));
    }
  }
  for (const Pattern& pattern : wording.patterns) {
    if (!declares(extractor.patterns, pattern.name)) {
      report(pattern.origin, unknown(fmt::format("extract.{} pattern", extractor.id), pattern.name,
                                     names(extractor.patterns)));
    }
  }
}

// The words of a fact, or its whole block.
std::string_view words_of(const Fact& fact, const Document& doc) {
  if (fact.where.empty() && !fact.block) return {};
  return doc.text(fact.where.empty() ? doc.block(fact.block).text : fact.where);
}

// The documents in the words of a decision that names none itself: papers of meetings and published
// texts, but not the families that [extract.decisions] leaves out.
Strings documents_decided_on(const Fact& fact, const Document& doc, const Profile& profile) {
  Strings documents;
  const auto& left_out = profile.wording_of("decisions").list("not-documents");
  for (const Identifier& found :
       profile.grammar.scan(words_of(fact, doc), context_of(doc, profile))) {
    const bool wanted = std::ranges::find(left_out, found.family) == left_out.end();
    const std::string& name = found.canonical;
    if (wanted && !name.empty() && std::ranges::find(documents, name) == documents.end()) {
      documents.push_back(name);
    }
  }
  return documents;
}

// "C12" as it is told elsewhere, "SG13-C12" where the document's group is known; the words as they
// are when they name no document or several.
std::string canonical(const std::string& written, const Document& doc, const Profile& profile) {
  const auto found = profile.grammar.scan(written, context_of(doc, profile));
  return found.size() == 1 && !found[0].canonical.empty() ? found[0].canonical : written;
}

// What an extractor leaves to be filled in from the fact's own words.
void complete(Fact& fact, const Document& doc, const Profile& profile) {
  if (auto* decision = std::get_if<Decision>(&fact.value)) {
    for (std::string& name : decision->documents) name = canonical(name, doc, profile);
    if (decision->documents.empty()) decision->documents = documents_decided_on(fact, doc, profile);
  } else if (auto* item = std::get_if<AgendaItem>(&fact.value)) {
    if (!item->documents.empty()) return;
    item->documents = documents_named(words_of(fact, doc), profile, context_of(doc, profile));
  } else if (auto* position = std::get_if<Position>(&fact.value)) {
    const Organization* known = profile.organizations.find(position->party);
    // "Norland (Ministry of Energy)"
    const std::string_view name = position->party;
    const std::size_t bracket = name.find_first_of("([");
    if (known == nullptr && bracket != std::string_view::npos) {
      known = profile.organizations.find(trim(name.substr(0, bracket)));
    }
    if (known != nullptr) position->organization = known->name;
  }
}

// By place. Facts are large, so their numbers are sorted and each fact moves once.
std::vector<Fact> sorted(std::vector<Fact> facts) {
  std::vector<std::uint32_t> order(facts.size());
  std::iota(order.begin(), order.end(), 0U);
  std::ranges::stable_sort(order, {}, [&](std::uint32_t at) { return facts[at].block.index; });
  std::vector<Fact> out;
  out.reserve(facts.size());
  for (const std::uint32_t at : order) out.push_back(std::move(facts[at]));
  return out;
}

}  // namespace

void Facts::add(FactValue value, BlockId block, TextRange where, std::string pattern,
                int confidence, std::string reason) {
  facts_.push_back(
      {std::move(value), block, where, std::move(pattern), confidence, std::move(reason)});
}

const Extractor* find_extractor(std::string_view id) {
  const auto found = std::ranges::find(all_extractors(), id, &Extractor::id);
  return found == all_extractors().end() ? nullptr : *found;
}

std::vector<Fact> extract(const Document& doc, const Profile& profile,
                          std::span<const std::string> only) {
  return extract(DocumentScan(doc, profile), only);
}

std::vector<Fact> extract(const DocumentScan& scan, std::span<const std::string> only) {
  const Document& doc = scan.doc();
  const Profile& profile = scan.profile();
  Facts facts;
  for (const Extractor* extractor : all_extractors()) {
    if (!only.empty() && std::ranges::find(only, extractor->id) == only.end()) continue;
    extractor->extract(scan, profile.wording_of(extractor->id), facts);
  }
  for (Fact& fact : facts.all()) complete(fact, doc, profile);
  return sorted(std::move(facts.all()));
}

std::vector<Error> check_wording(const Profile& profile) {
  std::vector<Error> errors;
  for (const auto& [id, wording] : profile.wording) {
    if (const Extractor* extractor = find_extractor(id)) {
      check_section(*extractor, wording, errors);
    } else {
      const Origin origin = wording.patterns.empty() ? (wording.list_origins.empty()
                                                            ? Origin{profile.name, 0, 0}
                                                            : wording.list_origins.begin()->second)
                                                     : wording.patterns.front().origin;
      std::vector<std::string_view> known;
      for (const Extractor* each : all_extractors()) known.push_back(each->id);
      errors.push_back(
          {ErrorCode::configuration, origin.where(), unknown("section extract.", id, known)});
    }
  }
  return errors;
}

}  // namespace rapporteur
