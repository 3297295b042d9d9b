#pragma once

#include "pipeline/model/document.hpp"

namespace rapporteur {

// The words by which enumerators are known outside: in JSON, schemas and messages.
const char* name(BlockKind kind);
const char* name(PartKind kind);
const char* name(Highlight colour);
const char* name(ClauseKind kind);
const char* name(ScopeKind kind);
const char* name(RevisionKind kind);
const char* name(ObjectKind kind);
const char* name(DiagnosticCode code);

// The names of the marks a run has, in the order of the enumeration.
std::vector<std::string> mark_names(const Run& run);

}  // namespace rapporteur
