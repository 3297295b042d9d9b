#pragma once

#include <string>

#include "extractors/extractor.hpp"

namespace rapporteur {

// Reads what cells and phrases say of a liaison statement, with the patterns of [extract.liaisons].
class LiaisonWords {
 public:
  explicit LiaisonWords(const Wording& wording) : wording_(wording) {}

  // "ITU-T SG11, SG17; JCA-EX" -> three names; none for "-".
  Strings receivers(std::string words) const;
  // What a field says, "" where that is nothing: "-", "n/a".
  std::string said(std::string words) const;
  // Without e-mail addresses.
  std::string without_address(std::string words) const;
  // Divides those it is sent to by what it is for ("For action") and completes `to`.
  void give_purpose(Liaison& liaison, const std::string& purpose) const;
  // What the title tells: "[to ETSI]", "[from SG5]", "(reply to SG5-LS3)".
  void give_title(Liaison& liaison) const;
  // "in", "out", "reply" or ""; `around`: words that announce a list of them.
  std::string direction_of(const Liaison& liaison, const std::string& around) const;
  // Adds what a sentence asks the receiver for to what was asked before.
  void add_request(Liaison& liaison, std::string_view sentence) const;
  // Fills a member that is empty with the group "value" of what the text matches.
  void fill(std::string& member, std::string_view text, std::string_view pattern) const;

 private:
  Strings joined(std::string names) const;
  bool give_purposes(Liaison& liaison, const std::string& purpose) const;
  Strings& list_for(Liaison& liaison, const std::string& purpose) const;

  const Wording& wording_;
};

// Adds those that a document lists. `in_tables_only`: the document is one itself, so that its lines
// tell of no other.
void read_liaison_lists(const DocumentScan& scan, const Wording& wording, bool in_tables_only,
                        Facts& facts);

}  // namespace rapporteur
