#include "parsers/external/helper_process.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <system_error>
#include <thread>

#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

std::atomic<bool> stopped{false};

constexpr int kCannotRun = 127;  // exit code of a child that never became the program
constexpr auto kGlance = std::chrono::milliseconds(10);

void limit(int resource, std::uint64_t most) {
  const rlimit both = {most, most};
  setrlimit(static_cast<__rlimit_resource>(resource), &both);
}

// In the child, between fork and exec: nothing here may allocate or lock.
[[noreturn]] void become(const char* program, char* const* arguments, const char* folder,
                         const HelperLimits& limits) {
  setpgid(0, 0);
  prctl(PR_SET_PDEATHSIG, SIGKILL);  // it has nobody to work for when this program is killed
  if (chdir(folder) != 0) _exit(kCannotRun);
  const int in = open("/dev/null", O_RDONLY);
  const int out = open("stdout", O_WRONLY | O_CREAT | O_TRUNC, 0600);
  const int error = open("/dev/null", O_WRONLY);
  if (in < 0 || out < 0 || error < 0) _exit(kCannotRun);
  dup2(in, STDIN_FILENO);
  dup2(out, STDOUT_FILENO);
  dup2(error, STDERR_FILENO);
  limit(RLIMIT_CPU, static_cast<std::uint64_t>(limits.seconds));
  limit(RLIMIT_AS, limits.memory);
  limit(RLIMIT_FSIZE, limits.file_bytes);
  limit(RLIMIT_CORE, 0);
  execv(program, arguments);
  _exit(kCannotRun);
}

// The status of `child` when it ends in time; none when its time was up, or the program is to end,
// and it was ended.
std::optional<int> wait_for(pid_t child, int seconds) {
  const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(seconds);
  int status = 0;
  while (true) {
    const pid_t ended = waitpid(child, &status, WNOHANG);
    if (ended == child) return status;
    if (ended < 0 && errno != EINTR) return kCannotRun << 8;
    if (stopped || std::chrono::steady_clock::now() > deadline) break;
    std::this_thread::sleep_for(kGlance);
  }
  kill(-child, SIGKILL);
  waitpid(child, &status, 0);
  return {};
}

}  // namespace

void stop_helpers() { stopped = true; }

std::optional<std::filesystem::path> find_helper(std::string_view name) {
  const char* const path = std::getenv("PATH");
  if (path == nullptr) return {};
  for (const std::string_view folder : split(path, ':')) {
    if (folder.empty()) continue;
    std::filesystem::path program = std::filesystem::path(folder) / name;
    if (access(program.c_str(), X_OK) == 0) return program;
  }
  return {};
}

Result<void> run_helper(const std::filesystem::path& program,
                        const std::vector<std::string>& arguments,
                        const std::filesystem::path& folder, const HelperLimits& limits) {
  const std::string name = program.filename().string();
  std::vector<std::string> words = {program.string()};
  words.insert(words.end(), arguments.begin(), arguments.end());
  std::vector<char*> pointers;
  for (std::string& word : words) pointers.push_back(word.data());
  pointers.push_back(nullptr);
  const std::string where = folder.string();
  if (stopped) return fail(ErrorCode::limit_exceeded, name, "was not begun: interrupted");
  const pid_t child = fork();
  if (child < 0) {
    return fail(ErrorCode::io, name, std::string("cannot be started: ") + std::strerror(errno));
  }
  if (child == 0) become(words[0].c_str(), pointers.data(), where.c_str(), limits);
  setpgid(child, child);
  const std::optional<int> status = wait_for(child, limits.seconds);
  kill(-child, SIGKILL);  // what it may have left running
  if (!status && stopped) return fail(ErrorCode::limit_exceeded, name, "was interrupted");
  if (!status) {
    return fail(ErrorCode::limit_exceeded, name,
                fmt::format("did not finish within {} seconds", limits.seconds));
  }
  if (WIFEXITED(*status) && WEXITSTATUS(*status) == 0) return {};
  if (WIFSIGNALED(*status)) {
    return fail(ErrorCode::malformed, name, fmt::format("ended by signal {}", WTERMSIG(*status)));
  }
  return fail(ErrorCode::malformed, name, fmt::format("failed with code {}", WEXITSTATUS(*status)));
}

}  // namespace rapporteur
