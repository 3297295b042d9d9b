#include "parsers/docx/word_story.hpp"

namespace rapporteur {

void StoryReader::read_chunk() {
  builder_.diagnose(DiagnosticCode::not_read, "a document embedded as a chunk is not read");
}

}  // namespace rapporteur
