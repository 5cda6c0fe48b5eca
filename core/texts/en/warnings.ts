/** What can make a run's numbers doubtful: what was seen, and what to do about it. Places are filled from the warning. */
export const warnings = {
  'other-load-before':
    'Before the run, other programs, and this window if it was open, kept {percent} % of the machine busy. Close other programs and repeat the run.',
  'other-load-core':
    'Before the run, other programs, and this window if it was open, kept {busy} of the {cores} cores busy that the lab may use. Close other programs and repeat the run.',
  'other-load-during':
    'Other programs, and this window if it was open, used more than a quarter of a core in {rounds} of the measured rounds, most in round {round}: {cores} cores. Close other programs and repeat the run for tighter intervals.',
  'slow-sentinels':
    '{count} of {cells} executions were measured while the machine was slow (a fixed kernel took over 1.3x its median). They are kept and marked.',
  drift:
    'In {part}, the totals of {condition} changed by {percent} % from the first third of the run to the last. The machine may have warmed up, throttled or changed its load; repeat the run.',
  'few-cores':
    'The machine offers {cores} core to the lab: hired workers have to share it, so they cannot speed up computing.',
  'priority-not-lowered':
    'At least one worker could not lower its priority; the window may be less responsive during the run.',
  'virtual-machine':
    'This is a virtual machine: its host can slow it down without any counter showing it. Trust intervals, not single values.',
  'cpu-quota': 'A control group limits this program to {cores} cores. Scaling cannot go beyond that.',
  'core-kinds':
    'The machine has cores of different speed (logical CPUs, the fastest first): {kinds}. The system moves work between them unless it is pinned, and pinned work is put on the fastest. Trust intervals, and expect less from further workers than from the first.',
  battery: 'The machine runs on battery and may throttle. Plug it in and repeat the run.',
  governor: 'The frequency governor is "{governor}": cores change speed while measured. Use "performance" if you can.',
  'memory-low':
    'The {workers} workers of this run need about {needed} MB together, and {available} MB of memory are available. Swapping would slow them down unequally, and the system may end one. Close other programs, or compare fewer conditions or workers.',
  'temp-in-memory':
    'The folder for temporary files is on a file system in memory: files and database were written to no disk, and flushing them took no time. To measure the disk, set TMPDIR to a folder on it and start again.',
  'not-pinned':
    'Cores asked for by pinning: {cores}. Reading back did not confirm it (method: {method}; CPUs that may be used: {allowed}), so the numbers are those of work that is not pinned. Linux needs the program "taskset" (package util-linux); do not ask for more cores than this program may use; macOS cannot pin.',
  'timer-grain':
    'The timers of this system step by {grain} ms. Short waits are longer than planned by up to a step, so the standard waits of this experiment were made longer where they were too short.',
  'waits-too-short':
    'The timers of this system step by {grain} ms, and the waits of {part} last fewer than four steps. Nothing is predicted about such waits here. Choose longer ones. Parts concerned: {parts}.',
  'lost-measure':
    'In {part}, {condition}: {measure} is missing in {lost} of {rounds} rounds, first in round {first}: {reason}. Nothing is judged from these rounds; {n} rounds are left.',
  'spare-rounds':
    'This run has {spare} more rounds than planned, because earlier ones had lost something that was to be measured. All rounds are kept.',
  'thermal-throttling':
    'During the run the processor slowed itself down because of heat (counted {times} times by the system). Let the machine cool down, free its air vents, and repeat the run.',
  'checksums-differ':
    'In {part}, {task} returned different checksums under different conditions. Its conditions were not compared.',
  'few-rounds': 'Verdicts need at least {minimum} rounds, and this run has {rounds}.',
  'old-runtime':
    'Made on the old fallback runtime (Electron {version}), not on the one this program ships with. Compare it only with runs made on the same runtime.',
} as const;
