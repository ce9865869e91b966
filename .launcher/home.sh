# Makes the environment fit: a home folder that can be written, and UTF-8.

# Maven keeps its libraries under the home folder; where there is none, under target/.
maven_options=()

prepare_home() {
  local account
  account=$(eval echo "~$(id -un 2>/dev/null)" 2>/dev/null)
  if [ -z "${HOME-}" ] || ! mkdir -p "$HOME/.m2" 2>/dev/null || [ ! -w "$HOME/.m2" ]; then
    export MAVEN_USER_HOME=$root/target/home/.m2
    export HOME=$root/target/home
    mkdir -p "$MAVEN_USER_HOME"
  fi
  # Java takes the account's home folder, not HOME.
  if [ ! -w "$account" ]; then
    maven_options=("-Dmaven.repo.local=$HOME/.m2/repository" "-Duser.home=$HOME")
  fi
}

# In a locale without UTF-8 Java could not open files whose names are not ASCII.
prepare_locale() {
  case ${LC_ALL:-${LC_CTYPE:-${LANG-}}} in
    *[Uu][Tt][Ff]8* | *[Uu][Tt][Ff]-8*) ;;
    *) [ "$(uname)" != Linux ] || export LC_ALL=C.UTF-8 ;;
  esac
}
