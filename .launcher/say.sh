# One line an argument, to where people's messages go: standard output may be JSON.
say() { printf '%s\n' "$@" >&2; }
fail() { say "$@"; exit 1; }
