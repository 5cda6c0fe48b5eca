import type { BoundedBlock } from '@core/kernels/bounded-block';
import type { KneadAnswer, KneadRequest } from './knead-request';
import { startWebWorker } from './web-worker-script';

/** A Web Worker that computes for the page. */
export interface KneadingWorker {
  /** Iterations that take about 2 s on a core that nobody else uses. */
  find(): Promise<number>;
  /** Executes them in pieces; the rest is left out after 3 s. */
  knead(iterations: number): Promise<BoundedBlock>;
  end(): void;
}

/** Starts one, which computes one request at a time. Whoever starts it ends it. */
export function startKneadingWorker(worker: Worker = startWebWorker()): KneadingWorker {
  function ask(iterations: number | null): Promise<KneadAnswer> {
    return new Promise((resolve, reject) => {
      worker.onmessage = ({ data }: MessageEvent<KneadAnswer>) => resolve(data);
      worker.onerror = () => reject(new Error('The Web Worker has ended.'));
      worker.postMessage({ type: 'knead', iterations } satisfies KneadRequest);
    });
  }
  return {
    async find() {
      const answer = await ask(null);
      return answer.type === 'found' ? answer.iterations : 1;
    },
    async knead(iterations) {
      const answer = await ask(iterations);
      if (answer.type !== 'done') throw new Error('The Web Worker answered something else.');
      return answer.block;
    },
    end: () => worker.terminate(),
  };
}
