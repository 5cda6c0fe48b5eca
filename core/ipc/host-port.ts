import * as v from 'valibot';
import { identifier } from '../record/schema-parts';
import { hostPortMessage } from './names';

/**
 * With this the preload hands the page a port on which it is a guest of the lab process: `renderer` executes tasks on the
 * page's thread and watches its frames, `web-worker` is handed on to a Web Worker.
 */
export const hostPortSchema = v.object({
  type: v.literal(hostPortMessage),
  host: v.picklist(['renderer', 'web-worker']),
  worker: identifier,
  pid: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
});
export type HostPort = v.InferOutput<typeof hostPortSchema>;

/** What came with a port, or undefined for a window message that is none of ours. */
export function parseHostPort(data: unknown): HostPort | undefined {
  const about = v.safeParse(hostPortSchema, data);
  return about.success ? about.output : undefined;
}
