import { manyLinesFigures as figures } from '../../figures/scaling';
import type { Experiment } from '../experiment';
import { claims } from './claims';
import { waitingForIo as definition } from './definition';
import { waitingForIo as texts } from './texts/en';

export const waitingForIo = { definition, texts, claims, figures } satisfies Experiment;
