#include "extractors/extractor.hpp"

namespace rapporteur {

extern const Extractor kAgendaExtractor;
extern const Extractor kPositionsExtractor;

std::span<const Extractor* const> all_extractors() {
  static constexpr const Extractor* kAll[] = {&kAgendaExtractor, &kPositionsExtractor};
  return kAll;
}

}  // namespace rapporteur
