import fs from 'node:fs';
import fc from 'fast-check';
import { join } from 'node:path';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { coresFor } from '@core/experiments/machine';
import { allowedCpus, coreGroups, coreKinds, cpuModel, onlineCpus, physicalCores } from '@core/machine/cpus';
import { mostOpenFiles } from '@core/machine/open-files';
import { powerSource } from '@core/machine/power';
import { systemFiles } from '@core/machine/system-files';
import type { SystemFiles } from '@core/machine/system-files';
import { environmentSchema } from '@core/record/environment';
import { coresToPin, readCoreLayout } from '../measurement/core-choice';
import { coreTimesIn } from '../measurement/machine-load';
import { cpuQuotaCores, memoryRoomBytes } from './control-group';
import { hypervisorIn, readMachineFacts } from './facts';

const folder = (name: string): string => join(import.meta.dirname, '..', '..', 'fixtures', 'machines', name);

describe('machines whose /proc and /sys are kept', () => {
  it('an ARM board: its name, its cores, no battery', async () => {
    const files = systemFiles(fs, folder('arm-board'));
    expect(cpuModel(files)).toBe('Raspberry Pi 4 Model B Rev 1.4 (Cortex-A72)');
    expect(onlineCpus(files)).toEqual([0, 1, 2, 3]);
    expect(allowedCpus(files)).toEqual([0, 1, 2, 3]);
    expect(await readMachineFacts(folder('arm-board'))).toMatchObject({
      physicalCores: 4,
      virtualMachine: null,
      powerSource: 'unknown',
      cpuQuotaCores: null,
      governor: 'ondemand',
      mostOpenFiles: 1024,
      memoryAvailableBytes: 3_000_000 * 1024,
    });
    expect(coreKinds(files)).toEqual([]);
    expect(readCoreLayout(files)).toEqual({ allowed: [0, 1, 2, 3], cores: [[0], [1], [2], [3]] });
  });

  it('a hybrid laptop: fast cores first, full battery and adapter of any name', async () => {
    const root = folder('hybrid-laptop');
    const files = systemFiles(fs, root);
    expect(cpuModel(files)).toBe('12th Gen Intel(R) Core(TM) i5-1240P');
    const kinds = [
      { cpus: '0-7', speed: null },
      { cpus: '8-15', speed: null },
    ];
    expect(await readMachineFacts(root)).toMatchObject({
      physicalCores: 12,
      virtualMachine: false,
      powerSource: 'mains',
      governor: 'powersave',
      coreKinds: kinds,
      cpuQuotaCores: null,
      mostOpenFiles: 524_288,
    });
    const layout = readCoreLayout(files);
    expect(coresToPin(1, layout)).toEqual([0]);
    expect(coresToPin(4, layout)).toEqual([0, 2, 4, 6]);
    expect(coresToPin(6, layout)).toEqual([0, 2, 4, 6, 8, 9]);
  });

  it('a server of 64: two sockets, a mask of half of it, a quota below the mask', async () => {
    const root = folder('server-64');
    const files = systemFiles(fs, root);
    expect(cpuModel(files)).toBe('AMD EPYC 7302 16-Core Processor');
    expect(onlineCpus(files)).toHaveLength(64);
    expect(allowedCpus(files)).toHaveLength(32);
    const facts = await readMachineFacts(root);
    expect(facts).toMatchObject({
      physicalCores: 32,
      virtualMachine: false,
      powerSource: 'unknown',
      governor: 'performance',
      cpuQuotaCores: 12,
      mostOpenFiles: 1024,
    });
    expect(facts).not.toHaveProperty('coreKinds');
    expect(coresFor(allowedCpus(files)?.length ?? 0, facts.cpuQuotaCores)).toEqual({ cores: 12, quotaCores: 12 });
    const layout = readCoreLayout(files);
    expect(coresToPin(16, layout)).toEqual(Array.from({ length: 16 }, (_, cpu) => cpu));
    expect(coresToPin(17, layout)).toContain(32);
    expect(coreTimesIn(files.read('/proc/stat') ?? '')).toHaveLength(64);
  });
});

/** A machine of these files alone; a folder lists what lies in it. */
function machine(files: Readonly<Record<string, string>>): SystemFiles {
  return {
    read: (path) => files[path] ?? null,
    list: (path) => [
      ...new Set(
        Object.keys(files)
          .filter((one) => one.startsWith(`${path}/`))
          .map((one) => one.slice(path.length + 1).split('/', 1)[0] ?? ''),
      ),
    ],
  };
}

