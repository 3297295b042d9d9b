#pragma once

#include "pipeline/model/results.hpp"

namespace rapporteur {

// Results with one of everything and nothing in it: what a template is tried on before any document
// is read, so that a misspelt name shows.
Results specimen();

}  // namespace rapporteur
