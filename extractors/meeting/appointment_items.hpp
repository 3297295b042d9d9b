#pragma once

#include <string>

#include "extractors/meeting/appointment_list.hpp"

namespace rapporteur {

// Lists of appointments below the sentence that makes them: "SC 99 makes the following
// appointments:" and a line for each.
class AppointmentItems {
 public:
  // All outlive it.
  AppointmentItems(const DocumentScan& scan, const Wording& wording, const PeopleReader& people,
                   AppointmentList& list)
      : scan_(scan), doc_(scan.doc()), wording_(wording), people_(people), list_(list) {}

  // Whether the block is a line of such a list, which is then read. Takes the blocks in order.
  bool read(BlockId id);

 private:
  void begin(const Match& lead);
  bool read_item(BlockId id, TextRange line);
  void add(BlockId id, TextRange line, const std::string& people, Office office);

  const DocumentScan& scan_;
  const Document& doc_;
  const Wording& wording_;
  const PeopleReader& people_;
  AppointmentList& list_;
  bool open_ = false;   // the list has begun and may go on
  std::string body_;    // who appoints
  std::string office_;  // of all in the list; "" where each line names one
  Tenure term_;
};

}  // namespace rapporteur
