#pragma once

#include <optional>

#include "emitters/view.hpp"
#include "pipeline/model/results.hpp"

namespace rapporteur {

// Results with what reports make of them, made when the first report asks and kept for the others.
// The results must outlive it. For one thread.
class ReportData {
 public:
  // NOLINTNEXTLINE(google-explicit-constructor): results are what every emitter is called with
  ReportData(const Results& results) : results_(results) {}

  const Results& results() const { return results_; }
  // The labels of a run are one set: those of the first call stay.
  const Json& view(const Labels& labels) const {
    if (!view_) view_ = view_of(results_, labels);
    return *view_;
  }

 private:
  const Results& results_;
  mutable std::optional<Json> view_;
};

}  // namespace rapporteur
