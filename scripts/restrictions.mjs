// Two bans that types cannot express, as `no-restricted-syntax` entries for eslint.config.js.

const loop = ':matches(WhileStatement, DoWhileStatement, ForStatement)';
const clock = [
  'CallExpression[callee.property.name=/^(now|nowNs|nowMs|hrtime|bigint|uptime)$/]',
  'CallExpression[callee.name=/^(now|nowNs|nowMs|hrtime|clock)$/]',
  'NewExpression[callee.name="Date"]',
].join(', ');

/** For measured code: a loop that ends by the clock does less work on a slower strategy and hides what is measured. */
export const noClockEndedLoops = [`${loop} > .test`, `${loop} IfStatement:has(BreakStatement, ReturnStatement) > .test`]
  .flatMap((test) => [`${test}:matches(${clock})`, `${test} :matches(${clock})`])
  .map((selector) => ({
    selector,
    message:
      'A measured loop must end by a count of work, never by the clock: equal work is what makes times comparable.',
  }));

/** For main, preload and renderer: a thread that serves a person must never sleep on shared memory. */
export const noBlockingWait = [
  {
    selector: 'MemberExpression[object.name="Atomics"][property.name="wait"]',
    message: 'Atomics.wait would freeze the window or the main process; wait for a message instead.',
  },
];
