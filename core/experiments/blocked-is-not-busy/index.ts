import type { Experiment } from '../experiment';
import { claims } from './claims';
import { blockedIsNotBusy as definition } from './definition';
import { blockedIsNotBusyFigures as figures } from './figures';
import { blockedIsNotBusy as texts } from './texts/en';

export const blockedIsNotBusy = { definition, texts, claims, figures } satisfies Experiment;
