import { app, Menu } from 'electron';
import type { MenuItemConstructorOptions } from 'electron';
import type { AppCommand } from '@core/ipc/contract';
import { translate } from '@core/texts/translate';

/** The application menu: every action with its shortcut. Most are carried out by the page. */
export function installMenu(send: (command: AppCommand) => void): void {
  const command = (name: AppCommand, accelerator: string): MenuItemConstructorOptions => ({
    label: translate(`menu.${name}`),
    accelerator,
    click: () => {
      send(name);
    },
  });
  const template: MenuItemConstructorOptions[] = [
    {
      label: translate('menu.file'),
      submenu: [command('save-pdf', 'CmdOrCtrl+P'), { type: 'separator' }, { role: 'quit' }],
    },
    { role: 'editMenu' },
    {
      label: translate('menu.run-menu'),
      submenu: [command('run', 'CmdOrCtrl+Return'), command('cancel', 'CmdOrCtrl+.')],
    },
    {
      label: translate('menu.go'),
      submenu: [
        command('experiments', 'CmdOrCtrl+1'),
        command('workbench', 'CmdOrCtrl+2'),
        command('monitor', 'CmdOrCtrl+3'),
        command('notebook', 'CmdOrCtrl+4'),
        command('claims', 'CmdOrCtrl+6'),
        command('settings', 'CmdOrCtrl+,'),
        { type: 'separator' },
        command('palette', 'CmdOrCtrl+K'),
      ],
    },
    {
      label: translate('menu.view'),
      submenu: [
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        { type: 'separator' },
        { role: 'togglefullscreen' },
        ...(app.isPackaged ? [] : [{ role: 'toggleDevTools' as const }]),
      ],
    },
  ];
  if (process.platform === 'darwin') template.unshift({ role: 'appMenu' });
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}
