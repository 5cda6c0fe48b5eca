import type { Experiment } from '../experiment';
import { claims } from './claims';
import { threadsOrProcesses as definition } from './definition';
import { threadsOrProcesses as texts } from './texts/en';

export const threadsOrProcesses = { definition, texts, claims } satisfies Experiment;
