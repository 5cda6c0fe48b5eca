#!/bin/sh
# The command, the sandbox, the file type and Ubuntu's profile. $1: "configure" (deb), 1 or 2 (rpm).
set -e
app='/opt/${sanitizedProductName}'
command='/usr/bin/${executable}'

# Versions up to 0.1 registered the command as an alternative, of which the link would stay.
if [ "$(readlink "$command" || true)" = "/etc/alternatives/${executable}" ]; then
  update-alternatives --remove-all '${executable}' || true
fi
ln -sf "$app/bin/${executable}" "$command"

# Chromium's own helper is needed only where the kernel gives no user namespaces.
if unshare --user true 2>/dev/null; then
  chmod 0755 "$app/chrome-sandbox"
else
  chmod 4755 "$app/chrome-sandbox"
fi

# Ubuntu 23.10 and newer give namespaces to programs with a profile only. Older AppArmor does not read this one, nor need it.
profile="$app/resources/apparmor-profile"
if [ -d /etc/apparmor.d ] && apparmor_parser --skip-kernel-load --debug "$profile" >/dev/null 2>&1; then
  cp -f "$profile" '/etc/apparmor.d/${executable}'
  if apparmor_status --enabled >/dev/null 2>&1 && ! ischroot 2>/dev/null; then
    apparmor_parser --replace --write-cache --skip-read-cache '/etc/apparmor.d/${executable}' || true
  fi
fi

for tool in 'update-mime-database /usr/share/mime' 'update-desktop-database -q /usr/share/applications' \
  'gtk-update-icon-cache -q -t -f /usr/share/icons/hicolor'; do
  # Each is there only where a desktop is.
  if command -v "${tool%% *}" >/dev/null 2>&1; then $tool || true; fi
done
