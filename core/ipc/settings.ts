import * as v from 'valibot';
import { codeLanguages } from '../code/types';
import { presets } from '../experiments/definition-types';
import { workbenchSchema } from '../experiments/workbench/choice';
import { utcTime } from '../record/schema-parts';
import { rememberedLessonsSchema } from './remembered-lesson';

/** What was chosen on the Workbench last. */
const rememberedWorkbench = v.strictObject({
  choice: workbenchSchema,
  preset: v.picklist(presets),
  /** null: as many as the preset has. */
  rounds: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(200))),
});
export type RememberedWorkbench = v.InferOutput<typeof rememberedWorkbench>;

/** Lengths of the Live monitor's time axis that can be chosen, in seconds. */
export const monitorWindows = [30, 120, 600] as const;
export type MonitorWindow = (typeof monitorWindows)[number];

/** What another version wrote into the file is dealt with where it is read (`main/storage/known-keys.ts`). */
export const settingsSchema = v.strictObject({
  theme: v.picklist(['system', 'light', 'dark']),
  /** Workers lower their own priority so that the window stays responsive; recorded in every run. */
  lowerPriority: v.boolean(),
  /** Before a run it is looked what else uses the cores. Absent: yes. */
  checkLoad: v.optional(v.boolean()),
  /** A person may ask the release page for a new version. Absent: no, and nothing is ever asked. */
  lookForVersions: v.optional(v.boolean()),
  /** Route of the page that was open last. */
  lastPage: v.pipe(v.string(), v.maxLength(200), v.regex(/^\/[a-z0-9/-]*$/i)),
  /** Absent before the first choice. */
  workbench: v.optional(rememberedWorkbench),
  /** How the welcome page was left; absent until it has been. */
  welcome: v.optional(v.picklist(['seen', 'skipped', 'calibrated'])),
  /** Where the person is in each lesson. */
  lessons: v.optional(rememberedLessonsSchema),
  /** Progress was reset then: records that began before it are kept, but count as no progress. null: taken back. */
  progressSince: v.optional(v.nullable(utcTime)),
  /** Seconds that the Live monitor shows. Absent before the first choice. */
  monitorSeconds: v.optional(v.picklist(monitorWindows)),
  /** Language in which code is shown. Absent: JavaScript, which the lab measures. */
  codeLanguage: v.optional(v.picklist(codeLanguages)),
  /** A PDF holds everything that the record's page shows, behind its two pages. Absent: it does not. */
  pdfAppendix: v.optional(v.boolean()),
  /** A Python that experiments use before all others. null or absent: those that are found. */
  pythonPath: v.optional(v.nullable(v.pipe(v.string(), v.minLength(1), v.maxLength(1000)))),
});
export type Settings = v.InferOutput<typeof settingsSchema>;
export const settingsChangeSchema = v.partial(settingsSchema);

export const defaultSettings: Settings = { theme: 'system', lowerPriority: true, lastPage: '/experiments' };
