/** Told at each step of a long computation; of no consequence to what is computed. */
let listener: () => void = () => undefined;

/**
 * Says that a computation gets on. Called where the work is divided anyway, between pieces of about a second at most: who is
 * caught in a loop says nothing more, and is told from who has much to do.
 */
export function step(): void {
  listener();
}

/** Whoever answers for the process that computes listens. @param told called very often: it must cost next to nothing */
export function onStep(told: () => void): void {
  listener = told;
}
