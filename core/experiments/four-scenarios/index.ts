import type { Experiment } from '../experiment';
import { claims } from './claims';
import { fourScenarios as definition } from './definition';
import { fourScenarios as texts } from './texts/en';

export const fourScenarios = { definition, texts, claims } satisfies Experiment;
