// Stands in for Electron's own default app inside the fallback runtime: `electron [-r module] [switches] <app> [arguments]`.
'use strict';
const { app } = require('electron');
const Module = require('node:module');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');

const preloads = [];
let target;
const given = process.argv.slice(1);
for (let i = 0; i < given.length && target === undefined; i++) {
  const argument = given[i];
  if (argument === '-r' || argument === '--require') preloads.push(given[++i]);
  else if (argument === '-v' || argument === '--version') {
    console.log(`v${process.versions.electron}`);
    process.exit(0);
  } else if (argument === '-a' || argument === '--abi') {
    console.log(process.versions.modules);
    process.exit(0);
  } else if (argument.startsWith('--app=')) target = argument.slice('--app='.length);
  else if (!argument.startsWith('-')) target = argument;
}

if (target === undefined) {
  console.error('usage: electron [options] <folder with package.json | script.js>');
  process.exit(1);
} else {
  if (preloads.length > 0) Module._preloadModules(preloads);
  const root = path.resolve(target);
  Object.defineProperty(process, 'defaultApp', { value: true, enumerable: true });
  const manifest = path.join(root, 'package.json');
  const isPackage = fs.existsSync(manifest);
  if (isPackage) {
    const { name, productName, version, desktopName } = JSON.parse(fs.readFileSync(manifest, 'utf8'));
    if (version) app.setVersion(version);
    if (productName || name) app.setName(productName || name);
    app.setDesktopName(desktopName || `${app.getName()}.desktop`);
    // Electron's start-up has already fixed userData from this stand-in's own name.
    // A relative XDG_CONFIG_HOME is to be ignored (freedesktop base-directory rule).
    const data = app.getPath('appData');
    const folder = path.isAbsolute(data) ? data : path.join(os.homedir(), '.config');
    app.setPath('userData', path.join(folder, app.getName()));
  }
  const entry = Module._resolveFilename(root, module, true);
  app.setAppPath(isPackage ? root : path.dirname(entry));
  Module._load(entry, module, true);
}
