import { manyLinesFigures as figures } from '../../figures/scaling';
import type { Experiment } from '../experiment';
import { claims } from './claims';
import { hiddenHelpers as definition } from './definition';
import { hiddenHelpers as texts } from './texts/en';

export const hiddenHelpers = { definition, texts, claims, figures } satisfies Experiment;
