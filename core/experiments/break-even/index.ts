import type { Experiment } from '../experiment';
import { code } from './code';
import { breakEven as definition } from './definition';
import { breakEvenFigures as figures } from './figures';
import { observe } from './questions';
import { breakEvenStory as story } from './story';
import { breakEven as texts } from './texts/en';

export const breakEven = {
  definition,
  texts,
  minutes: 25,
  code,
  figures,
  questions: observe,
  story,
} satisfies Experiment;
