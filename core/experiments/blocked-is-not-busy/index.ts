import type { Experiment } from '../experiment';
import { claims } from './claims';
import { code } from './code';
import { blockedIsNotBusy as definition } from './definition';
import { blockedIsNotBusyFigures as figures } from './figures';
import { observe } from './questions';
import { blockedIsNotBusyStory as story } from './story';
import { blockedIsNotBusy as texts } from './texts/en';

export const blockedIsNotBusy = {
  definition,
  texts,
  minutes: 20,
  code,
  claims,
  figures,
  questions: observe,
  story,
} satisfies Experiment;
