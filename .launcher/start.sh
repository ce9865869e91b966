# Hands over to Java.

# What every command runs with. The JVM's own warnings go where people's messages go, because
# standard output may be JSON.
set_java_options() {
  java_options=(-XX:+UseSerialGC -Xmx1g -Xlog:disable -Xlog:all=error:stderr
    --enable-native-access=ALL-UNNAMED
    "-Dinterleave.root=$root" "-Dinterleave.app=$app" "-Dinterleave.course=$course"
    "-Dinterleave.runtime=$out/runtime")
  program=$(echo "$app"/lib/interleave-web-*.jar)
  # An AOT cache fits one JDK and one place of the jars only.
  aot_cache=$app/start-$({ echo "$JAVA_HOME $app"; cat "$JAVA_HOME/release" 2>/dev/null; } | cksum | tr -d ' ').aot
}

# Records what a start loads and does, so that later ones take half as long. This takes some
# seconds, so it is done in the first build, and otherwise not before the second start.
train() {
  [ -e "$aot_cache" ] && return
  say "Preparing fast starts …"
  "$JAVA_HOME/bin/java" "${java_options[@]}" -jar "$program" train \
    -- "$JAVA_HOME/bin/java" "${java_options[@]}" "-XX:AOTCacheOutput=$aot_cache.new" -jar "$program" \
    </dev/null >>"$log" 2>&1
  # Where it does not work, an empty file keeps us from trying again.
  mv "$aot_cache.new" "$aot_cache" 2>/dev/null || : >"$aot_cache"
}

# exec, so that signals reach it.
start_java() {
  : >"$app/users/$$"
  cd "$here" || exit 1
  if [ -s "$aot_cache" ]; then java_options+=("-XX:AOTCache=$aot_cache"); fi
  # Java can tell only whether input and output are a terminal; progress goes beside them.
  if [ -t 2 ]; then export INTERLEAVE_TERMINAL=yes; fi
  exec "$JAVA_HOME/bin/java" "${java_options[@]}" -jar "$program" "$@"
}
