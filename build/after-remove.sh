#!/bin/sh
# Takes away what after-install.sh made. Records stay with their owners. $1: "remove", "purge", "upgrade" (deb), 0 or 1 (rpm).
set -e
case "$1" in
  remove | purge | 0) ;;
  *) exit 0 ;;
esac
if [ "$(readlink '/usr/bin/${executable}' || true)" = '/opt/${sanitizedProductName}/bin/${executable}' ]; then
  rm -f '/usr/bin/${executable}'
fi
if [ -f '/etc/apparmor.d/${executable}' ]; then
  if apparmor_status --enabled >/dev/null 2>&1 && ! ischroot 2>/dev/null; then
    apparmor_parser --remove '/etc/apparmor.d/${executable}' || true
  fi
  rm -f '/etc/apparmor.d/${executable}'
fi
for tool in 'update-mime-database /usr/share/mime' 'update-desktop-database -q /usr/share/applications'; do
  if command -v "${tool%% *}" >/dev/null 2>&1; then $tool || true; fi
done
