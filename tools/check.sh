# Sourced by ./dev: the steps of `./dev check`. Needs $root, tools/steps.sh and tools/packages.sh.
# shellcheck shell=bash disable=SC2154

readonly check_steps=(format layers generated tidy asan tsan fuzz)
readonly fuzz_seconds=60  # for each target

tracked() { git -C "$root" ls-files -- "$@"; }

check_format() {
  (cd "$root" && tracked '*.cpp' '*.hpp' | xargs -r clang-format-16 --dry-run -Werror)
}

check_layers() { python3 "$root/tools/layers.py"; }

build_preset() { configure "$1" ON && build "$@"; }

check_generated() {
  build_preset dev rapporteur || return 1
  (cd "$root" && build/dev/rapporteur docs --check)
}

# The sources that differ from main, and those that include a header that does.
changed_sources() {
  local path
  git -C "$root" diff --name-only --diff-filter=d main -- '*.cpp' '*.hpp' | while read -r path; do
    case $path in
      *.cpp) echo "$path" ;;
      *.hpp) git -C "$root" grep -lF "\"$path\"" -- '*.cpp' || true ;;
    esac
  done | sort -u
}

# Configured for clang, which cannot read the precompiled header of g++. Nothing is built.
check_tidy() {
  local sources
  configure dev ON -B "$root/build/tidy" -DCMAKE_CXX_COMPILER=clang++-16 \
    -DCMAKE_DISABLE_PRECOMPILE_HEADERS=ON || return 1
  if [ "$tidy_changed" = yes ]; then sources=$(changed_sources); else sources=$(tracked '*.cpp'); fi
  [ -n "$sources" ] || return 0
  mapfile -t sources <<<"$sources"
  python3 "$root/tools/tidy.py" "$root/build/tidy" "$(jobs_that_fit)" "${sources[@]/#/$root/}"
}

# A meeting of real documents, where there is one beside the checkout.
run_on_shared_documents() {
  local status=0
  [ -d "$root/../shared/docs" ] || { echo "skipped: no ../shared"; return 0; }
  "$root/build/$1/rapporteur" run "$root/../shared/docs" -o "$root/build/$1/shared" || status=$?
  case $status in 0 | 1 | 3) ;; *) return "$status" ;; esac
}

# check_sanitizer PRESET: every test, and the main job on real documents.
check_sanitizer() {
  build_preset "$1" all &&
    ctest --test-dir "$root/build/$1" -j "$(jobs_that_fit)" --output-on-failure &&
    run_on_shared_documents "$1"
}

check_asan() { check_sanitizer asan; }
check_tsan() {
  TSAN_OPTIONS="suppressions=$root/tools/tsan-suppressions.txt" check_sanitizer tsan
}

check_fuzz() {
  local target
  build_preset fuzz all || return 1
  for target in "$root"/build/fuzz/tests/fuzz/*_fuzzer; do
    fuzz_one "$target" || return 1
  done
}

# What a target finds is kept below build/, so that the next check starts from it; its seeds, and
# words that random changes would hardly hit upon, lie beside its source.
fuzz_one() {
  local name found options=()
  local beside=$root/tests/fuzz
  name=$(basename "$1")
  found=$root/build/fuzz/found/$name
  mkdir -p "$found"
  [ ! -f "$beside/$name.dict" ] || options+=(-dict="$beside/$name.dict")
  options+=("$found")
  [ ! -d "$beside/seeds/$name" ] || options+=("$beside/seeds/$name")
  "$1" -max_total_time="$fuzz_seconds" -timeout=10 -rss_limit_mb=2048 -print_final_stats=1 \
    -artifact_prefix="$found-" "${options[@]}"
}

tidy_changed=no
failed_steps=0
summary=""

run_check() {
  local name=$1 started=$SECONDS verdict=passed
  if ! attempt "$name" "check_$name"; then
    verdict=failed
    failed_steps=$((failed_steps + 1))
    show_failure "$name"
  fi
  printf '%-12s %s\n' "$name" "$verdict"
  summary+=$(printf '%-12s %-8s %5d s' "$name" "$verdict" "$((SECONDS - started))")$'\n'
}

command_check() {
  local steps=() step
  for step in "$@"; do
    if [ "$step" = --changed ]; then
      tidy_changed=yes
    elif [[ " ${check_steps[*]} " == *" $step "* ]]; then
      steps+=("$step")
    else
      stop 2 "no step $step; there are: ${check_steps[*]}"
    fi
  done
  [ "${#steps[@]}" -gt 0 ] || steps=("${check_steps[@]}")
  ensure_packages build test check
  for step in "${steps[@]}"; do run_check "$step"; done
  printf '\n%s' "$summary"
  [ "$failed_steps" -eq 0 ] || stop 1 "$failed_steps of ${#steps[@]} steps failed"
}
