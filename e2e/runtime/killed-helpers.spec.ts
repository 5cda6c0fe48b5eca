import { killHelpersAtRandomMoments } from '../support/helper-kills';
import { test } from '../support/window';

test.use({ trace: 'off' });

for (const { times, tag } of [
  { times: 6, tag: '@rest' },
  { times: 100, tag: '@long' },
] as const) {
  // The seed of the long form is new each time unless it is given.
  const seed = tag === '@rest' ? 17 : Number(process.env['LONG_SEED'] ?? 1);
  test(
    `${times} random kills of analysis and lab processes while runs are measured, saved and recovered: nothing is lost`,
    { tag },
    async ({}, info) => {
      test.setTimeout(tag === '@rest' ? 240_000 : 3_600_000);
      const { kills, runs, outcomes, restarts } = await killHelpersAtRandomMoments(info.outputPath('profile'), {
        times,
        seed,
      });
      const counted = (one: Readonly<Record<string, number>>): string =>
        Object.entries(one)
          .map(([name, n]) => `${name} ${n}`)
          .join('; ');
      const figures = `seed ${seed}; kills: ${counted(kills)}; runs ${runs}: ${counted(outcomes)}; restarts ${restarts}`;
      info.annotations.push({ type: 'figures', description: figures });
      process.stdout.write(`${figures}\n`);
    },
  );
}
