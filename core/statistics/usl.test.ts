import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom } from './random';
import { fitUsl, type ThroughputPoint, uslThroughput } from './usl';

function oneRound(throughputs: Readonly<Record<number, number>>): ThroughputPoint[] {
  return Object.entries(throughputs).map(([workers, throughput]) => ({
    workers: Number(workers),
    throughput,
    round: 0,
  }));
}

const once = { resamples: 1 };

const counts = [1, 2, 4, 8, 16, 24];
const throughputs = [
  [101, 98, 99, 102, 101, 100, 100],
  [190, 188, 186, 150, 193, 191, 189],
  [335, 331, 336, 340, 334, 338, 329],
  [495, 508, 490, 503, 500, 498, 510],
  [566, 580, 553, 549, 560, 558, 571],
  [540, 552, 530, 538, 536, 545, 561],
];

function measured(scale = 1): ThroughputPoint[] {
  return counts.flatMap((workers, place) =>
    throughputs[place]!.map((throughput, round) => ({ workers, throughput: throughput * scale, round })),
  );
}

describe('fitUsl', () => {
  it('agrees with the R package usl on the SPEC SDM 91 benchmark', () => {
    // R package usl 3.0, data specsdm91, as printed in its README: alpha 0.0277285, beta 0.0001044, gamma 89.9952330.
    // SciPy 1.17.1 least_squares with bounds 0..inf: 89.9952015, 0.02772843, 0.000104365758, peak 96.519437.
    const sdm91 = { 1: 64.9, 18: 995.9, 36: 1652.4, 72: 1853.2, 108: 1828.9, 144: 1775.0, 216: 1702.2 };
    const fit = fitUsl(oneRound(sdm91), createRandom(1), once);
    expect(fit.sigma.estimate).toBeCloseTo(0.0277285, 6);
    expect(fit.kappa.estimate).toBeCloseTo(0.0001044, 7);
    expect(fit.lambda.estimate).toBeCloseTo(89.99523, 3);
    expect(fit.peakWorkers?.estimate).toBeCloseTo(96.5194, 3);
    expect(fit.peakWorkers?.n).toBe(1);
  });

  it('agrees with SciPy on a curve without coherency cost, which has no peak', () => {
    // Ray tracer of Gunther 2007 (data raytracer of the R package usl), SciPy 1.17.1 least_squares with bounds 0..inf:
    // 21.8488428, 0.0577707806, 8e-25.
    const processors = [1, 4, 8, 12, 16, 20, 24, 28, 32, 48, 64];
    const frames = [20, 78, 130, 170, 190, 200, 210, 230, 260, 280, 310];
    const points = processors.map((workers, index) => ({ workers, throughput: frames[index]!, round: 0 }));
    const fit = fitUsl(points, createRandom(1), once);
    expect(fit.kappa.estimate).toBe(0);
    expect(fit.sigma.estimate).toBeCloseTo(0.0577707806, 7);
    expect(fit.lambda.estimate).toBeCloseTo(21.8488428, 5);
    expect(fit.peakWorkers).toBeUndefined();
  });

  it('agrees with SciPy and NumPy on rounds with noise', () => {
    // SciPy 1.17.1: the same least_squares on numpy.median(throughputs, 1); the interval from 20,000 fits to
    // numpy.median(throughputs[:, r], 2), r = default_rng(1).integers(0, 7, (20000, 7)), quantiles .025 and .975:
    // lambda 101.565, 105.301; sigma 0.05880, 0.07245; kappa 0.003651, 0.003997; peak 15.314, 15.933.
    const fit = fitUsl(measured(), createRandom(1));
    expect(fit.lambda.estimate).toBeCloseTo(103.52130944735868, 4);
    expect(fit.sigma.estimate).toBeCloseTo(0.06559620359546744, 6);
    expect(fit.kappa.estimate).toBeCloseTo(0.0038667947698520634, 8);
    expect(fit.peakWorkers?.estimate).toBeCloseTo(15.545036133987487, 4);
    expect(Math.abs(fit.lambda.low - 101.565)).toBeLessThan(0.3);
    expect(Math.abs(fit.lambda.high - 105.301)).toBeLessThan(0.3);
    expect(Math.abs(fit.sigma.low - 0.0588)).toBeLessThan(0.001);
    expect(Math.abs(fit.sigma.high - 0.07245)).toBeLessThan(0.001);
    expect(Math.abs(fit.kappa.low - 0.003651)).toBeLessThan(0.00002);
    expect(Math.abs(fit.kappa.high - 0.003997)).toBeLessThan(0.00002);
    expect(Math.abs((fit.peakWorkers?.low ?? 0) - 15.314)).toBeLessThan(0.03);
    expect(Math.abs((fit.peakWorkers?.high ?? 0) - 15.933)).toBeLessThan(0.03);
    expect(fit.predict(8)).toBeCloseTo(
      (103.52130944735868 * 8) / (1 + 0.06559620359546744 * 7 + 0.0038667947698520634 * 56),
      3,
    );
  });

  it('finds the parameters behind data without noise', () => {
    const parameters = fc.record({
      lambda: fc.double({ min: 1e-3, max: 1e6, noNaN: true }),
      sigma: fc.double({ min: 0, max: 0.9, noNaN: true }),
      kappa: fc.double({ min: 0, max: 0.1, noNaN: true }),
    });
    fc.assert(
      fc.property(parameters, (known) => {
        const points = [1, 2, 3, 4, 8, 12].map((workers) => ({
          workers,
          throughput: uslThroughput(known, workers),
          round: 0,
        }));
        const fit = fitUsl(points, createRandom(1), once);
        expect(fit.lambda.estimate / known.lambda).toBeCloseTo(1, 5);
        expect(fit.sigma.estimate).toBeCloseTo(known.sigma, 5);
        expect(fit.kappa.estimate).toBeCloseTo(known.kappa, 5);
      }),
    );
  });

  it('does not depend on the unit of the throughput', () => {
    const few = { resamples: 40 };
    const plain = fitUsl(measured(), createRandom(3), few);
    fc.assert(
      fc.property(fc.double({ min: 1e-9, max: 1e9, noNaN: true }), (scale) => {
        const scaled = fitUsl(measured(scale), createRandom(3), few);
        expect(scaled.lambda.high / scale).toBeCloseTo(plain.lambda.high, 4);
        expect(scaled.sigma.low).toBeCloseTo(plain.sigma.low, 6);
        expect(scaled.kappa.high).toBeCloseTo(plain.kappa.high, 8);
      }),
      { numRuns: 10 },
    );
  });

  it('keeps all parameters at 0 or above, whatever the data', () => {
    const value = fc.double({ min: 0.1, max: 100, noNaN: true });
    fc.assert(
      fc.property(fc.array(value, { minLength: 5, maxLength: 5 }), (values) => {
        const points = values.map((throughput, index) => ({ workers: 2 ** index, throughput, round: 0 }));
        const { lambda, sigma, kappa } = fitUsl(points, createRandom(1), once);
        expect([lambda, sigma, kappa].every(({ low }) => low >= 0 && Number.isFinite(low))).toBe(true);
      }),
    );
  });

  it('names no peak where some rounds show none', () => {
    const rising = [100, 180, 300, 450].map((throughput, place) => ({ workers: 2 ** place, throughput, round: 0 }));
    const falling = [100, 180, 300, 250].map((throughput, place) => ({ workers: 2 ** place, throughput, round: 1 }));
    const fit = fitUsl([...rising, ...falling], createRandom(1), { resamples: 100 });
    expect(fit.kappa.low).toBe(0);
    expect(fit.peakWorkers).toBeUndefined();
  });

  it('refuses fewer than three numbers of workers', () => {
    expect(() => fitUsl(oneRound({ 1: 10, 2: 19 }), createRandom(1))).toThrow(RangeError);
  });
});
