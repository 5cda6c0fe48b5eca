import type { Experiment } from '../experiment';
import { breakEven as definition } from './definition';
import { breakEvenFigures as figures } from './figures';
import { breakEven as texts } from './texts/en';

export const breakEven = { definition, texts, figures } satisfies Experiment;
