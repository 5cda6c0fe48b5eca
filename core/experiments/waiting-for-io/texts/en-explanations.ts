/**
 * Explanations of `waiting-for-io`: part, condition, baseline, finding; `{n}` in flight against one after the other, and
 * against `{m}` in flight. The first comparison of a part, 16 against 1, explains the mechanism; the others are short.
 * A text may name only what its finding implies (`measured` covers faster and slower), and must hold for every latency
 * and size that the form allows, any disk and any number of cores.
 */
export const waitingForIoExplanations = {
  requests: {
    'in-flight-16': {
      'in-flight-1': {
        'as-expected':
          '16 in flight took {conditionTotal}, one after the other {baselineTotal}: {ratio}. A request waits for its answer without the thread, so 16 waits can pass at the same time: in theory up to 16 times faster. What is missing to that is work of the one thread, and the end, when fewer than 16 are left. Its tasks kept the thread busy for {conditionBusy} of the time, one after the other for {baselineBusy}.',
      },
    },
    'in-flight': {
      'in-flight-1': {
        'as-expected':
          '{n} in flight took {conditionTotal}, one after the other {baselineTotal}: {ratio}. In theory, {n} waits at the same time give up to {n} times.',
        opposite:
          '{n} in flight took {conditionTotal}, one after the other {baselineTotal}: {ratio}. Theory says the reverse, because waits can overlap. Look in the timeline at when the answers came, and at the warnings for other load. Where a latency is short (here {latencyMs} ms), sending and reading can take as long as the wait.',
        'no-difference':
          '{n} in flight took {conditionTotal}, one after the other {baselineTotal}: time ratio {plainRatio}, inside the noise ({floor}x). Theory says a gain, because waits can overlap. Where a latency is short (here {latencyMs} ms), sending and reading can take as long as the wait; and a large noise can hide a gain.',
      },
      'in-flight': {
        'as-expected':
          '{n} in flight took {conditionTotal}, {m} in flight {baselineTotal}: {ratio}. Nobody has to stand beside a socket: the operating system tells the one thread which answers have come. So more in flight save more waiting, until sending and reading fill the time of the thread; its tasks kept it busy for {conditionBusy} of it, against {baselineBusy} with {m}.',
        opposite:
          '{n} in flight took {conditionTotal}, {m} in flight {baselineTotal}: {ratio}. Theory says the reverse as long as the one thread has time left; its tasks kept it busy for {conditionBusy} of it. Look at the warnings for other load: the server that answers needs a core as well.',
        'no-difference':
          '{n} in flight took {conditionTotal}, {m} in flight {baselineTotal}: time ratio {plainRatio}, inside the noise ({floor}x). Theory says a gain as long as the one thread has time left. Where a latency is short (here {latencyMs} ms), sending and reading can fill it; and a large noise can hide a gain.',
      },
    },
  },
  files: {
    'in-flight-16': {
      'in-flight-1': {
        measured:
          '16 in flight took {conditionTotal}, one after the other {baselineTotal}: {ratio}. Node gives each file call to a thread of the libuv pool, which the call blocks; the pool has 4 threads unless UV_THREADPOOL_SIZE says otherwise. So some files can get on while others wait for the disk, but never more calls than the pool has threads. How much that changes is up to the disk, its file system and the work of the one thread, whose tasks kept it busy for {conditionBusy} of the time; nothing was predicted.',
      },
    },
    'in-flight': {
      'in-flight-1': {
        measured:
          '{n} in flight took {conditionTotal}, one after the other {baselineTotal}: {ratio}. At most as many file calls get on at the same time as the libuv pool has threads; the tasks kept the one thread busy for {conditionBusy} of the time.',
        'no-difference':
          '{n} in flight took {conditionTotal}, one after the other {baselineTotal}: time ratio {plainRatio}, inside the noise ({floor}x). More files in flight gain only what the disk can do at the same time. If its file system flushes one file after the other, they wait there together; and a large noise can hide a gain.',
      },
      'in-flight': {
        measured:
          '{n} in flight took {conditionTotal}, {m} in flight {baselineTotal}: {ratio}. The libuv pool has 4 threads unless UV_THREADPOOL_SIZE says otherwise, and each file call blocks one of them: calls beyond that wait in line. More in flight mean that the next call is in line already when a thread gets free; they also mean more open files at once. Nothing was predicted.',
        'no-difference':
          '{n} in flight took {conditionTotal}, {m} in flight {baselineTotal}: time ratio {plainRatio}, inside the noise ({floor}x). The libuv pool has 4 threads unless UV_THREADPOOL_SIZE says otherwise, and each file call blocks one of them. Calls beyond that wait in line, in your own process, however many are in flight.',
      },
    },
  },
  queries: {
    'in-flight-16': {
      'in-flight-1': {
        'as-expected':
          '16 in flight took {conditionTotal}, one after the other {baselineTotal}: {ratio}. While some queries are on their way, others can be worked on; and this database has as many threads as cores are offered, here {cores}, so that many can be worked on at once. The first is the gain of async, the second only what the database can give.',
      },
    },
    'in-flight': {
      'in-flight-1': {
        'as-expected':
          '{n} in flight took {conditionTotal}, one after the other {baselineTotal}: {ratio}. The ways there and back overlap, and the database can work on up to {cores} queries at once.',
        opposite:
          '{n} in flight took {conditionTotal}, one after the other {baselineTotal}: {ratio}. Theory says the reverse, because the ways there and back can overlap. Look in the timeline at when the answers came, and at the warnings for other load: the database needs cores as well (offered: {cores}).',
        'no-difference':
          '{n} in flight took {conditionTotal}, one after the other {baselineTotal}: time ratio {plainRatio}, inside the noise ({floor}x). Theory says a gain, because the ways there and back can overlap. If nearly all of a query of about {queryMs} ms is work of the database and it has no core left for it (offered: {cores}), little is left to gain; and a large noise can hide it.',
      },
      'in-flight': {
        measured:
          '{n} in flight took {conditionTotal}, {m} in flight {baselineTotal}: {ratio}. More in flight overlap more ways there and back. But the work of a query needs a thread of the database, and it has as many as cores are offered, here {cores}: queries beyond that wait in line there, where your thread does not see them. Which of the two counts more depends on the machine; nothing was predicted.',
        'no-difference':
          '{n} in flight took {conditionTotal}, {m} in flight {baselineTotal}: time ratio {plainRatio}, inside the noise ({floor}x). The work of a query needs a thread of the database, and it has as many as cores are offered, here {cores}. Once those have enough to do, more in flight only make the line there longer; a large noise can hide a gain, too.',
      },
    },
  },
} as const;
