import * as v from 'valibot';

export const settingsSchema = v.strictObject({
  theme: v.picklist(['system', 'light', 'dark']),
  /** Workers lower their own priority so that the window stays responsive; recorded in every run. */
  lowerPriority: v.boolean(),
  /** Route of the page that was open last. */
  lastPage: v.pipe(v.string(), v.maxLength(200), v.regex(/^\/[a-z0-9/-]*$/i)),
});
export type Settings = v.InferOutput<typeof settingsSchema>;
export const settingsChangeSchema = v.partial(settingsSchema);

export const defaultSettings: Settings = { theme: 'system', lowerPriority: true, lastPage: '/experiments' };
