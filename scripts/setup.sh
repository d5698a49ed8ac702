# shellcheck shell=bash
# What ./contop-host and ./verify share: finding a JDK and Maven, installing what is missing.
# Sourced, never run. Works with the bash 3.2 of macOS. Everything it says goes to standard error.

say() {
  printf '%s\n' "$*" >&2
}

# give_up MESSAGE: one line naming cause and remedy, exit status 2.
give_up() {
  say "${0##*/}: $*"
  exit 2
}

# Sets java_home to a JDK (or, with "run", at least a Java runtime) of version 17 or later:
# JAVA_HOME, then the java on PATH, then wherever the platform keeps its own.
find_java() {
  local wanted=$1 home
  java_home=
  while IFS= read -r home; do
    if is_java_17 "$home" "$wanted"; then
      java_home=$home
      return 0
    fi
  done < <(java_candidates)
  return 1
}

java_candidates() {
  local found
  [ -n "${JAVA_HOME:-}" ] && printf '%s\n' "$JAVA_HOME"
  if found=$(command -v java) && found=$(follow_links "$found"); then
    printf '%s\n' "${found%/bin/java}"
  fi
  for found in /usr/lib/jvm/*; do
    # Debian's "java-1.17.0-…" and "default-java" are links to folders that are listed as well.
    [ -d "$found" ] && [ ! -L "$found" ] && printf '%s\n' "$found"
  done
  if [ -x /usr/libexec/java_home ]; then
    /usr/libexec/java_home -v 17+ 2>/dev/null
  fi
  return 0
}

is_java_17() {
  local home=$1 wanted=$2
  [ -x "$home/bin/java" ] || return 1
  [ "$wanted" = run ] || [ -x "$home/bin/javac" ] || return 1
  read_java_version "$home"
  [ "$major" -ge 17 ]
}

# Sets java_version and its first number, major. Reads the JDK's own note: asking it costs a JVM start.
# shellcheck disable=SC2034 # java_version is for who sources this
read_java_version() {
  local home=$1 line
  java_version=unknown
  major=0
  if [ -r "$home/release" ]; then
    while IFS= read -r line; do
      case $line in JAVA_VERSION=*) break ;; esac
    done <"$home/release"
  else
    line=$("$home/bin/java" -version 2>&1)
    line=${line%%$'\n'*}
  fi
  if [[ $line =~ \"(([0-9]+)[^\"]*)\" ]]; then
    java_version=${BASH_REMATCH[1]}
    major=${BASH_REMATCH[2]}
  fi
}

# Prints the file that a chain of links ends at (macOS has no "readlink -f" before 12.3).
follow_links() {
  local file=$1 link folder
  while [ -L "$file" ]; do
    link=$(readlink "$file") || return 1
    case $link in
      /*) file=$link ;;
      *) file=$(dirname "$file")/$link ;;
    esac
  done
  folder=$(cd -P "$(dirname "$file")" && pwd) || return 1
  printf '%s\n' "${folder%/}/${file##*/}"
}

can_install() {
  [ "${CONTOP_NO_INSTALL:-}" != 1 ] && command -v apt-get >/dev/null && {
    [ "$(id -u)" = 0 ] || sudo -n true 2>/dev/null
  }
}

as_root() {
  if [ "$(id -u)" = 0 ]; then
    "$@"
  else
    sudo -n "$@"
  fi
}

# install_packages WHY PACKAGE...: quietly, with one line saying what; non-zero when it could not.
install_packages() {
  local why=$1 log
  shift
  can_install || return 1
  say "${0##*/}: installing $* ($why)"
  log=$(mktemp) || return 1
  # The package list of a fresh machine is empty or old, but refreshing a good one costs seconds.
  if apt_install "$@" >"$log" 2>&1 || { as_root apt-get -q update && apt_install "$@"; } >>"$log" 2>&1; then
    rm -f "$log"
    return 0
  fi
  tail -n 5 "$log" >&2
  rm -f "$log"
  return 1
}

apt_install() {
  as_root env DEBIAN_FRONTEND=noninteractive \
    apt-get -q -y --no-install-recommends -o DPkg::Lock::Timeout=300 install "$@" </dev/null
}

# Prints the remedy for missing packages in the words of this platform.
remedy() {
  if command -v apt-get >/dev/null; then
    printf 'sudo apt-get install %s' "$*"
  else
    printf 'install with your package manager what Debian calls: %s' "$*"
  fi
}

# Sets java_home to a JDK and exports it as JAVA_HOME for Maven; installs both where it can, and npm,
# which fetches the one library of the page.
need_build_tools() {
  local packages=()
  find_java build || packages+=(openjdk-17-jdk-headless)
  command -v mvn >/dev/null || packages+=(maven)
  command -v npm >/dev/null || packages+=(npm)
  if [ ${#packages[@]} -gt 0 ]; then
    install_packages "to build" "${packages[@]}" \
      || { [ -z "$java_home" ] && install_packages "to build" default-jdk-headless maven npm; } \
      || give_up "missing: ${packages[*]}; remedy: $(remedy "${packages[@]}")"
    find_java build || give_up "no JDK of version 17 or later; remedy: install one and set JAVA_HOME"
  fi
  export JAVA_HOME=$java_home
}

# The shared libraries that the WebRTC library and the screen and input code load,
# with the Debian package that brings each.
native_libraries='
libpulse.so.0       libpulse0
libudev.so.1        libudev1
libdbus-1.so.3      libdbus-1-3
libX11.so.6         libx11-6
libXext.so.6        libxext6
libXtst.so.6        libxtst6
libXfixes.so.3      libxfixes3
libXrandr.so.2      libxrandr2
libXcomposite.so.1  libxcomposite1
libxcb.so.1         libxcb1
libxcb-shm.so.0     libxcb-shm0
libxcb-randr.so.0   libxcb-randr0
libxcb-xfixes.so.0  libxcb-xfixes0
libxcb-damage.so.0  libxcb-damage0
libxcb-xtest.so.0   libxcb-xtest0
libxcb-xinput.so.0  libxcb-xinput0
'

# Sets missing_libraries, those that the loader does not know, and missing_packages. Where there is
# no loader cache to ask, it says none: the host itself then names what it cannot load.
find_missing_libraries() {
  local known library package
  missing_libraries=()
  missing_packages=()
  [ "$(uname)" = Linux ] || return 0
  known=$(PATH=$PATH:/sbin:/usr/sbin ldconfig -p 2>/dev/null) || return 0
  while read -r library package; do
    case $known in
      *"$library "*) continue ;;
    esac
    [ -n "$library" ] || continue
    missing_libraries+=("$library")
    missing_packages+=("$package")
  done <<<"$native_libraries"
  return 0
}
