import type { Environment } from '../record/environment';
import { wholeIn } from './system-files';
import type { SystemFiles } from './system-files';

const folder = '/sys/class/power_supply';

/**
 * Where the machine has its power from (Linux, sysfs-class-power): an adapter that is online, whatever it is called; else a battery
 * of the machine itself, not that of a mouse, by whether it is emptied. `unknown` where neither tells.
 */
export function powerSource({ list, read }: SystemFiles): Environment['powerSource'] {
  const supplies = list(folder).map((name) => {
    const say = (key: string): string => (read(`${folder}/${name}/${key}`) ?? '').trim().toLowerCase();
    return {
      type: say('type'),
      isOnline: wholeIn(say('online')),
      status: say('status'),
      isOther: say('scope') === 'device' || wholeIn(say('present')) === 0,
    };
  });
  const adapters = supplies.filter(({ type }) => type === 'mains' || type.startsWith('usb') || type === 'wireless');
  // 1: fixed, 2: programmable.
  if (adapters.some(({ isOnline }) => isOnline === 1 || isOnline === 2)) return 'mains';
  const batteries = supplies.filter(({ type, isOther }) => (type === 'battery' || type === 'ups') && !isOther);
  if (batteries.some(({ status }) => status === 'discharging')) return 'battery';
  // A port that is off says nothing where the battery is being filled by another that is not listed.
  if (batteries.some(({ status }) => status === 'charging')) return 'mains';
  if (batteries.length === 0) return 'unknown';
  if (adapters.some(({ type, isOnline }) => type === 'mains' && isOnline === 0)) return 'battery';
  return batteries.some(({ status }) => status === 'full' || status === 'not charging') ? 'mains' : 'unknown';
}
