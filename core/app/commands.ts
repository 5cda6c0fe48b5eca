import { mainPages, pageKeys } from './pages';
import type { MainPage } from './pages';

/** What the menu and the palette can do beside going to a page, with the key that does it together with Ctrl or Cmd. */
const actionKeys = { 'save-pdf': 'P', run: 'Enter', cancel: '.', palette: 'K', 'look-for-versions': 'U' } as const;

export type ActionId = keyof typeof actionKeys;
/** Commands of the application menu that the window carries out; the name of a page goes to it. */
export type AppCommand = MainPage['id'] | ActionId;

/** The page to which a command goes; undefined for one that does something else. */
export function pageOfCommand(command: AppCommand): MainPage | undefined {
  return mainPages.find(({ id }) => id === command);
}

/** True for a command that does something other than going to a page. */
export function isAction(command: AppCommand): command is ActionId {
  return command in actionKeys;
}

/** Key of a command, as Electron spells it; pressed with Ctrl, on a Mac with Cmd. */
export function keyOf(command: AppCommand): string {
  return isAction(command) ? actionKeys[command] : (pageKeys.get(command) ?? '');
}

/** Path of a command's name in the catalogue, the same in the menu and in the palette. */
export function namePathOf(command: AppCommand): string {
  return isAction(command) ? `app.command.${command}` : `app.page.${command}`;
}

export const appCommands: readonly AppCommand[] = [
  ...mainPages.map(({ id }) => id),
  ...(Object.keys(actionKeys) as ActionId[]),
];
