import { BrowserWindow, screen } from 'electron';
import type { SettingsStore, WindowState } from '../storage/settings-store';
import { homePage } from './app-protocol';
import { safePreferences } from './safe-preferences';

const standard = { width: 1280, height: 800 };
const smallest = { width: 720, height: 560 };

/** Opens the main window where it was left, if that place is still on a screen. */
export function openMainWindow(settings: SettingsStore, colours: { readonly background: string }): BrowserWindow {
  const state = settings.windowState();
  const window = new BrowserWindow({
    ...standard,
    ...(state && isOnScreen(state) ? { width: state.width, height: state.height } : {}),
    ...(state?.x !== undefined && state.y !== undefined && isOnScreen(state) ? { x: state.x, y: state.y } : {}),
    minWidth: smallest.width,
    minHeight: smallest.height,
    show: false,
    backgroundColor: colours.background,
    title: 'Concurrency Lab',
    webPreferences: safePreferences(),
  });
  if (state?.maximized) window.maximize();
  window.once('ready-to-show', () => {
    window.show();
  });
  window.on('close', () => {
    void settings.rememberWindow(windowStateOf(window));
  });
  keepAtHome(window);
  void window.loadURL(homePage());
  return window;
}

/**
 * `about:blank` cannot be refused beforehand: no request is made for it. A window that is there all the same gets its page
 * back at once, where it was.
 */
function keepAtHome(window: BrowserWindow): void {
  let last = homePage();
  const folder = new URL('.', last).href;
  const follow = (url: string): void => {
    if (url.startsWith(folder)) last = url;
    else window.loadURL(last).catch(() => undefined); // the next one overtook it
  };
  const { webContents } = window;
  webContents.on('did-navigate', (_event, url) => {
    follow(url);
  });
  webContents.on('did-navigate-in-page', (_event, url, isMainFrame) => {
    if (isMainFrame) follow(url);
  });
}

/** Size, place and maximised state, to be found again at the next start. */
export function windowStateOf(window: BrowserWindow): WindowState {
  return { ...window.getNormalBounds(), maximized: window.isMaximized() };
}

function isOnScreen({ x, y, width, height }: WindowState): boolean {
  if (x === undefined || y === undefined) return true;
  return screen.getAllDisplays().some(({ workArea: area }) => {
    const overlapX = Math.min(x + width, area.x + area.width) - Math.max(x, area.x);
    const overlapY = Math.min(y + height, area.y + area.height) - Math.max(y, area.y);
    return overlapX > 100 && overlapY > 100;
  });
}
