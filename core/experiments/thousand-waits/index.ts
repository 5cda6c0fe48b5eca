import type { Experiment } from '../experiment';
import { claims } from './claims';
import { code } from './code';
import { thousandWaits as definition } from './definition';
import { observe } from './questions';
import { thousandWaitsStory as story } from './story';
import { thousandWaits as texts } from './texts/en';

export const thousandWaits = {
  definition,
  texts,
  minutes: 25,
  code,
  claims,
  questions: observe,
  story,
} satisfies Experiment;