describe('power', () => {
  const supply = (...all: readonly Readonly<Record<string, string>>[]): string =>
    powerSource(
      machine(
        Object.fromEntries(
          all.flatMap((entry, place) =>
            Object.entries(entry).map(([key, text]) => [`/sys/class/power_supply/x${place}/${key}`, `${text}\n`]),
          ),
        ),
      ),
    );
  const off = { type: 'Mains', online: '0' };
  const on = { type: 'Mains', online: '1' };
  it.each([
    ['nothing', [], 'unknown'],
    ['an adapter alone', [on], 'mains'],
    ['a full battery, adapter on', [{ type: 'Battery', status: 'Full' }, on], 'mains'],
    ['a full battery, adapter off', [{ type: 'Battery', status: 'Full' }, off], 'battery'],
    ['a battery that is emptied, adapter off', [{ type: 'Battery', status: 'Discharging' }, off], 'battery'],
    ['a battery that is emptied, no adapter listed', [{ type: 'Battery', status: 'Discharging' }], 'battery'],
    ['a full battery, no adapter listed', [{ type: 'Battery', status: 'Full' }], 'mains'],
    ['a battery that is filled through a port', [{ type: 'Battery', status: 'Charging' }, off], 'mains'],
    [
      'USB-C',
      [
        { type: 'Battery', status: 'Not charging' },
        { type: 'USB_PD', online: '1' },
      ],
      'mains',
    ],
    ['the battery of a mouse', [{ type: 'Battery', scope: 'Device', status: 'Discharging' }], 'unknown'],
    ['a bay without a battery', [{ type: 'Battery', present: '0', status: 'Discharging' }, on], 'mains'],
    ['strange words', [{ type: 'Battery', status: '?' }, { type: 'Mains', online: '-1' }, {}], 'unknown'],
  ])('of %s', (_what, all, source) => {
    expect(supply(...(all as Readonly<Record<string, string>>[]))).toBe(source);
  });
});

describe('kinds and names of cores', () => {
  const big = (file: string, speeds: readonly string[]): SystemFiles =>
    machine(Object.fromEntries(speeds.map((text, cpu) => [`/sys/devices/system/cpu/cpu${cpu}/${file}`, `${text}\n`])));

  it('are told by capacity, else by frequencies that differ by more than turbo steps', () => {
    expect(coreKinds(big('cpu_capacity', ['446', '446', '1024', '871']))).toEqual([
      { cpus: '2', speed: 1 },
      { cpus: '3', speed: 0.85 },
      { cpus: '0-1', speed: 0.44 },
    ]);
    expect(coreKinds(big('cpufreq/cpuinfo_max_freq', ['5000000', '5300000']))).toEqual([]);
    expect(coreKinds(big('cpufreq/cpuinfo_max_freq', ['1800000', '2400000']))).toHaveLength(2);
    for (const odd of [['0', '1024'], ['x', '1024'], ['-1', '5'], [''], ['1e3', '1024']])
      expect(coreKinds(big('cpu_capacity', odd))).toEqual([]);
  });

  it('pinning takes the large cores of big.LITTLE, which have the highest numbers', () => {
    const layout = {
      allowed: [0, 1, 2, 3, 4, 5],
      cores: [],
      kinds: [
        [4, 5],
        [0, 1, 2, 3],
      ],
    };
    expect(coresToPin(1, layout)).toEqual([4]);
    expect(coresToPin(3, layout)).toEqual([0, 4, 5]);
    expect(coresToPin(1, { ...layout, allowed: [0, 1] })).toEqual([0]);
  });

  it.each([
    ['nothing', {}, null],
    ['an empty cpuinfo', { '/proc/cpuinfo': '' }, null],
    [
      'a part without a name',
      { '/proc/cpuinfo': 'processor\t: 0\nCPU implementer\t: 0x48\nCPU part\t: 0xd01\n' },
      'HiSilicon part 0xd01',
    ],
    [
      'two designs',
      { '/proc/cpuinfo': 'CPU implementer\t: 0x41\nCPU part\t: 0xd03\n\nCPU implementer\t: 0x41\nCPU part\t: 0xd09\n' },
      'Cortex-A53 + Cortex-A73',
    ],
    [
      'a server of the firmware',
      {
        '/proc/cpuinfo': 'CPU implementer\t: 0xc0\nCPU part\t: 0xac3\n',
        '/sys/class/dmi/id/product_name': 'Mt Snow\n',
      },
      'Mt Snow (Ampere part 0xac3)',
    ],
    [
      'RISC-V',
      {
        '/proc/cpuinfo': 'processor\t: 0\nhart\t\t: 1\nisa\t\t: rv64imafdc\nuarch\t\t: sifive,u74-mc\n',
        '/proc/device-tree/model': 'StarFive VisionFive 2\u0000',
      },
      'StarFive VisionFive 2 (sifive,u74-mc)',
    ],
    ['POWER', { '/proc/cpuinfo': 'processor\t: 0\ncpu\t\t: POWER9, altivec supported\n' }, 'POWER9, altivec supported'],
  ] as const)('the name of %s', (_what, files, name) => {
    expect(cpuModel(machine(files as Readonly<Record<string, string>>))).toBe(name);
  });

  it('cores are counted from cpuinfo where /sys is hidden, and a strange /sys is passed over', () => {
    const cpuinfo = [0, 1, 2, 3]
      .map((cpu) => `processor\t: ${cpu}\nphysical id\t: 0\ncore id\t\t: ${cpu % 2}\n`)
      .join('\n');
    const hidden = { '/proc/cpuinfo': cpuinfo };
    expect(physicalCores(machine(hidden))).toBe(2);
    const strange = { ...hidden, '/sys/devices/system/cpu/cpu0/topology/thread_siblings_list': '0-99999999\n' };
    expect(coreGroups(machine(strange))).toEqual([
      [0, 2],
      [1, 3],
    ]);
  });

  it('a virtual machine is told by its flag or by its firmware', () => {
    expect(hypervisorIn(machine({ '/proc/cpuinfo': 'flags\t\t: fpu hypervisor avx\n' }))).toBe(true);
    expect(hypervisorIn(machine({ '/proc/cpuinfo': 'flags\t\t: fpu avx\n' }))).toBe(false);
    expect(hypervisorIn(machine({ '/sys/class/dmi/id/sys_vendor': 'QEMU\n' }))).toBe(true);
    expect(hypervisorIn(machine({ '/proc/cpuinfo': 'Features\t: fp\n' }))).toBeNull();
  });
});

