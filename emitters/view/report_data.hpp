#pragma once

#include <mutex>

#include "emitters/view/view.hpp"
#include "pipeline/model/results.hpp"

namespace rapporteur {

// Results with what reports make of them, made when the first report asks and kept for the others.
// The results must outlive it. Several threads may ask.
class ReportData {
 public:
  // NOLINTNEXTLINE(google-explicit-constructor): results are what every emitter is called with
  ReportData(const Results& results) : results_(results) {}

  const Results& results() const { return results_; }
  // The wording of a run is one: that of the first call stays.
  const Shown& view(const ReportWords& words) const {
    std::call_once(made_, [&] { view_ = view_of(results_, words); });
    return view_;
  }

 private:
  const Results& results_;
  mutable std::once_flag made_;
  mutable Shown view_;
};

}  // namespace rapporteur
