/** What is said of a sentence of the source text that no row of the ledger quotes. */
export interface SourceNote {
  /** How the sentence begins, without marks of Markdown. */
  readonly starts: string;
  /** The statement that says the same and is tested. */
  readonly repeats?: number;
  /** Why the sentence states nothing that could be tested. */
  readonly reason?: string;
}

const label = 'names what the next sentences are about';
const scene = 'sets the scene of the analogy';

/** The sentences that are quoted in no row: they repeat a statement that is, or state nothing. */
export const sourceNotes: readonly SourceNote[] = [
  { starts: 'Multithreading-Asynchronous-Synchronous', reason: 'the title' },
  { starts: 'An analogy usually helps.', reason: scene },
  { starts: 'You are cooking in a restaurant.', reason: scene },
  { starts: 'An order comes in for eggs and toast.', reason: scene },
  { starts: 'Synchronous: you cook the eggs', repeats: 2 },
  { starts: 'When the timers go off', repeats: 2 },
  { starts: 'Asynchronous programming might be more powerful', repeats: 14 },
  { starts: 'I/O-Bound Operations:', reason: label },
  { starts: 'Concurrency and Responsiveness:', reason: label },
  { starts: 'Scalability:', reason: label },
  { starts: 'Simplified Concurrency Handling:', reason: label },
  // "Simpler" is a judgement about code; what follows from it in the next sentence is tested.
  { starts: 'Asynchronous programming still provides a simpler approach', repeats: 8 },
  { starts: 'Resource Utilization:', reason: label },
  { starts: 'Consider below scenarios:', reason: label },
  { starts: 'Single Thread, Single Core:', reason: label },
  { starts: 'Single Thread, Multiple Cores:', reason: label },
  { starts: 'Asynchronous programming can still offer benefits in responsiveness', repeats: 11 },
  { starts: 'Multiple Threads, Multiple Cores:', reason: label },
  { starts: 'Asynchronous code, combined with multiple threads', repeats: 14 },
  { starts: 'Multiple Processes, Multiple Cores:', reason: label },
  { starts: 'In all these above scenarios', repeats: 10 },
  { starts: 'Asynchronous and synchronous execution', reason: 'names the source of the analogy' },
];
