import type { Experiment } from '../experiment';
import { code } from './code';
import { whenACookFails as definition } from './definition';
import { whenACookFailsFigures as figures } from './figures';
import { observe } from './questions';
import { whenACookFailsStory as story } from './story';
import { whenACookFails as texts } from './texts/en';

export const whenACookFails = {
  definition,
  texts,
  minutes: 25,
  code,
  figures,
  questions: observe,
  story,
} satisfies Experiment;
