import { elementAt } from './element-at';

/** A curve with a few parameters, each kept inside its bounds. */
export interface BoundedModel {
  readonly lower: readonly number[];
  readonly upper: readonly number[];
  /** The curve's value at `x`. */
  readonly value: (parameters: readonly number[], x: number) => number;
  /** The derivative of the value at `x` by each parameter. */
  readonly gradient: (parameters: readonly number[], x: number) => readonly number[];
}

export interface LeastSquaresFit {
  readonly parameters: readonly number[];
  /** Sum of squared differences between data and curve, in the unit of y squared. */
  readonly squaredError: number;
}

const smallestDamping = 1e-12;
const largestDamping = 1e12;
const mostSteps = 200;
/** A step that moves every parameter by less than this share of its size is the last. */
const lastStep = 1e-11;

/**
 * Least squares by the method of Levenberg and Marquardt (D. W. Marquardt, "An Algorithm for Least-Squares Estimation
 * of Nonlinear Parameters", SIAM Journal 11, 1963), with damping by the diagonal. Bounds are kept by projection (D. P.
 * Bertsekas, "Projected Newton Methods", SIAM Journal on Control and Optimization 20, 1982): a parameter at its bound
 * that wants to go beyond is held, the others move, and a step is cut at the bounds. Finds the minimum nearest to the
 * start; callers of models with several start from several places.
 * @param x places of the data
 * @param y values of the data, same order; best of a size near 1
 * @param start first guess; cut at the bounds
 * @throws RangeError if x and y differ in length
 */
export function fitLeastSquares(
  model: BoundedModel,
  x: readonly number[],
  y: readonly number[],
  start: readonly number[],
): LeastSquaresFit {
  if (x.length !== y.length) {
    throw new RangeError(`Need as many values as places, got ${y.length} and ${x.length}`);
  }
  let parameters = withinBounds(model, start);
  let squaredError = squaredErrorOf(model, x, y, parameters);
  let damping = 1e-3;

  for (let step = 0; step < mostSteps && damping <= largestDamping; step += 1) {
    const { matrix, descent } = normalEquations(model, x, y, parameters);
    const free = freeParameters(model, parameters, descent);
    if (free.length === 0) {
      break;
    }
    let moved = false;
    while (!moved && damping <= largestDamping) {
      const candidate = withinBounds(model, dampedStep(matrix, descent, free, parameters, damping));
      const candidateError = squaredErrorOf(model, x, y, candidate);
      const isLast = isSmallStep(parameters, candidate);
      moved = candidateError < squaredError;
      if (moved) {
        parameters = candidate;
        squaredError = candidateError;
      }
      damping = nextDamping(damping, moved, isLast);
    }
  }
  return { parameters, squaredError };
}

/**
 * Solves a small symmetric positive definite system by Gaussian elimination, which needs no pivoting for such a matrix.
 * The result is not finite if the matrix is singular.
 */
export function solveSymmetric(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, index) => [...row, elementAt(right, index)]);
  const size = rows.length;
  for (let pivot = 0; pivot < size; pivot += 1) {
    const pivotRow = elementAt(rows, pivot);
    for (let below = pivot + 1; below < size; below += 1) {
      const row = elementAt(rows, below);
      const factor = elementAt(row, pivot) / elementAt(pivotRow, pivot);
      rows[below] = row.map((value, column) => value - factor * elementAt(pivotRow, column));
    }
  }
  const solution = new Array<number>(size).fill(0);
  for (let index = size - 1; index >= 0; index -= 1) {
    const row = elementAt(rows, index);
    const known = solution.reduce((sum, value, column) => sum + value * elementAt(row, column), 0);
    solution[index] = (elementAt(row, size) - known) / elementAt(row, index);
  }
  return solution;
}

function squaredErrorOf(
  model: BoundedModel,
  x: readonly number[],
  y: readonly number[],
  parameters: readonly number[],
): number {
  return x.reduce((sum, place, index) => sum + (elementAt(y, index) - model.value(parameters, place)) ** 2, 0);
}

/** J'J and J'r: the curvature of the squared error, and the direction in which it falls fastest. */
function normalEquations(
  model: BoundedModel,
  x: readonly number[],
  y: readonly number[],
  parameters: readonly number[],
): { readonly matrix: readonly (readonly number[])[]; readonly descent: readonly number[] } {
  const gradients = x.map((place) => model.gradient(parameters, place));
  const residuals = x.map((place, index) => elementAt(y, index) - model.value(parameters, place));
  const matrix = parameters.map((_, row) =>
    parameters.map((__, column) => gradients.reduce((sum, g) => sum + elementAt(g, row) * elementAt(g, column), 0)),
  );
  const descent = parameters.map((_, row) =>
    gradients.reduce((sum, g, index) => sum + elementAt(g, row) * elementAt(residuals, index), 0),
  );
  return { matrix, descent };
}

function freeParameters(model: BoundedModel, parameters: readonly number[], descent: readonly number[]): number[] {
  return parameters.flatMap((value, index) => {
    const wanted = elementAt(descent, index);
    const held =
      (value <= elementAt(model.lower, index) && wanted <= 0) ||
      (value >= elementAt(model.upper, index) && wanted >= 0);
    return held ? [] : [index];
  });
}

function dampedStep(
  matrix: readonly (readonly number[])[],
  descent: readonly number[],
  free: readonly number[],
  parameters: readonly number[],
  damping: number,
): number[] {
  const damped = free.map((row) =>
    free.map((column) => elementAt(elementAt(matrix, row), column) * (row === column ? 1 + damping : 1)),
  );
  const change = solveSymmetric(
    damped,
    free.map((index) => elementAt(descent, index)),
  );
  const candidate = [...parameters];
  free.forEach((index, position) => {
    candidate[index] = elementAt(parameters, index) + elementAt(change, position);
  });
  return candidate;
}

function withinBounds(model: BoundedModel, parameters: readonly number[]): number[] {
  return parameters.map((value, index) =>
    Math.min(Math.max(value, elementAt(model.lower, index)), elementAt(model.upper, index)),
  );
}

/** Less damping after a step that helped, more after one that did not, and none of it matters after the last. */
function nextDamping(damping: number, moved: boolean, isLast: boolean): number {
  if (isLast) {
    return Infinity;
  }
  return moved ? Math.max(damping / 10, smallestDamping) : damping * 10;
}

function isSmallStep(before: readonly number[], after: readonly number[]): boolean {
  return after.every((value, index) => Math.abs(value - elementAt(before, index)) <= lastStep * Math.abs(value));
}
