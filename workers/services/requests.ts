/** What is asked of the loopback server: both ends take the paths and the limits from here. */

/** Carries the token; a page in a browser cannot send it to another origin without being asked first. */
export const tokenHeader = 'x-lab-token';

export interface WaitRequest {
  readonly kind: 'wait';
  readonly latencyMs: number;
  readonly seed: number;
}

export interface QueryRequest {
  readonly kind: 'query';
  readonly roundTripMs: number;
  readonly rows: number;
  readonly seed: number;
}

export type ServiceRequest = WaitRequest | QueryRequest;

const longestWaitMs = 600_000;
const mostRows = 2 ** 40;

/** Path and query of a request. */
export function pathOf(request: ServiceRequest): string {
  const seed = request.seed >>> 0;
  return request.kind === 'wait'
    ? `/wait?ms=${request.latencyMs}&seed=${seed}`
    : `/query?ms=${request.roundTripMs}&rows=${request.rows}&seed=${seed}`;
}

/** The request that a path stands for; null if it stands for none. */
export function requestOf(path: string): ServiceRequest | null {
  const [name = '', query] = path.split('?', 2);
  const parameters = new URLSearchParams(query);
  const number = (parameter: string, most: number): number => {
    const value = Number(parameters.get(parameter) ?? NaN);
    return value >= 0 && value <= most ? value : NaN;
  };
  const waitMs = number('ms', longestWaitMs);
  const seed = number('seed', 2 ** 32 - 1);
  const rows = number('rows', mostRows);
  if (Number.isNaN(waitMs) || !Number.isInteger(seed)) return null;
  if (name === '/wait') return { kind: 'wait', latencyMs: waitMs, seed };
  if (name !== '/query' || !Number.isInteger(rows)) return null;
  return { kind: 'query', roundTripMs: waitMs, rows, seed };
}
