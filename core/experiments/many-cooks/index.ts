import type { Experiment } from '../experiment';
import { claims } from './claims';
import { manyCooks as definition } from './definition';
import { manyCooks as texts } from './texts/en';

export const manyCooks = { definition, texts, claims } satisfies Experiment;
