# Runs every test: the formatter's, the dependencies', the units', the jail's, and those in a real
# browser. The whole output goes to a log; what a person wants to see is shown as it comes.

tests_log=$root/target/test.log

run_tests() {
  cd "$root" || exit 1
  find_jdk
  prepare_home
  prepare_locale
  want_package bwrap bubblewrap "It is the jail in which the cells of a lesson run." || exit 1
  have_browser || want_package chromium chromium "The tests in the browser need it." || exit 1
  with_lock verify "$@"
}

have_browser() {
  local name
  for name in chromium chromium-browser google-chrome google-chrome-stable; do
    ! command -v $name >/dev/null || return 0
  done
  [ -x "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome" ] || [ -x /Applications/Chromium.app/Contents/MacOS/Chromium ]
}

verify() {
  local begun=$SECONDS status
  say "Running all tests; the whole output goes to target/test.log."
  maven --fail-at-end verify ${CI:+-Dsurefire.rerunFailingTestsCount=1} "$@" 2>&1 | tee "$tests_log" | show_progress
  status=${PIPESTATUS[0]}
  summarise "$status" $((SECONDS - begun))
  exit "$status"
}

# Module by module: what each test class gave, and every error.
show_progress() {
  local line
  while IFS= read -r line; do
    case $line in
      "[INFO] Building Interleave"*"["*"]")
        line=${line#"[INFO] Building "}
        printf '\n%s\n' "${line%% 0.*}"
        ;;
      *"Tests run: "*) printf '  %s\n' "${line#"[INFO] "}" ;;
      "[ERROR]"*) printf '%s\n' "$line" ;;
    esac
  done
}

# The sum over all modules, from the lines that Surefire closes a module with.
summarise() {
  local line run=0 failed=0 skipped=0 flaky=0
  local total='Tests run: ([0-9]+), Failures: ([0-9]+), Errors: ([0-9]+), Skipped: ([0-9]+)(, Flakes: ([0-9]+))?$'
  while IFS= read -r line; do
    if [[ $line =~ $total ]]; then
      run=$((run + BASH_REMATCH[1]))
      failed=$((failed + BASH_REMATCH[2] + BASH_REMATCH[3]))
      skipped=$((skipped + BASH_REMATCH[4]))
      flaky=$((flaky + ${BASH_REMATCH[6]:-0}))
    fi
  done <"$tests_log"
  echo
  if [ "$1" = 0 ]; then echo "Everything is good"; else echo "Something is wrong; the lines with [ERROR] say what"; fi
  echo "after $(($2 / 60)) min $(($2 % 60)) s. The whole output: target/test.log"
  [ $flaky = 0 ] || tell_flaky $flaky
  echo "$((run - failed - skipped)) passed, $failed failed, $skipped skipped"
}

# Where nobody watches, a test that failed is tried once more. That it then passed is no excuse.
tell_flaky() {
  echo "$1 of them only at the second try. That is a bug, to be mended before anything else:"
  sed -n '/^\[WARNING\] Flakes: *$/,/^\[.*Tests run: /p' "$tests_log" | sed '/Flakes: *$/d; /Tests run: /d'
}
