import type { Experiment } from '../experiment';
import { claims } from './claims';
import { freezeTheWindow as definition } from './definition';
import { freezeTheWindow as texts } from './texts/en';

export const freezeTheWindow = { definition, texts, claims } satisfies Experiment;
