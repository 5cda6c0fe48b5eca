import type { Experiment } from '../experiment';
import { claims } from './claims';
import { manyCooks as definition } from './definition';
import { manyCooksFigures as figures } from './figures';
import { manyCooks as texts } from './texts/en';

export const manyCooks = { definition, texts, claims, figures } satisfies Experiment;
