import type { Experiment } from '../experiment';
import { claims } from './claims';
import { code } from './code';
import { sharedStove as definition } from './definition';
import { sharedStoveFigures as figures } from './figures';
import { observe } from './questions';
import { sharedStoveStory as story } from './story';
import { sharedStove as texts } from './texts/en';

export const sharedStove = {
  definition,
  texts,
  minutes: 25,
  code,
  claims,
  figures,
  questions: observe,
  story,
} satisfies Experiment;
