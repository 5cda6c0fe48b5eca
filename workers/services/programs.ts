import { join } from 'node:path';

/**
 * The folder of the built programs. Built code lies in that folder itself or, where several programs share it, in
 * another one beside it.
 */
export function programsFolder(): string {
  return join(__dirname, '..', 'workers');
}
