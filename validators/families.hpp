#pragma once

#include <span>

#include "validators/rule.hpp"

namespace rapporteur {

// The rules of each family, in the order in which they run. all_rules() joins them.
std::span<const Rule> clause_rules();
std::span<const Rule> clause_form_rules();
std::span<const Rule> contact_rules();
std::span<const Rule> name_rules();
std::span<const Rule> repetition_rules();
std::span<const Rule> caption_number_rules();
std::span<const Rule> cross_reference_rules();
std::span<const Rule> cited_object_rules();
std::span<const Rule> passage_rules();
std::span<const Rule> table_row_rules();
std::span<const Rule> caption_style_rules();
std::span<const Rule> list_rules();
std::span<const Rule> document_number_rules();
std::span<const Rule> resolution_rules();
std::span<const Rule> own_number_rules();
std::span<const Rule> recorded_position_rules();
std::span<const Rule> cover_rules();
std::span<const Rule> title_rules();
std::span<const Rule> header_field_rules();
std::span<const Rule> header_date_rules();
std::span<const Rule> first_page_rules();
std::span<const Rule> header_content_rules();
std::span<const Rule> reference_entry_rules();
std::span<const Rule> reference_tag_rules();
std::span<const Rule> reference_use_rules();
std::span<const Rule> list_punctuation_rules();
std::span<const Rule> variant_rules();
std::span<const Rule> self_reference_rules();
std::span<const Rule> tag_rules();
std::span<const Rule> web_address_rules();
std::span<const Rule> instrument_name_rules();
std::span<const Rule> abbreviation_rules();
std::span<const Rule> abbreviation_list_rules();
std::span<const Rule> expansion_rules();
std::span<const Rule> recommendation_outline_rules();
std::span<const Rule> etsi_outline_rules();
std::span<const Rule> meeting_outline_rules();
std::span<const Rule> fixed_text_rules();
std::span<const Rule> empty_clause_rules();
std::span<const Rule> requirement_place_rules();
std::span<const Rule> letter_rules();
std::span<const Rule> term_rules();
std::span<const Rule> captions_in_place_rules();
std::span<const Rule> note_rules();
std::span<const Rule> table_field_rules();
std::span<const Rule> clause_title_rules();

}  // namespace rapporteur
