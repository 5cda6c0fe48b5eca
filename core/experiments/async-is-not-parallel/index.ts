import type { Experiment } from '../experiment';
import { claims } from './claims';
import { asyncIsNotParallel as definition } from './definition';
import { asyncIsNotParallel as texts } from './texts/en';

export const asyncIsNotParallel = { definition, texts, claims } satisfies Experiment;
