import type { Experiment } from '../experiment';
import { passingData as definition } from './definition';
import { passingDataFigures as figures } from './figures';
import { passingData as texts } from './texts/en';

export const passingData = { definition, texts, figures } satisfies Experiment;
