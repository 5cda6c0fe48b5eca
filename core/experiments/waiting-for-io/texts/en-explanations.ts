/**
 * Explanations of `waiting-for-io`: part, condition, baseline, finding; `{n}` in flight against one after the other, and
 * against `{m}` in flight. The first comparison of a part, 16 against 1, explains the mechanism; the others are short.
 * A text may name only what its finding implies (`measured` covers faster and slower), and must hold for every latency
 * and size that the form allows, any disk and any number of cores.
 */
const one = '{n} in flight took {conditionTotal}, one after the other {baselineTotal}.';
const two = '{n} in flight took {conditionTotal}, {m} in flight {baselineTotal}.';
const inNoise = 'The time ratio is {plainRatio}, inside the noise ({floor}x).';
const hidden = 'A large noise can also hide what was saved.';
const shortLatency =
  'Where a latency is short (here {latencyMs} ms), sending and reading can take as long as the wait.';
const filePool = 'The libuv pool has 4 threads in this run, and each file call blocks one of them.';

export const waitingForIoExplanations = {
  requests: {
    'in-flight-16': {
      'in-flight-1': {
        'as-expected':
          '16 in flight took {conditionTotal}, one after the other {baselineTotal}. That is {ratio}. A request waits for its answer without the thread, so 16 waits can pass at the same time. Overlapping 16 waits can be up to 16 times faster. Sending and reading take the difference, and so does the last, partly empty batch. Its tasks kept the thread busy for {conditionBusy} of the time, and one after the other for {baselineBusy}.',
      },
    },
    'in-flight': {
      'in-flight-1': {
        'as-expected': `${one} That is {ratio}. Overlapping {n} waits can be up to {n} times faster.`,
        opposite: `${one} That is {ratio}. Theory says the reverse, because waits can overlap. Look in the timeline at when the answers came, and at the warnings for other load. ${shortLatency}`,
        'no-difference': `${one} ${inNoise} Theory says faster, because waits can overlap. ${shortLatency} ${hidden}`,
      },
      'in-flight': {
        'as-expected': `${two} That is {ratio}. Nobody has to stand beside a socket: the operating system tells the one thread which answers have come. So more in flight save more waiting, until sending and reading fill the time of the thread. Its tasks kept it busy for {conditionBusy} of the time, against {baselineBusy} with {m}.`,
        opposite: `${two} That is {ratio}. Theory says the reverse as long as the one thread has time left; its tasks kept it busy for {conditionBusy} of the time. Look at the warnings for other load: the server that answers needs a core as well.`,
        'no-difference': `${two} ${inNoise} Theory says faster as long as the one thread has time left. Where a latency is short (here {latencyMs} ms), sending and reading can fill that time. ${hidden}`,
      },
    },
  },
  files: {
    'in-flight-16': {
      'in-flight-1': {
        measured:
          '16 in flight took {conditionTotal}, one after the other {baselineTotal}. That is {ratio}. A file call blocks whoever makes it, so Node gives it to a thread of the libuv pool. The lab gives that pool 4 threads, so 4 calls can be under way at once, and no more. How much that changes is up to the disk, its file system and the work of the one thread. Its tasks kept that thread busy for {conditionBusy} of the time. Theory predicted nothing.',
      },
    },
    'in-flight': {
      'in-flight-1': {
        measured: `${one} That is {ratio}. No more file calls are under way at a time than the libuv pool has threads. The tasks kept the one thread busy for {conditionBusy} of the time.`,
        'no-difference': `${one} ${inNoise} More files in flight save only what the disk can do at the same time. If its file system flushes one file after the other, they wait there together. ${hidden}`,
      },
      'in-flight': {
        measured: `${two} That is {ratio}. ${filePool} Calls beyond that wait in line. With more in flight the next call is in line already when a thread gets free. More files are open at once as well. Theory predicted nothing.`,
        'no-difference': `${two} ${inNoise} ${filePool} Calls beyond that wait in line, in your own process, however many are in flight.`,
      },
    },
  },
  queries: {
    'in-flight-16': {
      'in-flight-1': {
        'as-expected':
          '16 in flight took {conditionTotal}, one after the other {baselineTotal}. That is {ratio}. While some queries travel, the database can work on others. It has as many threads as cores are offered, here {cores}, and can work on as many queries at once. Async saves the travel. What is saved beyond that, the database gives.',
      },
    },
    'in-flight': {
      'in-flight-1': {
        'as-expected': `${one} That is {ratio}. The ways there and back overlap, and the database can work on up to {cores} queries at once.`,
        opposite: `${one} That is {ratio}. Theory says the reverse, because the ways there and back can overlap. Look in the timeline at when the answers came. Look at the warnings for other load as well: the database needs cores too (offered: {cores}).`,
        'no-difference': `${one} ${inNoise} Theory says faster, because the ways there and back can overlap. Nearly all of a query of about {queryMs} ms may be work of the database. If it has no core left for that (offered: {cores}), little can be saved. ${hidden}`,
      },
      'in-flight': {
        measured: `${two} That is {ratio}. More in flight overlap more ways there and back. But the work of a query needs a thread of the database, and it has {cores} of them. Queries beyond that wait in line there, where your thread does not see them. Which effect wins depends on the machine, so theory predicted nothing.`,
        'no-difference': `${two} ${inNoise} The work of a query needs a thread of the database, and it has as many as cores are offered, here {cores}. Once those have enough to do, more in flight only make the line there longer. ${hidden}`,
      },
    },
  },
} as const;
