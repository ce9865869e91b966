# Builds what is out of date, and nothing else. Sets app and course to what is to be started.
#
# Maven lays the program out in a module's target folder; from there it is copied to a folder of
# its own, so that a server that is running keeps the files it was started from.

out=$root/target/interleave
log=$root/target/build.log
course=$out/course

# prepare: everything that a command in Java needs, in the order of need. About 20 ms when nothing
# is to be done.
prepare() {
  here=$PWD
  cd "$root" || exit 1
  find_jdk
  prepare_home
  prepare_locale
  built=''
  if program_is_stale || lessons_are_stale; then
    with_lock build
  fi
  read -r app <"$out/app"
  app=$out/$app
  set_java_options
  if [ "$built" != again ] && [ ! -e "$aot_cache" ]; then
    with_lock train
  fi
}

# Whether a file is younger than the stamp. Folders count below src, for what was removed there.
younger_than() {
  local stamp=$1
  shift
  [ ! -f "$stamp" ] || [ -n "$(find "$@" \( -name target -o -name '.?*' -o -path '*/src/test' \) -prune \
    -o \( -type f -o -path '*/src/*' \) -newer "$stamp" -print -quit)" ]
}

program_is_stale() {
  [ ! -f "$out/app" ] || younger_than "$out/program.stamp" \
    pom.xml sandbox-server web-ui/pom.xml web-ui/lessons-build web-ui/server
}

lessons_are_stale() {
  [ ! -d "$course" ] || younger_than "$out/lessons.stamp" lessons exercises \
    || [ "$out/program.stamp" -nt "$out/lessons.stamp" ]
}

build() {
  if program_is_stale; then build_program; fi
  if lessons_are_stale; then build_lessons; fi
}

build_program() {
  if [ -f "$out/app" ]; then
    built=again
    say "Building what was changed …"
  else
    say "Building Interleave (the first time about two minutes, most of it downloads) …"
  fi
  local begun=$SECONDS
  : >"$out/program.stamp.new"
  rm -rf web-ui/server/target/interleave web-ui/lessons-build/target/interleave \
    sandbox-server/grader/target/interleave sandbox-server/measurer/target/interleave
  maven -q -Dmaven.test.skip=true -pl web-ui/server,web-ui/lessons-build -am package >"$log" 2>&1 ||
    build_failed
  publish
  mv "$out/program.stamp.new" "$out/program.stamp"
  say "Built in $((SECONDS - begun)) s."
}

build_lessons() {
  local app_name
  read -r app_name <"$out/app"
  say "Converting the lessons …"
  : >"$out/lessons.stamp.new"
  "$JAVA_HOME/bin/java" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Djruby.compile.mode=OFF \
    --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow \
    -jar "$out/$app_name"/lessons-build/interleave-lessons-build-*.jar "$root/lessons" "$course" \
    >"$log" 2>&1 || lessons_failed
  mv "$out/lessons.stamp.new" "$out/lessons.stamp"
}

# Copies the program to a new folder and names it in the file "app"; removes those that no process
# was started from any more.
publish() {
  local name old user
  name=app-$(date +%s)-$$
  mkdir "$out/$name"
  cp -Rp web-ui/server/target/interleave/* web-ui/lessons-build/target/interleave/* "$out/$name"
  cp -Rp sandbox-server/grader/target/interleave/jail "$out/$name"
  cp -Rp sandbox-server/measurer/target/interleave/jail "$out/$name"
  mkdir "$out/$name/users"
  for old in "$out"/app-*; do
    [ "$old" != "$out/$name" ] || continue
    for user in "$old"/users/*; do
      kill -0 "${user##*/}" 2>/dev/null && continue 2
    done
    rm -rf "$old"
  done
  printf '%s\n' "$name" >"$out/app.new"
  mv "$out/app.new" "$out/app"
}

maven() {
  MAVEN_OPTS="-XX:+UseSerialGC -XX:TieredStopAtLevel=1 --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow ${MAVEN_OPTS-}" \
    sh "$root/mvnw" -B -ntp ${maven_options[@]+"${maven_options[@]}"} "$@" </dev/null
}

build_failed() {
  say "The build failed:" ""
  grep -E '^\[ERROR\]|^Error|^Exception|ERROR|: error:' "$log" | grep -vE 'Help 1|re-run Maven|full stack trace|^\[ERROR\] *$|For more information|-rf :' |
    head -30 >&2
  fail "" "The whole log: $log"
}

lessons_failed() {
  say "The lessons have problems:" ""
  head -30 "$log" >&2
  fail "" "lessons/README.md describes the format. The whole log: $log"
}

# Runs a command while no other start of Interleave from this folder builds.
with_lock() {
  mkdir -p "$out"
  exec 9>"$out/lock"
  if ! take_lock -n; then
    say "Another start is building; waiting for it …"
    take_lock
  fi
  "$@"
  exec 9>&-
}

take_lock() {
  if command -v flock >/dev/null; then
    flock "$@" 9
  else
    perl -e 'use Fcntl ":flock"; open(my $f, ">&=", 9) or exit 1; exit !flock($f, LOCK_EX | (@ARGV ? LOCK_NB : 0))' -- "$@"
  fi
}
