#pragma once

#include <cstdint>

#include "pipeline/model/document.hpp"

namespace rapporteur {

// Gives headings to a document that has none by style: titles behind a roman number or a capital
// letter that go on from one another ("II. Attendance", below it "A. Members"), with text between
// them. Returns how many levels they take, so that numbered headings stand below. Internal to
// pipeline/normalise.
std::uint8_t give_lettered_headings(DocumentData& data);

}  // namespace rapporteur
