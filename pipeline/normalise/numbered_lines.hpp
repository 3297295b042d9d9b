#pragma once

#include "pipeline/model/document.hpp"
#include "pipeline/profile/profile.hpp"

namespace rapporteur {

// Gives headings to a document that has none by style: numbered lines ("7.2<tab>Procedure") as
// their neighbours of the same rank show them to be headings, items of a list or paragraphs.
// `above` levels are those of headings that are there. Returns whether there was any numbered line
// that is no item. Internal to pipeline/normalise.
bool give_numbered_headings(DocumentData& data, const Profile& profile, std::uint8_t above);

}  // namespace rapporteur
