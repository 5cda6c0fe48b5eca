import type { Experiment } from '../experiment';
import { breakEven as definition } from './definition';
import { breakEven as texts } from './texts/en';

export const breakEven = { definition, texts } satisfies Experiment;
