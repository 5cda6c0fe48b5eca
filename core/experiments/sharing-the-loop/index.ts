import type { Experiment } from '../experiment';
import { claims } from './claims';
import { sharingTheLoop as definition } from './definition';
import { sharingTheLoop as texts } from './texts/en';

export const sharingTheLoop = { definition, texts, claims } satisfies Experiment;
