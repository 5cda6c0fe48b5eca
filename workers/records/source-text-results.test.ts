import { readFileSync, readdirSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { isSameMachine, machineOf } from '@core/claims/claim-source';
import { judgeClaims } from '@core/claims/judge-claims';
import { translate } from '@core/texts/translate';
import { claimReason, statementText } from '@core/words/claim-sentences';
import { machineInWords, readableTime } from '@core/words/context';
import { namesOf } from '@core/words/names';
import { sourceBlocks } from '@core/words/source-text';
import { readRecord } from './read';
import { summarise } from './summarise';

/**
 * The source text sentence by sentence, judged by the samples: real runs of one machine.
 * `SOURCE_TEXT_RESULTS=docs/results/source-text.md npx vitest run workers/records/source-text-results.test.ts` writes the table.
 */
const read = readdirSync('samples').map((name) =>
  readRecord(gunzipSync(readFileSync(`samples/${name}`)).toString('utf8')),
);
const [first] = read;
if (!first) throw new Error('There is no sample.');
const machine = machineOf(first.record.environment);
const { claims } = judgeClaims(
  read.map((one) => summarise(one).source),
  machine,
);
const sentences = sourceBlocks().flatMap((block) => block.sentences);

describe('the source text, judged by the samples', () => {
  it('is judged by runs of one machine with two cores, none of which was left out', () => {
    expect(read.filter(({ record }) => !isSameMachine(machineOf(record.environment), machine))).toEqual([]);
    expect(machine.availableParallelism).toBe(2);
  });

  it('says something about every sentence: a judged statement, or why there is none', () => {
    for (const { text, claims: numbers, note } of sentences) {
      expect(numbers.length > 0 || note?.reason !== undefined, text).toBe(true);
      for (const number of numbers) expect(claims.some((claim) => claim.number === number)).toBe(true);
    }
  });

  it('has evidence of these runs for every statement that an experiment of this version tests', () => {
    const tested = claims.filter(({ missing, evidence }) => evidence.length > 0 || missing.length === 0);
    expect(tested.length).toBeGreaterThan(10);
    for (const { evidence } of tested) expect(evidence.length).toBeGreaterThan(0);
  });
});

const file = process.env['SOURCE_TEXT_RESULTS'];
afterAll(async () => {
  if (file === undefined) return;
  const { record } = first;
  const rows = sentences.map(({ index, text, claims: numbers, note }) => {
    const judged = claims.filter(({ number }) => numbers.includes(number));
    const cells =
      judged.length === 0
        ? ['–', '–', `nothing to test: ${note?.reason ?? ''}`, '']
        : [
            judged.map(({ number }) => `${number}. ${statementText(number, 'short')}`).join('<br>'),
            judged.map(({ evidence }) => testsOf(evidence)).join('<br>'),
            judged.map(({ verdict }) => translate(`claims.verdict.${verdict}`)).join('<br>'),
            judged.map((claim) => claimReason(claim)).join('<br>'),
          ];
    return `| ${[String(index + 1), text, ...cells].map(plain).join(' | ')} |`;
  });
  const head = `# The source text, sentence by sentence

Judged by the samples in \`samples\`: real runs of the quick preset, 7 rounds each. ${machineInWords(record)}
First run ${readableTime(read.map((one) => one.record.startedAt).toSorted()[0] ?? '')}. Written by
\`SOURCE_TEXT_RESULTS=docs/results/source-text.md npx vitest run workers/records/source-text-results.test.ts\`.

| # | Sentence | Statement of the ledger | Tested by | Verdict | Why |
| --- | --- | --- | --- | --- | --- |
`;
  await writeFile(file, `${head}${rows.join('\n')}\n`);
});

/** The experiments whose runs were looked at, with how many tests each. */
function testsOf(evidence: (typeof claims)[number]['evidence']): string {
  const counts = new Map<string, number>();
  for (const { rule } of evidence) counts.set(rule.experiment, (counts.get(rule.experiment) ?? 0) + 1);
  const named = [...counts].map(([id, n]) => `${namesOf(id).title} (${n})`);
  return named.length === 0 ? '–' : named.join(', ');
}

/** A text as a cell of a table. */
function plain(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ');
}
