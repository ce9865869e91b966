# Installs a package of the system when it is missing and may be; otherwise says what to type.

# The command that installs the package named in $1 here; nothing when we do not know.
install_command() {
  if command -v apt-get >/dev/null; then
    echo "apt-get install -y --no-install-recommends $1"
  elif command -v dnf >/dev/null; then
    echo "dnf install -y $1"
  elif command -v pacman >/dev/null; then
    echo "pacman -S --noconfirm --needed $1"
  elif command -v zypper >/dev/null; then
    echo "zypper --non-interactive install $1"
  elif command -v apk >/dev/null; then
    echo "apk add $1"
  fi
}

# Runs a command as root, if that needs no password; its output goes to the log.
as_root() {
  mkdir -p "$root/target"
  if [ "$(id -u)" = 0 ]; then
    DEBIAN_FRONTEND=noninteractive "$@" </dev/null >>"$root/target/packages.log" 2>&1
  else
    sudo -n env DEBIAN_FRONTEND=noninteractive "$@" </dev/null >>"$root/target/packages.log" 2>&1
  fi
}

may_install() {
  [ "$(id -u)" = 0 ] || { command -v sudo >/dev/null && sudo -n true 2>/dev/null; }
}

# want_package COMMAND PACKAGE REASON: what to do when COMMAND is missing. Returns 1 when it stays so.
want_package() {
  local install
  command -v "$1" >/dev/null && return 0
  install=$(install_command "$2")
  if [ -z "$install" ]; then
    say "$2 is missing. $3 There is no package manager here that we know of."
    return 1
  fi
  if may_install; then
    say "Installing $2 ($install). $3"
    # A list of packages that is missing or old is the usual reason why the first try fails.
    # shellcheck disable=SC2086
    as_root $install || { refresh_packages && as_root $install; }
    command -v "$1" >/dev/null && return 0
    say "That did not work; target/packages.log says why."
  fi
  say "$2 is missing. $3 To install it:  sudo $install"
  return 1
}

refresh_packages() {
  if command -v apt-get >/dev/null; then as_root apt-get update; fi
}
