// The oldest Node that must run the app (18, inside Electron 25), in place of the installed `@types/node`.
/// <reference path="../../../../node_modules/node-18-types/index.d.ts" />
