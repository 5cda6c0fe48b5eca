import type { Experiment } from '../experiment';
import { claims } from './claims';
import { sharingTheLoop as definition } from './definition';
import { sharingTheLoopFigures as figures } from './figures';
import { sharingTheLoop as texts } from './texts/en';

export const sharingTheLoop = { definition, texts, claims, figures } satisfies Experiment;
