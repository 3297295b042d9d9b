# Sourced by ./dev: installing what tools/packages.txt lists. Needs $root and tools/steps.sh.
# shellcheck shell=bash disable=SC2154

readonly apt_get=(env DEBIAN_FRONTEND=noninteractive apt-get -y -q
  -o DPkg::Lock::Timeout=300 -o Dpkg::Use-Pty=0 -o Acquire::Retries=3)

# packages_of SECTION...: the names of these sections, one a line.
packages_of() {
  local section
  for section in "$@"; do
    awk -v header="[$section]" '
      /^\[/ { inside = ($1 == header); found = found || inside; next }
      inside && NF && $1 !~ /^#/ { print $1 }
      END { exit !found }' "$root/tools/packages.txt" ||
      stop 2 "no section [$section] in tools/packages.txt"
  done
}

# Those of the given packages that are not installed, one a line.
missing_of() {
  local installed
  # shellcheck disable=SC2016  # the braces are dpkg's
  installed=$(dpkg-query -W -f '${db:Status-Status} ${Package}\n' "$@" 2>/dev/null |
    awk '$1 == "installed" { print $2 }' || true)
  printf '%s\n' "$@" | grep -vxF "$installed" || true
}

# Runs a command as root, asking for a password only where somebody can type it.
as_root() {
  if [ "$EUID" -eq 0 ]; then "$@"; else sudo -n "$@"; fi
}

may_become_root() {
  [ "$EUID" -ne 0 ] || return 0
  command -v sudo >/dev/null || return 1
  sudo -n true 2>/dev/null || { [ -t 0 ] && sudo -v; }
}

apt_install() { as_root "${apt_get[@]}" install --no-install-recommends "$@"; }
apt_update() { as_root "${apt_get[@]}" update; }

# The package lists are fetched only when the installation fails without them.
install_or_update() { apt_install "$@" || { apt_update && apt_install "$@"; }; }

# ensure_packages SECTION...: returns with every package of these sections installed, or stops.
ensure_packages() {
  local names missing
  names=$(packages_of "$@")
  if ! command -v apt-get >/dev/null || ! command -v dpkg-query >/dev/null; then
    stop 1 "this system has no apt-get; the project is built on Debian 12 and needs there:
  $(tr '\n' ' ' <<<"$names")"
  fi
  mapfile -t names <<<"$names"
  missing=$(missing_of "${names[@]}")
  [ -n "$missing" ] || return 0
  mapfile -t missing <<<"$missing"
  may_become_root || stop 1 "${#missing[@]} Debian packages are missing and only root may install them:
  apt-get install --no-install-recommends ${missing[*]}"
  quietly "install ${#missing[@]} packages" install_or_update "${missing[@]}"
}
