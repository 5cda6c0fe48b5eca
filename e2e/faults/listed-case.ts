import { test } from '@playwright/test';
import type { TestInfo } from '@playwright/test';
import { rmSync } from 'node:fs';
import { faultPlace, observe } from '../support/fault-case';
import type { FaultPlace, FaultStart, Observed } from '../support/fault-case';
import { check, fill, has } from './checks';
import { shortBench } from './commands';
import { measuringText } from './conditions';
import type { Expected } from './conditions';
import { isShort } from './short';

/** One case that no row of `every-command.spec.ts` is. */
export interface Listed {
  readonly of: readonly string[];
  readonly words: (place: FaultPlace) => readonly string[];
  readonly start?: Partial<FaultStart>;
  readonly prepare?: (place: FaultPlace) => void;
  readonly wanted: Expected;
  readonly measures?: boolean;
  readonly mounts?: boolean;
  readonly after?: (place: FaultPlace, seen: Observed) => void;
}

/** Long enough that something can happen to it. */
export const longBench = shortBench.map((word, at) => (shortBench[at - 1] === '--rounds' ? '200' : word));
export const refusedUsage: Expected = { status: [2], where: 'nowhere' };
export const atRound = { signalsAfter: measuringText } as const;

/** A test of one case, with its row of the table as an annotation. */
export function listed(name: string, one: Listed): void {
  test(name, { tag: isShort(name) ? '@short' : '@faults' }, async ({}, info) => {
    test.skip(one.mounts === true && !has('unshare', '-m', 'true'), 'only root may mount');
    await tryOut(one, info);
  });
}

async function tryOut(
  { of, words, start, prepare, wanted, measures = false, after }: Listed,
  info: TestInfo,
): Promise<void> {
  const place = faultPlace();
  await fill(place);
  prepare?.(place);
  const plain = { through: 'app', shell: 'exec "$@"', env: {}, signals: [], signalsAfter: undefined } as const;
  const seen = await observe(place, { ...plain, words: words(place), ...start });
  const row = { of, status: seen.status, seconds: seen.seconds, places: seen.places };
  info.annotations.push({ type: 'fault', description: JSON.stringify(row) });
  check(seen, wanted, { measures });
  after?.(place, seen);
  rmSync(place.folder, { recursive: true, force: true });
}
