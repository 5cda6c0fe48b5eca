import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type BoundedModel, fitLeastSquares, solveSymmetric } from './least-squares';

function power(upper: number): BoundedModel {
  return {
    lower: [0, 0],
    upper: [Infinity, upper],
    value: ([factor = 0, exponent = 0], x) => factor * x ** exponent,
    gradient: ([factor = 0, exponent = 0], x) => [x ** exponent, factor * x ** exponent * Math.log(x)],
  };
}

describe('solveSymmetric', () => {
  it('agrees with NumPy', () => {
    // NumPy 2.4.6: numpy.linalg.solve([[4, 2, .6], [2, 5, 1], [.6, 1, 3]], [1, -2, 3])
    const solution = solveSymmetric(
      [
        [4, 2, 0.6],
        [2, 5, 1],
        [0.6, 1, 3],
      ],
      [1, -2, 3],
    );
    [0.4887892376681614, -0.831390134529148, 1.1793721973094171].forEach((expected, index) => {
      expect(solution[index]).toBeCloseTo(expected, 12);
    });
  });
});

describe('fitLeastSquares', () => {
  const x = [1, 2, 3, 4, 5];
  const y = [1.1, 2.7, 5.4, 8.1, 10.9];

  it('agrees with SciPy inside the bounds', () => {
    // SciPy 1.17.1: least_squares(lambda p: p[0] * x ** p[1] - y, [1, 1], xtol=1e-15, ftol=1e-15, gtol=1e-15)
    const { parameters, squaredError } = fitLeastSquares(power(5), x, y, [1, 1]);
    expect(parameters[0]).toBeCloseTo(1.0796532436222674, 7);
    expect(parameters[1]).toBeCloseTo(1.4421431660597206, 7);
    expect(squaredError).toBeCloseTo(0.09940552075554343, 10);
  });

  it('holds a parameter at its bound while the other moves on', () => {
    // With the exponent held at 1.2 the factor has a closed form: sum(y * x^1.2) / sum(x^2.4), by NumPy.
    const { parameters } = fitLeastSquares(power(1.2), x, y, [1, 1]);
    expect(parameters[1]).toBe(1.2);
    expect(parameters[0]).toBeCloseTo(1.519758088115124, 9);
  });

  it('never ends worse than it began, nor outside the bounds', () => {
    const value = fc.double({ min: 0.1, max: 20, noNaN: true });
    const values = fc.array(value, { minLength: 5, maxLength: 5 });
    fc.assert(
      fc.property(values, fc.tuple(value, fc.double({ min: 0, max: 2, noNaN: true })), (data, start) => {
        const model = power(2);
        const begun = x.reduce((sum, place, index) => sum + (data[index]! - model.value(start, place)) ** 2, 0);
        const { parameters, squaredError } = fitLeastSquares(model, x, data, start);
        expect(squaredError).toBeLessThanOrEqual(begun);
        expect(parameters[0]! >= 0 && parameters[1]! >= 0 && parameters[1]! <= 2).toBe(true);
      }),
    );
  });

  it('refuses lists of different lengths', () => {
    expect(() => fitLeastSquares(power(2), [1, 2], [1], [1, 1])).toThrow(RangeError);
  });
});
