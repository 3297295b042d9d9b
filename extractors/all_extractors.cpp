#include "extractors/extractor.hpp"

namespace rapporteur {

extern const Extractor kAgendaExtractor;
extern const Extractor kAppointmentsExtractor;
extern const Extractor kDecisionsExtractor;
extern const Extractor kLiaisonsExtractor;
extern const Extractor kMeetingsExtractor;
extern const Extractor kPositionsExtractor;
extern const Extractor kRoadmapExtractor;
extern const Extractor kActionsExtractor;
extern const Extractor kDeadlinesExtractor;
extern const Extractor kWorkItemsExtractor;
extern const Extractor kTermsExtractor;
extern const Extractor kReferencesExtractor;
extern const Extractor kVotesExtractor;

// Deadlines come after actions and liaison statements, whose dates they do not say again.
std::span<const Extractor* const> all_extractors() {
  static constexpr const Extractor* kAll[] = {
      &kAgendaExtractor,   &kDecisionsExtractor, &kPositionsExtractor, &kActionsExtractor,
      &kLiaisonsExtractor, &kDeadlinesExtractor, &kRoadmapExtractor,   &kAppointmentsExtractor,
      &kMeetingsExtractor, &kWorkItemsExtractor, &kTermsExtractor,     &kReferencesExtractor,
      &kVotesExtractor};
  return kAll;
}

}  // namespace rapporteur
