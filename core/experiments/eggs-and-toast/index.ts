import type { Experiment } from '../experiment';
import { claims } from './claims';
import { eggsAndToastOn as definition } from './definition';
import { eggsAndToast as texts } from './texts/en';

export const eggsAndToast = { definition, texts, claims } satisfies Experiment;
