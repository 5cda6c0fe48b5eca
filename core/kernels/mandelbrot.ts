/** Points in one row. */
const rowWidth = 128;
/** Steps done for every point, whether it has escaped or not. */
const iterationCap = 256;
/** Distance of two points along the real axis, from -2 to 0.5: 5/256, hence exact in binary. */
const realStep = 2.5 / rowWidth;
/** Imaginary parts are the 65,536 exact multiples of this in 0..1.25. */
const imaginaryStep = 1.25 / 65536;

/**
 * The floating-point kernel: escape times of the Mandelbrot set, z -> z^2 + c (A. K. Dewdney, "Computer Recreations",
 * Scientific American 253 (2), 1985). One unit of work is a row of 128 points at one imaginary part, drawn by the
 * generator of Numerical Recipes (3rd ed., section 7.1) from the seed; it takes about 50 to 200 microseconds.
 *
 * Every point does all 256 steps: a loop left at the escape would make some rows cost many times more than others, and
 * then equal numbers of rows would not be equal work. Counting while |z| <= 2 gives the same escape time, because a
 * point that has left never comes back, and infinity or NaN fail the comparison.
 * Only +, - and *: JavaScript rounds each of them once, to the nearest, so the checksum is the same on every machine.
 * @param rows a whole number >= 0
 * @param seed a 32-bit integer
 * @returns an unsigned 32-bit checksum of all escape times (FNV-1a, one step per point)
 */
export function mandelbrotRows(rows: number, seed: number): number {
  let drawn = seed | 0;
  let checksum = 0x811c9dc5 | 0;
  for (let row = 0; row < rows; row++) {
    drawn = (Math.imul(drawn, 1664525) + 1013904223) | 0;
    checksum = mandelbrotRow((drawn >>> 16) * imaginaryStep, checksum);
  }
  return checksum >>> 0;
}

function mandelbrotRow(imaginary: number, checksumBefore: number): number {
  let checksum = checksumBefore;
  for (let column = 0; column < rowWidth; column++) {
    checksum = Math.imul(checksum ^ escapeTime(column * realStep - 2, imaginary), 0x01000193);
  }
  return checksum;
}

function escapeTime(cx: number, cy: number): number {
  let x = 0;
  let y = 0;
  let inside = 0;
  for (let step = 0; step < iterationCap; step++) {
    const xx = x * x;
    const yy = y * y;
    if (xx + yy <= 4) {
      inside++;
    }
    y = 2 * x * y + cy;
    x = xx - yy + cx;
  }
  return inside;
}
