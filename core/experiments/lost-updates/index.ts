import type { Experiment } from '../experiment';
import { claims } from './claims';
import { code } from './code';
import { lostUpdates as definition } from './definition';
import { lostUpdatesFigures as figures } from './figures';
import { observe } from './questions';
import { lostUpdatesStory as story } from './story';
import { lostUpdates as texts } from './texts/en';

export const lostUpdates = {
  definition,
  texts,
  minutes: 30,
  code,
  claims,
  figures,
  questions: observe,
  story,
} satisfies Experiment;
