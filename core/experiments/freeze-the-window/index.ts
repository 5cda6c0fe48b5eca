import type { Experiment } from '../experiment';
import { claims } from './claims';
import { freezeTheWindow as definition } from './definition';
import { framesFigures as figures } from './figures';
import { freezeTheWindow as texts } from './texts/en';

export const freezeTheWindow = { definition, texts, claims, figures } satisfies Experiment;
