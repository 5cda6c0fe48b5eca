import { app, Menu } from 'electron';
import type { MenuItemConstructorOptions } from 'electron';
import { keyOf, namePathOf } from '@core/app/commands';
import type { AppCommand } from '@core/app/commands';
import { mainPages } from '@core/app/pages';
import { translate } from '@core/texts/translate';

/** What the menu's items do. */
export interface MenuActions {
  /** Has the page carry out a command. */
  readonly send: (command: AppCommand) => void;
  /** Lets a person choose record files to open. */
  readonly openRecord: () => void;
}

/** The application menu: every action with its shortcut. Most are carried out by the page. */
export function installMenu({ send, openRecord }: MenuActions): void {
  const command = (name: AppCommand): MenuItemConstructorOptions => ({
    label: translate(namePathOf(name)),
    accelerator: `CmdOrCtrl+${keyOf(name)}`,
    click: () => {
      send(name);
    },
  });
  const template: MenuItemConstructorOptions[] = [
    {
      label: translate('app.menu.file'),
      submenu: [
        { label: translate('app.menu.openRecord'), accelerator: 'CmdOrCtrl+O', click: openRecord },
        command('save-pdf'),
        { type: 'separator' },
        { role: 'quit' },
      ],
    },
    { role: 'editMenu' },
    { label: translate('app.menu.run'), submenu: [command('run'), command('cancel')] },
    {
      label: translate('app.menu.go'),
      submenu: [...mainPages.map(({ id }) => command(id)), { type: 'separator' }, command('palette')],
    },
    {
      label: translate('app.menu.view'),
      submenu: [
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        { type: 'separator' },
        { role: 'togglefullscreen' },
        ...(app.isPackaged ? [] : [{ role: 'toggleDevTools' as const }]),
      ],
    },
    // The role puts a Mac's own search into it.
    { role: 'help', label: translate('app.menu.help'), submenu: [command('guide'), command('look-for-versions')] },
  ];
  if (process.platform === 'darwin') template.unshift({ role: 'appMenu' });
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}
