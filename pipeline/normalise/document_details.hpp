#pragma once

#include <string>
#include <vector>

#include "pipeline/model/document.hpp"
#include "pipeline/model/register.hpp"
#include "pipeline/profile/profile.hpp"

namespace rapporteur {

// What a document says of itself beyond its Identity: read when somebody asks. "" and empty where
// it does not say.

// Those whom a cover names as contact, editor or author.
std::vector<Contact> contacts_of(const Document& doc, const Profile& profile);

// A place in which a document says which number it has: "head", "cover", "page header", "file
// name".
struct NumberClaim {
  std::string place;
  Identifier number;
  bool whole = true;  // says every part of it: without a revision it means the first text
};
// All of them, the most trustworthy one first.
std::vector<NumberClaim> number_claims(const Document& doc, const Profile& profile);

// A paper that an agenda or a list of documents names, with the words its row has for it.
struct ListedDocument {
  Identifier number;
  std::string title;
  std::string item;  // of the agenda
};
// In order, each once; none for other kinds of documents.
std::vector<ListedDocument> listed_documents(const Document& doc, const Profile& profile);

// The meeting it is for, as written.
std::string meeting_of(const Document& doc, const Profile& profile);
// The last day, ISO 8601, where its date begins a range.
std::string last_day_of(const Document& doc, const Profile& profile);
// ISO 639 code of the language of the text, or else the one that its file name states.
std::string language_of(const Document& doc, const Profile& profile);
// The Questions it is for: canonical identifiers.
std::vector<std::string> questions_of(const Document& doc, const Profile& profile);

}  // namespace rapporteur