describe('strange values', () => {
  const paths = [
    ...['/proc/cpuinfo', '/proc/stat', '/proc/meminfo', '/proc/self/status', '/proc/self/limits', '/proc/self/cgroup'],
    ...[
      '/proc/device-tree/model',
      '/sys/devices/cpu_core/cpus',
      '/sys/devices/cpu_atom/cpus',
      '/sys/fs/cgroup/cpu.max',
    ],
    ...['/sys/fs/cgroup/memory.max', '/sys/fs/cgroup/memory.current', '/sys/class/dmi/id/product_name'],
    ...['/sys/class/power_supply/A/type', '/sys/class/power_supply/A/online', '/sys/class/power_supply/A/status'],
    ...[0, 1].flatMap((cpu) =>
      ['cpu_capacity', 'topology/thread_siblings_list', 'cpufreq/cpuinfo_max_freq', 'cpufreq/scaling_governor'].map(
        (name) => `/sys/devices/system/cpu/cpu${cpu}/${name}`,
      ),
    ),
  ];
  const number = fc.constantFrom(
    '0',
    '-1',
    '1',
    '1e9',
    'NaN',
    '99999999999999999999',
    '0x10',
    '1.5',
    'max',
    'Infinity',
    '',
  );
  const text = fc.oneof(
    fc.string(),
    number,
    fc.tuple(number, number).map((two) => two.join(' ')),
    number.map((one) => `Cpus_allowed_list:\t${one}\nMax open files ${one} ${one} files\nMemAvailable: ${one} kB\n`),
    fc.array(number, { maxLength: 9 }).map((all) => `cpu0 ${all.join(' ')}\ncpu1 ${all.join(' ')}\n`),
    number.map(
      (one) =>
        `processor\t: ${one}\nphysical id\t: ${one}\ncore id\t: ${one}\nCPU part\t: ${one}\nCPU implementer : x\n`,
    ),
    fc.constantFrom('0::/\n', 'Battery', 'Mains', 'Discharging', '0-99999', '3-1', '0-3,', '0,0,0'),
  );
  const facts = v.pick(environmentSchema, ['physicalCores', 'powerSource', 'virtualMachine', 'cpuQuotaCores']);
  const more = v.object({ ...v.partial(v.pick(environmentSchema, ['coreKinds'])).entries });

  it('never give what no machine has: no NaN, nothing negative, nothing that a record refuses', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...paths), text), (tree) => {
        const files = machine(tree);
        const quota = cpuQuotaCores(files.read);
        const found = {
          physicalCores: physicalCores(files),
          powerSource: powerSource(files),
          virtualMachine: hypervisorIn(files),
          cpuQuotaCores: quota,
        };
        expect(v.is(facts, found), JSON.stringify(found)).toBe(true);
        expect(v.is(more, { coreKinds: coreKinds(files) })).toBe(true);
        for (const one of [quota, memoryRoomBytes(files.read), mostOpenFiles(files)])
          if (one !== null) expect(one >= 0 && Number.isFinite(one), String(one)).toBe(true);
        if (quota !== null) expect(quota).toBeGreaterThan(0);
        for (const { busy, total } of coreTimesIn(files.read('/proc/stat') ?? ''))
          expect(busy >= 0 && busy <= total && Number.isFinite(total)).toBe(true);
        const layout = readCoreLayout(files);
        expect(layout.allowed.length).toBeGreaterThan(0);
        expect(coresToPin(2, layout).every((cpu) => layout.allowed.includes(cpu))).toBe(true);
        const model = cpuModel(files);
        expect(model === null || (model.length > 0 && model.length <= 200)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});
