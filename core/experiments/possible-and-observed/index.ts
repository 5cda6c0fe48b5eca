import type { Experiment } from '../experiment';
import { claims } from './claims';
import { code } from './code';
import { possibleAndObserved as definition } from './definition';
import { possibleAndObservedFigures as figures } from './figures';
import { observe } from './questions';
import { possibleAndObservedStory as story } from './story';
import { possibleAndObserved as texts } from './texts/en';

export const possibleAndObserved = {
  definition,
  texts,
  minutes: 25,
  code,
  claims,
  figures,
  questions: observe,
  story,
} satisfies Experiment;
