#include <vector>

#include "validators/families.hpp"
#include "validators/rule.hpp"

namespace rapporteur {
namespace {

std::vector<const Rule*> join_families() {
  std::vector<const Rule*> rules;
  for (const std::span<const Rule> family : {clause_rules(),
                                             clause_form_rules(),
                                             caption_number_rules(),
                                             contact_rules(),
                                             name_rules(),
                                             repetition_rules(),
                                             cross_reference_rules(),
                                             cited_object_rules(),
                                             passage_rules(),
                                             table_row_rules(),
                                             caption_style_rules(),
                                             list_rules(),
                                             document_number_rules(),
                                             resolution_rules(),
                                             own_number_rules(),
                                             recorded_position_rules(),
                                             cover_rules(),
                                             title_rules(),
                                             header_field_rules(),
                                             header_date_rules(),
                                             first_page_rules(),
                                             header_content_rules(),
                                             reference_entry_rules(),
                                             reference_tag_rules(),
                                             reference_use_rules(),
                                             list_punctuation_rules(),
                                             variant_rules(),
                                             self_reference_rules(),
                                             tag_rules(),
                                             web_address_rules(),
                                             instrument_name_rules(),
                                             abbreviation_rules(),
                                             abbreviation_list_rules(),
                                             expansion_rules(),
                                             recommendation_outline_rules(),
                                             etsi_outline_rules(),
                                             meeting_outline_rules(),
                                             fixed_text_rules(),
                                             empty_clause_rules(),
                                             requirement_place_rules(),
                                             letter_rules(),
                                             term_rules(),
                                             captions_in_place_rules(),
                                             note_rules(),
                                             table_field_rules(),
                                             clause_title_rules()}) {
    for (const Rule& rule : family) rules.push_back(&rule);
  }
  return rules;
}

}  // namespace

std::span<const Rule* const> all_rules() {
  static const std::vector<const Rule*> kRules = join_families();
  return kRules;
}

}  // namespace rapporteur
