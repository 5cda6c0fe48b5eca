import { createRandom } from '../../statistics/random';

/** Orders of each execution. */
export const orderCount = 100;
/** A new order comes so often, whether or not anybody is free, in milliseconds. */
export const orderEveryMs = 3;

/** How the supplier answers: `oneIn` orders hold one slow request. */
export interface Supplier {
  readonly latencyMs: number;
  readonly slowMs: number;
  readonly oneIn: number;
}

/** @throws RangeError if one of the three is missing */
export function supplierOf(parameters: Readonly<Record<string, number>>): Supplier {
  const valueOf = (id: string): number => {
    const value = parameters[id];
    if (value === undefined) throw new RangeError(`The plan has no parameter ${id}.`);
    return value;
  };
  return { latencyMs: valueOf('latencyMs'), slowMs: valueOf('slowMs'), oneIn: valueOf('oneIn') };
}

/**
 * The wait that is asked of the supplier for each order, in milliseconds: one slow request at a random place of every `oneIn`
 * orders, so that slow ones are spread as unevenly as chance has it, and yet no run has more of them than another.
 * @param seed the same seed gives the same pattern
 */
export function latenciesOf({ latencyMs, slowMs, oneIn }: Supplier, seed: number): number[] {
  const random = createRandom((seed ^ 0x510c) >>> 0);
  const latencies = Array.from({ length: orderCount }, () => latencyMs);
  for (let from = 0; from < orderCount; from += oneIn) {
    const place = from + random.integer(oneIn);
    if (place < orderCount) latencies[place] = slowMs;
  }
  return latencies;
}

/** Cooks that slow requests hold at once: in the mean, and at most. */
function heldCooks({ slowMs, oneIn }: Supplier): { readonly mean: number; readonly most: number } {
  const mean = slowMs / (oneIn * orderEveryMs);
  return { mean, most: Math.ceil(mean) + 1 };
}

/** Cooks that the prompt requests need beside them, in the mean. */
function promptCooks({ latencyMs, oneIn }: Supplier): number {
  return ((1 - 1 / oneIn) * latencyMs) / orderEveryMs;
}

/** A tenth more work than so many cooks can do: the line grows for as long as orders come. */
export function runOut(cooks: number, supplier: Supplier): boolean {
  return heldCooks(supplier).mean + promptCooks(supplier) > 1.1 * cooks;
}

/** Enough cooks for the most slow requests that can be under way at once, and one to spare: nobody stands in line for long. */
export function suffice(cooks: number, supplier: Supplier): boolean {
  return heldCooks(supplier).most + promptCooks(supplier) + 1 <= cooks;
}
