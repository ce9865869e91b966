# Hands over to Java.

# exec, so that signals reach it. Its warnings go where people's messages go: standard output may
# be JSON.
start_java() {
  : >"$app/users/$$"
  exec "$JAVA_HOME/bin/java" -XX:+UseSerialGC -Xlog:disable -Xlog:all=warning:stderr \
    --enable-native-access=ALL-UNNAMED \
    -Dinterleave.root="$root" -Dinterleave.app="$app" -Dinterleave.course="$course" \
    -Dinterleave.runtime="$out/runtime" \
    -jar "$app"/lib/interleave-web-*.jar "$@"
}
