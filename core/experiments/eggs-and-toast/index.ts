import type { Experiment } from '../experiment';
import { claims } from './claims';
import { code } from './code';
import { eggsAndToastOn as definition } from './definition';
import { observe } from './questions';
import { race } from './race';
import { eggsAndToastStory as story } from './story';
import { eggsAndToast as texts } from './texts/en';

export const eggsAndToast = {
  definition,
  texts,
  minutes: 30,
  code,
  claims,
  questions: observe,
  race,
  story,
} satisfies Experiment;
