import type { Experiment } from '../experiment';
import { passingData as definition } from './definition';
import { passingData as texts } from './texts/en';

export const passingData = { definition, texts } satisfies Experiment;
