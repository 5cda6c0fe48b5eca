import { app } from './app';
import { commandLine } from './command-line';
import { eggsAndToast } from './eggs-and-toast';
import { glossary } from './glossary';
import { menu } from './menu';
import { report } from './report';
import { warnings } from './warnings';
import { workbench } from './workbench';

/** The one catalogue of strings: vue-i18n reads it in the window, `translate` everywhere else. */
export const english = {
  app,
  commandLine,
  glossary,
  menu,
  report,
  warnings,
  experiments: { 'eggs-and-toast': eggsAndToast, workbench },
} as const;
