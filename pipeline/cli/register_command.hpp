#pragma once

#include "pipeline/cli/command.hpp"

namespace rapporteur {

Command register_command(CLI::App& root);

}  // namespace rapporteur
