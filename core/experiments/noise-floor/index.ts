import type { Experiment } from '../experiment';
import { noiseFloor as definition } from './definition';
import { noiseFloor as texts } from './texts/en';

export const noiseFloor = { definition, texts } satisfies Experiment;
