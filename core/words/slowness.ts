import type { FlaggedExecution } from '../analysis/flagged';
import { slowReasonIds, type SlowReason } from '../analysis/slow-reasons';
import type { Analysis } from '../analysis/types';
import { formatDuration, threeDigits } from '../texts/format';
import type { Block } from './blocks';
import type { Names } from './names';

/** More rows than these are more than anybody reads; the record has all. */
const mostRows = 60;

/** Why an execution was slow, in one sentence. */
export function slowReasonSentence(reason: SlowReason, names: Names): string {
  const say = (values = {}): string => names.text(`results.slowness.reason.${reason.id}`, values);
  switch (reason.id) {
    case 'throttled':
      return say({ time: formatDuration(reason.ns), of: formatDuration(reason.ofNs), times: reason.times });
    case 'worker-waited':
    case 'garbage': {
      const { ns, ofNs, usualNs } = reason;
      return say({ time: formatDuration(ns), of: formatDuration(ofNs), usual: formatDuration(usualNs) });
    }
    case 'sentinel-waited':
      return say({ time: formatDuration(reason.ns), of: formatDuration(reason.ofNs) });
    case 'other-load':
      return say({ cores: threeDigits(reason.cores) });
    case 'migrated':
      return say({ times: reason.times, usual: reason.usual });
    case 'unknown':
    case 'not-told':
      return say();
  }
}

/** How many executions were flagged as slow and for which reasons; undefined where none was, or the record does not tell. */
export function slownessLead({ flagged = [] }: Pick<Analysis, 'flagged'>, names: Names): string | undefined {
  if (flagged.length === 0) return undefined;
  const counts = slowReasonIds.flatMap((id) => {
    const count = flagged.filter(({ reason }) => reason.id === id).length;
    return count === 0 ? [] : [names.text('results.slowness.count', { name: reasonName(id, names), count })];
  });
  return names.text('results.slowness.lead', { count: flagged.length, reasons: counts.join('; ') });
}

/** The executions flagged as slow, one sentence each; empty where none was, or the record does not tell. */
export function slownessBlocks(analysis: Pick<Analysis, 'flagged'>, names: Names): readonly Block[] {
  const lead = slownessLead(analysis, names);
  if (lead === undefined) return [];
  const flagged = analysis.flagged ?? [];
  const say = (key: string): string => names.text(`results.slowness.${key}`);
  const order = slowReasonIds.map((id) => reasonName(id, names)).join(', ');
  const more = flagged.length - mostRows;
  return [
    { kind: 'heading', text: say('heading') },
    { kind: 'paragraph', text: lead },
    {
      kind: 'table',
      isFolded: true,
      table: {
        caption: say('table'),
        columns: [
          { label: say('condition') },
          { label: say('part') },
          { label: say('round'), numeric: true },
          { label: say('why') },
        ],
        rows: flagged
          .slice(0, mostRows)
          .map(({ part, condition, round, reason }) => [
            names.condition(condition),
            names.part(part),
            round,
            slowReasonSentence(reason, names),
          ]),
      },
    },
    ...(more > 0 ? [{ kind: 'note', text: names.text('results.slowness.more', { count: more }) } as const] : []),
    { kind: 'note', text: names.text('results.slowness.note', { order }) },
  ];
}

/** Lines for a terminal: at most so many executions. */
export function slownessLines(analysis: Pick<Analysis, 'flagged'>, names: Names, most: number): readonly string[] {
  const lead = slownessLead(analysis, names);
  if (lead === undefined) return [];
  const flagged = analysis.flagged ?? [];
  const more = flagged.length - most;
  return [
    lead,
    ...flagged.slice(0, most).map((one) => lineOf(one, names)),
    ...(more > 0 ? [names.text('results.slowness.more', { count: more })] : []),
  ];
}

function lineOf({ condition, part, round, reason }: FlaggedExecution, names: Names): string {
  return names.text('results.slowness.line', {
    condition: names.condition(condition),
    part: names.part(part),
    round,
    why: slowReasonSentence(reason, names),
  });
}

function reasonName(id: SlowReason['id'], names: Names): string {
  return names.text(`results.slowness.name.${id}`);
}
