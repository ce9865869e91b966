# Finds a JDK 25 wherever people keep their JDKs, whatever the default java is.

wanted_jdk=25

# The feature version of the JDK in a folder, as a number; nothing when there is no JDK in it.
jdk_version() {
  local line version=''
  [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] || return 0
  if [ -r "$1/release" ]; then
    while IFS= read -r line; do
      case $line in JAVA_VERSION=*) version=${line#*=} ;; esac
    done <"$1/release"
  else
    version=$("$1/bin/javac" -version 2>&1) || return 0
    version=${version#javac }
  fi
  version=${version//\"/}
  version=${version#1.}
  printf '%s' "${version%%[!0-9]*}"
}

# Where the java on the PATH lives, without its links.
java_on_path() {
  local java link
  java=$(command -v java) || return 0
  while [ -L "$java" ]; do
    link=$(readlink "$java")
    case $link in
      /*) java=$link ;;
      *) java=$(dirname "$java")/$link ;;
    esac
  done
  printf '%s' "${java%/bin/java}"
}

# The folders to look at, the most deliberate choice first. INTERLEAVE_JDK_FOLDERS replaces the
# usual places of the system, for machines that keep their JDKs elsewhere (and for our tests).
jdk_candidates() {
  local user=${HOME-} folder
  printf '%s\n' "${JAVA_HOME-}" "${JDK_HOME-}" "${JAVA_HOME_25_X64-}" "${JAVA_HOME_25_ARM64-}"
  java_on_path && echo
  for folder in "$user"/.sdkman/candidates/java "$user"/.jdks "$user"/.jenv/versions \
    "$user"/.asdf/installs/java "$user"/.local/share/mise/installs/java \
    "$user"/Library/Java/JavaVirtualMachines; do
    printf '%s\n' "$folder"/*/Contents/Home "$folder"/*
  done
  if [ -n "${INTERLEAVE_JDK_FOLDERS-}" ]; then
    printf '%s\n' "$INTERLEAVE_JDK_FOLDERS"/*
    return
  fi
  [ -x /usr/libexec/java_home ] && /usr/libexec/java_home -v $wanted_jdk 2>/dev/null
  printf '%s\n' /usr/lib/jvm/* /usr/lib64/jvm/* /usr/java/* /usr/local/java/* /opt/* /opt/java/* \
    /opt/jdks/* /Library/Java/JavaVirtualMachines/*/Contents/Home \
    /opt/homebrew/opt/openjdk@25 /opt/homebrew/opt/openjdk /usr/local/opt/openjdk@25 \
    /usr/local/opt/openjdk /home/linuxbrew/.linuxbrew/opt/openjdk@25 \
    /usr/local/sdkman/candidates/java/*
}

# Sets JAVA_HOME to a JDK 25, or ends with what was found instead and how to get one.
find_jdk() {
  local home version others=''
  while IFS= read -r home; do
    [ -n "$home" ] || continue
    version=$(jdk_version "$home")
    if [ "$version" = $wanted_jdk ]; then
      export JAVA_HOME=$home
      return
    fi
    [ -z "$version" ] || others="$others
  JDK $version in $home"
  done <<EOF
$(jdk_candidates)
EOF
  say "Interleave needs a JDK $wanted_jdk, and there is none in the usual places.${others:+ Found instead:$others}"
  say ""
  say "To get one:"
  case $(uname) in
    Darwin) say "  brew install openjdk@$wanted_jdk" ;;
    *)
      if command -v apt-get >/dev/null; then say "  sudo apt-get install openjdk-$wanted_jdk-jdk-headless"; fi
      if command -v dnf >/dev/null; then say "  sudo dnf install java-$wanted_jdk-openjdk-devel"; fi
      ;;
  esac
  say "  sdk install java $wanted_jdk-tem          (SDKMAN)"
  say "  or download it from https://adoptium.net/temurin/releases/?version=$wanted_jdk"
  say ""
  fail "If you have one elsewhere:  JAVA_HOME=/path/to/jdk-$wanted_jdk ./interleave ${command-serve}"
}
