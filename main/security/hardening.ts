import { app, session } from 'electron';
import type { Session, WebContents } from 'electron';
import { origin } from '../window/app-protocol';
import { closeWaysOut, closeWaysOutOf } from './ways-out';
import { refusedSwitch } from './switches';

const noSandbox = '--no-sandbox';

/** Switches that open a program to others however they came to it, its environment included. */
const neverInRelease = [
  'remote-debugging-port',
  'remote-debugging-pipe',
  'no-sandbox',
  'js-flags',
  'inspect',
  'inspect-brk',
];

/** Why a release does not start. */
export interface Refusal {
  readonly message: string;
  /** Nothing but the sandbox is in question, so the program may go on as far as a box that says so. */
  readonly isHarmless: boolean;
}

/** Only writing to the clipboard is ever needed ("copy as PNG"). */
const allowedPermissions: ReadonlySet<string> = new Set(['clipboard-sanitized-write']);

/**
 * Sandboxes every renderer and closes the network to all pages. Call first, before the app is ready. Only a development or
 * test flavour may run without the sandbox, which root needs; a release refuses.
 * @param given what was typed, without the program
 * @param own names of our own options
 * @returns what to say if the program was started in a way a release must refuse
 */
export function hardenBeforeReady(
  released: boolean,
  given: readonly string[],
  own: ReadonlySet<string>,
): Refusal | undefined {
  // Looked up first: `enableSandbox` takes --no-sandbox off the command line.
  const never = neverInRelease.filter((name) => app.commandLine.hasSwitch(name)).map((name) => `--${name}`);
  const typed = given.filter((word) => word !== noSandbox);
  // What opens the program to others is named before the sandbox.
  const opening = refusedSwitch(typed, own) ?? never.find((one) => one !== noSandbox);
  const refused = opening ?? refusedSwitch(given, own) ?? never[0];
  const isHarmless = opening === undefined;
  const unsandboxed = app.commandLine.hasSwitch('no-sandbox') || process.env['ELECTRON_DISABLE_SANDBOX'] !== undefined;
  if (released || !unsandboxed) app.enableSandbox();
  closeWaysOut();
  // The full user agent names app and versions, and a PDF carries it.
  app.userAgentFallback = 'Concurrency Lab';
  app.on('web-contents-created', (_event, contents) => {
    hardenContents(contents);
  });
  if (!released) return undefined;
  if (process.getuid?.() === 0)
    return { message: 'Concurrency Lab does not run as root. Start it as an ordinary user.', isHarmless };
  if (refused === undefined) return undefined;
  // The start script of an AppImage adds it where the system gives no user namespaces; nobody has typed it.
  if (refused === noSandbox && process.env['APPIMAGE'] !== undefined) {
    const message =
      'Concurrency Lab does not start without its sandbox, which this system gives an AppImage no user namespaces for. Install the .deb or .rpm, or unpack the .tar.gz: its bin/concurrency-lab says what to type.';
    return { message, isHarmless };
  }
  const message = `Concurrency Lab does not start with ${refused}. Start it without; "help" shows the options of its commands.`;
  return { message, isHarmless };
}

/** Denies navigation, new windows, webviews to any page whatsoever. */
function hardenContents(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  const block = (event: { preventDefault(): void }): void => {
    event.preventDefault();
  };
  contents.on('will-navigate', block);
  contents.on('will-redirect', block);
  contents.on('will-frame-navigate', block);
  contents.on('will-attach-webview', block);
  closeWaysOutOf(contents);
}

/** Denies permissions, devices and downloads, and keeps Chromium from fetching anything on its own. */
export function hardenSession(target: Session = session.defaultSession): void {
  const isOurs = (url: string): boolean => url === origin || url.startsWith(`${origin}/`);
  target.setPermissionRequestHandler((contents, permission, decide) => {
    decide(allowedPermissions.has(permission) && isOurs(contents.getURL()));
  });
  target.setPermissionCheckHandler((_contents, permission, requesting) => {
    return allowedPermissions.has(permission) && isOurs(requesting);
  });
  target.setDevicePermissionHandler(() => false);
  // Without this Electron requests a dictionary from the network at start-up, even with the spell checker off.
  target.setSpellCheckerLanguages([]);
  target.setSpellCheckerEnabled(false);
  target.on('will-download', (event) => {
    event.preventDefault();
  });
}
