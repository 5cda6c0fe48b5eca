#!/bin/sh
# The command concurrency-lab: the window without arguments or with record files, a command otherwise.
# It says in words what would only make Chromium abort, and lends commands a display of their own.

self=$(readlink -f "$0")
app=$(dirname "$(dirname "$self")")
program="$app/concurrency-lab"

fail() {
  printf '%s\n' "$@" >&2
  exit 2
}

# Chromium's sandbox needs user namespaces, or its helper to be root's.
has_sandbox() {
  helper=$(stat -c '%u %a' "$app/chrome-sandbox" 2>/dev/null)
  [ "$helper" = '0 4755' ] && return 0
  # The package brings a profile for its own place; it allows what this test, being another program, may not do.
  grep -qsF "\"$program\"" /etc/apparmor.d/concurrency-lab && return 0
  command -v unshare >/dev/null || return 0
  unshare --user --map-root-user true 2>/dev/null
}

if [ "$(id -u)" != 0 ] && ! has_sandbox; then
  if [ "$(cat /proc/sys/kernel/apparmor_restrict_unprivileged_userns 2>/dev/null)" = 1 ]; then
    fail "Concurrency Lab runs in a sandbox that needs user namespaces. This system (Ubuntu 23.10 and newer) gives them only to" \
      "programs with an AppArmor profile. Either install the .deb package, which brings one, or type once:" '' \
      "    printf 'abi <abi/4.0>,\\ninclude <tunables/global>\\nprofile concurrency-lab \"$program\" flags=(unconfined) {\\n  userns,\\n}\\n' | sudo tee /etc/apparmor.d/concurrency-lab" \
      '    sudo apparmor_parser -r /etc/apparmor.d/concurrency-lab' '' 'Then start it again.'
  fi
  fail "Concurrency Lab runs in a sandbox that needs user namespaces, and this user may not make any. Type one of these once:" '' \
    '    sudo sysctl kernel.unprivileged_userns_clone=1    # Debian 10 and older' \
    '    sudo sysctl user.max_user_namespaces=10000        # where it is 0' '' 'Then start it again.'
fi

# Whether the display that the environment names is there: the names outlive it in tmux and after "ssh -X".
has_display() {
  if [ -n "${WAYLAND_DISPLAY:-}" ] && [ -S "${XDG_RUNTIME_DIR:-/}/$WAYLAND_DISPLAY" ]; then return 0; fi
  case "${DISPLAY:-}" in
    '') return 1 ;;
    :*) number=${DISPLAY#:}; grep -qsF "/tmp/.X11-unix/X${number%%.*}" /proc/net/unix ;;
    *) return 0 ;;
  esac
}

# Record files alone open the window, as nothing at all does. Switches for the screen may stand among them.
wants_window=yes
looks_at_window=
for word in "$@"; do
  case "$word" in
    --watch-window | freeze-the-window | all) looks_at_window=yes; wants_window= ;;
    --user-data-dir=* | --remote-debugging-port=* | --ozone-platform=* | --no-sandbox | *.labrun | *.LABRUN) ;;
    *) wants_window= ;;
  esac
done

if [ "$wants_window" ]; then
  has_display || fail 'Concurrency Lab found no screen for its window. Commands need none: "concurrency-lab help" lists them.' \
    'For a window on a virtual screen type: xvfb-run concurrency-lab'
  exec "$program" "$@"
fi

export LAB_COMMAND=1
[ "$looks_at_window" ] && has_display && exec "$program" "$@"

if ! command -v Xvfb >/dev/null; then
  has_display && exec "$program" "$@"
  fail 'A command needs a display, and there is none. Install a virtual one (Debian package xvfb), for example:' \
    '    sudo apt-get install xvfb'
fi

# A command that measures no window has a display of its own, so that nothing of the person's is in the way. Ctrl-C is for the
# command alone (setsid); when this script is ended, the server ends with its last client.
answer=$(mktemp) || exit 1
setsid Xvfb -displayfd 3 -terminate -screen 0 1600x1000x24 -nolisten tcp 3>"$answer" >/dev/null 2>&1 &
server=$!
trap 'kill $server 2>/dev/null; rm -f "$answer"' EXIT
while [ ! -s "$answer" ]; do
  kill -0 $server 2>/dev/null || fail 'The virtual display (Xvfb) ended before it was ready.'
  sleep 0.02
done
# Interrupting is the command's to handle: it keeps what it has.
trap : INT
unset WAYLAND_DISPLAY
# Containers often have very little of /dev/shm. Where frames are measured nothing is changed.
[ "$looks_at_window" ] || set -- --disable-dev-shm-usage "$@"
DISPLAY=":$(cat "$answer")" XDG_SESSION_TYPE=x11 LAB_DISPLAY=virtual LAB_LAUNCHER=$$ "$program" "$@"
