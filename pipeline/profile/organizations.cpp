#include "pipeline/profile/organizations.hpp"

#include <algorithm>

#include "pipeline/text/fold.hpp"
#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

constexpr std::string_view kArticle = "the ";

// What separates the words of a name: "AT&T", "u-blox", "Co., Ltd.", "L’Oréal".
bool is_punctuation(char c) {
  return static_cast<unsigned char>(c) < 0x80 && !is_alpha(c) && !is_digit(c);
}

// In small letters, words apart by one blank, punctuation left out.
std::string plain_words(std::string_view name) {
  std::string key = search_key(name);
  std::ranges::replace_if(key, is_punctuation, ' ');
  return collapse(key);
}

}  // namespace

const char* name(PartyKind kind) {
  static constexpr const char* kNames[] = {"unknown", "country", "body", "institute", "company"};
  return kNames[static_cast<std::size_t>(kind)];
}

// The length of `key` without the legal form it ends in, or all of it. A form is no name.
std::size_t Organizations::without_legal_form(std::string_view key) const {
  for (const std::string& form : legal_forms_) {
    if (key == form) return 0;
    if (!key.ends_with(form) || key[key.size() - form.size() - 1] != ' ') continue;
    return key.size() - form.size() - 1;
  }
  return key.size();
}

bool Organizations::is_legal_form(std::string_view words) const {
  std::string key = plain_words(words);
  while (!key.empty()) {
    const std::size_t left = without_legal_form(key);
    if (left == key.size()) return false;
    key.resize(left);
  }
  return !trim(words).empty();
}

std::string Organizations::key(std::string_view name) const {
  std::string key = plain_words(name);
  if (key.starts_with(kArticle)) key.erase(0, kArticle.size());
  for (std::size_t left = without_legal_form(key); 0 < left && left < key.size();
       left = without_legal_form(key)) {
    key.resize(left);
  }
  return key;
}

std::string Organizations::add(Organization organization,
                               const std::vector<std::string>& further_names) {
  std::vector<std::string> keys = {key(organization.name)};
  for (const std::string& further : further_names) keys.push_back(key(further));
  for (const std::string& one : keys) {
    const auto [found, added] = by_key_.emplace(one, all_.size());
    if (!added && found->second != all_.size()) return all_[found->second].name;
  }
  all_.push_back(std::move(organization));
  return {};
}

const Organization* Organizations::find(std::string_view name) const {
  const auto found = by_key_.find(key(name));
  return found == by_key_.end() ? nullptr : &all_[found->second];
}

}  // namespace rapporteur
