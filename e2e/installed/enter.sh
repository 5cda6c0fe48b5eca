#!/bin/sh
# enter.sh FOLDER USER-ID COMMAND...: carries out a command in a tree of its own, as a machine of its own would. Call it by
# `unshare --mount --pid --fork --kill-child`: all that the command started ends with it.
# A plain chroot would not do: the kernel gives no user namespaces there, and Chromium's sandbox is made of them.
set -e
tree=$1 user=$2
shift 2
mount --make-rprivate /
mount --bind "$tree" "$tree"
mount --rbind /dev "$tree/dev"
mount -t proc proc "$tree/proc"
mount -t sysfs -o ro sysfs "$tree/sys"
mount -t tmpfs -o mode=1777 tmpfs "$tree/tmp"
cd "$tree"
mkdir -p outside
pivot_root . outside
umount --lazy /outside
rmdir /outside
# Not `exec`: this shell stays process 1 and takes in orphans.
status=0
setpriv --reuid="$user" --regid="$user" --clear-groups -- "$@" || status=$?
exit $status
