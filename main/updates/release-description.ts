import { FAILSAFE_SCHEMA, load } from 'js-yaml';
import compare from 'semver/functions/compare.js';
import parse from 'semver/functions/parse.js';
import * as v from 'valibot';
import { LabError } from '@core/ipc/envelope';
import type { FoundRelease } from '@core/ipc/updates';
import { visible } from '@core/texts/visible';

/** The fields that are used of what electron-builder writes as `latest.yml`. */
const descriptionSchema = v.object({
  version: v.string(),
  releaseDate: v.optional(v.unknown()),
  releaseNotes: v.optional(v.unknown()),
});

const notesSchema = v.union([
  v.string(),
  v.array(v.object({ version: v.optional(v.string(), ''), note: v.optional(v.string(), '') })),
]);

/** More than a person reads in a card; the release page has the rest. */
const mostNotes = 4_000;

/**
 * What a description says of a release, against the version that runs.
 * @param text YAML
 * @param host who gave it, for the message
 * @throws LabError `release-unknown` if it is no description of a release
 */
export function readDescription(text: string, own: string, host: string): FoundRelease {
  const none = (why: string): LabError =>
    new LabError('release-unknown', `What ${host} answered describes no release: ${why}.`);
  const read = v.safeParse(descriptionSchema, parsed(text));
  if (!read.success) throw none('it names no version');
  const { version: named, releaseDate, releaseNotes } = read.output;
  const version = parse(named);
  if (!version) throw none(`"${visible(named).slice(0, 80)}" is no version`);
  const order = compare(version, own);
  return {
    version: version.version,
    own,
    relation: order > 0 ? 'newer' : order < 0 ? 'older' : 'same',
    isCandidate: version.prerelease.length > 0,
    date: dateOf(releaseDate),
    notes: notesOf(releaseNotes),
  };
}

/** Every scalar is text, so that 1.10 is not 1.1. Undefined for what is no YAML, and for aliases, which make much of little. */
function parsed(text: string): unknown {
  try {
    return load(text, { schema: FAILSAFE_SCHEMA, maxAliases: 0 });
  } catch {
    return undefined;
  }
}

function dateOf(given: unknown): string | null {
  const time = typeof given === 'string' && /^\d{4}-\d{2}-\d{2}/.test(given) ? Date.parse(given) : Number.NaN;
  return Number.isNaN(time) ? null : new Date(time).toISOString().slice(0, 10);
}

/** What is no notes is none: the version is told all the same. */
function notesOf(given: unknown): string {
  const { success, output } = v.safeParse(notesSchema, given);
  if (!success) return '';
  const all =
    typeof output === 'string' ? output : output.map(({ version, note }) => `${version}\n${note}`).join('\n\n');
  const lines = all.trim().slice(0, mostNotes).split(/\r?\n/);
  const shown = lines.map((line) => visible(line.replaceAll('\t', '  '))).join('\n');
  return all.trim().length > mostNotes ? `${shown} …` : shown;
}
