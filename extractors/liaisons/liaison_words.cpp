#include "extractors/liaisons/liaison_words.hpp"

#include <algorithm>

#include "extractors/reading/match.hpp"
#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

void append(Strings& list, const Strings& more) {
  for (const std::string& name : more) {
    if (std::ranges::find(list, name) == list.end()) list.push_back(name);
  }
}

}  // namespace

std::string LiaisonWords::without_address(std::string words) const {
  for (const Pattern& pattern : wording_.named("address")) {
    re2::RE2::GlobalReplace(&words, pattern.expression.in(words), "");
  }
  return collapse(words);
}

std::string LiaisonWords::said(std::string words) const {
  return matches(words, wording_.named("nobody")) ? std::string() : std::move(words);
}

Strings LiaisonWords::receivers(std::string words) const {
  Strings out;
  std::ranges::replace(words, '\n', ',');
  std::string rest = without_address(std::move(words));
  std::ranges::replace(rest, ';', ',');
  for (const std::string_view piece : split(rest, ',')) {
    std::string name = collapse(piece);
    // "SG 16 Q8, 9, 10/16" is one receiver.
    if (!out.empty() && !name.empty() && std::ranges::none_of(name, is_alpha)) {
      out.back() += ", " + name;
      continue;
    }
    for (std::string& each : joined(std::move(name))) {
      each = said(std::move(each));
      const bool group = !matches(each, wording_.named("no-group"));
      if (!each.empty() && group) out.push_back(std::move(each));
    }
  }
  return out;
}

// "SG5 and SG13" are two; "TC Energy and Environment" is one.
Strings LiaisonWords::joined(std::string names) const {
  Strings out;
  while (const Capture two = capture(names, wording_.named("two-groups"))) {
    out.push_back(two.words("first"));
    std::string rest = two.words("rest");
    names = std::move(rest);
  }
  out.push_back(std::move(names));
  return out;
}

// "ITU-R WP 1B for action; others for information"; false when nobody is named.
bool LiaisonWords::give_purposes(Liaison& liaison, const std::string& purpose) const {
  Strings left = liaison.to;
  bool named = false;
  for (const std::string_view piece : split(purpose, ';')) {
    const Capture found = capture(trim(piece), wording_.named("purpose-of"));
    if (!found) continue;
    named = true;
    const std::string who = found.words("who");
    const Strings whom = matches(who, wording_.named("others")) ? left : receivers(who);
    std::erase_if(left,
                  [&](const std::string& each) { return std::ranges::count(whom, each) > 0; });
    append(list_for(liaison, found.words("what")), whom);
  }
  return named;
}

Strings& LiaisonWords::list_for(Liaison& liaison, const std::string& purpose) const {
  if (matches(purpose, wording_.named("purpose-action"))) return liaison.for_action;
  if (matches(purpose, wording_.named("purpose-comment"))) return liaison.for_comment;
  return liaison.for_information;
}

void LiaisonWords::give_purpose(Liaison& liaison, const std::string& purpose) const {
  if (give_purposes(liaison, purpose)) return;
  if (matches(purpose, wording_.named("purpose-action"))) append(liaison.for_action, liaison.to);
  if (matches(purpose, wording_.named("purpose-comment"))) append(liaison.for_comment, liaison.to);
  if (matches(purpose, wording_.named("purpose-information"))) {
    append(liaison.for_information, liaison.to);
  }
  for (const Strings* list :
       {&liaison.for_action, &liaison.for_comment, &liaison.for_information}) {
    append(liaison.to, *list);
  }
}

void LiaisonWords::give_title(Liaison& liaison) const {
  fill(liaison.answers, liaison.title, "answers-title");
  fill(liaison.from, liaison.title, "from-title");
  if (!liaison.to.empty()) return;
  std::string to;
  fill(to, liaison.title, "to-title");
  liaison.to = receivers(to);
}

std::string LiaisonWords::direction_of(const Liaison& liaison, const std::string& around) const {
  if (matches(liaison.title, wording_.named("is-in"))) return "in";
  if (matches(around, wording_.named("list-in"))) return "in";
  if (matches(liaison.title, wording_.named("is-reply"))) return "reply";
  if (matches(liaison.title, wording_.named("is-out"))) return "out";
  if (matches(around, wording_.named("list-out"))) return "out";
  return liaison.answers.empty() ? "" : "reply";
}

void LiaisonWords::add_request(Liaison& liaison, std::string_view sentence) const {
  std::string request;
  fill(request, sentence, "asks");
  if (request.empty() || liaison.asks.find(request) != std::string::npos) return;
  liaison.asks += (liaison.asks.empty() ? "" : "; ") + request;
}

void LiaisonWords::fill(std::string& member, std::string_view text,
                        std::string_view pattern) const {
  if (!member.empty()) return;
  member = matched_group(text, wording_.named(pattern), "value");
  while (member.ends_with('.')) member.pop_back();
}

}  // namespace rapporteur
