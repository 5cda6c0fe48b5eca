/** Texts of the application menu. */
export const menu = {
  file: 'File',
  'save-pdf': 'Save report as PDF…',
  'run-menu': 'Run',
  run: 'Run experiment',
  cancel: 'Cancel run',
  go: 'Go',
  experiments: 'Experiments',
  workbench: 'Workbench',
  monitor: 'Live monitor',
  notebook: 'Notebook',
  claims: 'Claims',
  settings: 'Settings',
  palette: 'Command palette',
  view: 'View',
} as const;
