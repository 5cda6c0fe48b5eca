import * as v from 'valibot';
import { count, longText } from '../record/schema-parts';

/** Where the loopback server listens; every request carries the token, so that no other program is served. */
export interface ServiceAddress {
  readonly port: number;
  readonly token: string;
}

/** Main to the I/O services, and their answers; the rest is the heartbeat that every process answers. */
export interface OpenServices {
  readonly type: 'open';
  readonly folder: string;
  readonly database: boolean;
}
export const fromServicesSchema = v.variant('type', [
  v.strictObject({
    type: v.literal('listening'),
    port: v.pipe(count, v.minValue(1), v.maxValue(65_535)),
    token: v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/)),
  }),
  v.strictObject({ type: v.literal('failed'), message: longText }),
  v.strictObject({ type: v.literal('pong'), n: count }),
]);
