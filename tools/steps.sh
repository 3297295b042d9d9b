# Sourced by ./dev: running one step after another, quiet while all is well. Needs $root.
# shellcheck shell=bash disable=SC2154

watcher=""  # process showing the end of the log of the step that runs, on a terminal

stop() {
  local status=$1
  shift
  printf './dev: %s\n' "$*" >&2
  exit "$status"
}

log_of() { printf '%s/build/logs/%s.log' "$root" "${1// /-}"; }

start_logs() {
  if ! mkdir -p "$root/build/logs" 2>/dev/null || [ ! -w "$root/build/logs" ]; then
    stop 1 "cannot write to $root/build; copy the checkout to a folder of your own and run it there"
  fi
  trap 'interrupted' INT TERM
  trap 'stop_watching' EXIT
}

interrupted() {
  printf '\n' >&2
  stop 130 "stopped; nothing is lost, the same command goes on where it was"
}

# As many compilers as processors, but one for each GiB of free memory; DEV_JOBS overrides both.
jobs_that_fit() {
  local cpus gigabytes
  cpus=$(nproc)
  gigabytes=$(awk '/^MemAvailable:/ { print int($2 / 1048576) }' /proc/meminfo 2>/dev/null || true)
  [ "${gigabytes:-$cpus}" -ge 1 ] || gigabytes=1
  echo "${DEV_JOBS:-$((cpus < ${gigabytes:-$cpus} ? cpus : ${gigabytes:-$cpus}))}"
}

show_last_line() {
  while sleep 1; do
    printf '\r\033[K%-20s %s' "$1" "$(tail -n 1 "$2" 2>/dev/null | cut -c 1-58)"
  done
}

start_watching() {
  [ -t 1 ] || return 0
  show_last_line "$1" "$2" &
  watcher=$!
}

stop_watching() {
  [ -n "$watcher" ] || return 0
  kill "$watcher" 2>/dev/null || true
  wait "$watcher" 2>/dev/null || true
  watcher=""
  printf '\r\033[K'
}

# attempt NAME COMMAND...: runs COMMAND with its output in a log; its exit status.
attempt() {
  local log status=0
  log=$(log_of "$1")
  start_watching "$1" "$log"
  shift
  "$@" >"$log" 2>&1 </dev/null || status=$?
  stop_watching
  return "$status"
}

# quietly NAME COMMAND...: one line with the time it took, or the end of the log and the way out.
quietly() {
  local name=$1 started=$SECONDS
  if attempt "$@"; then
    printf '%-20s %4d s\n' "$name" "$((SECONDS - started))"
  else
    show_failure "$name"
    exit 1
  fi
}

show_failure() {
  local log
  log=$(log_of "$1")
  printf '%-20s failed; the end of %s:\n\n' "$1" "$log" >&2
  tail -n 80 "$log" >&2
  printf '\n./dev: %s failed%s\n' "$1" "$(advice_for "$1" "$log")" >&2
}

# What a known line in a log means for the person reading it: pattern, then advice.
readonly known_failures=(
  'No space left on device' 'the disk is full; free about 2 GB and repeat the command'
  'Temporary failure resolving|Could not resolve|Could not connect|Network is unreachable'
  'the package mirror cannot be reached; check the network or the proxy of apt and repeat'
  'dpkg was interrupted' 'an earlier installation broke off; run: dpkg --configure -a (as root), then repeat'
  'Could not get lock' 'another program is installing packages; wait for it and repeat'
  'Unable to locate package|has no installation candidate'
  'a package is unknown here; the list is made for Debian 12 (bookworm)'
  'Killed signal terminated|Cannot allocate memory' 'out of memory; repeat with DEV_JOBS=1'
  'CMakeCache.txt directory .* is different' 'the checkout was moved; delete build/ and repeat'
  'Read-only file system|Permission denied' 'copy the checkout to a folder of your own and run it there'
)

# A full disk swallows the log as well, so it is measured, in KiB.
disk_is_full() { [ "$(df -Pk "$root" | awk 'NR == 2 { print $4 }')" -lt 10240 ]; }

# advice_for STEP LOG. What tests print may be anything, so only the other steps are searched.
advice_for() {
  local i
  ! disk_is_full || { printf ': %s' "${known_failures[1]}"; return; }
  case $1 in install* | configure* | build*) ;; *) return ;; esac
  for ((i = 0; i < ${#known_failures[@]}; i += 2)); do
    if grep -qE "${known_failures[i]}" "$2"; then
      printf ': %s' "${known_failures[i + 1]}"
      return
    fi
  done
}
