import type { Experiment } from '../experiment';
import { claims } from './claims';
import { code } from './code';
import { freezeTheWindow as definition } from './definition';
import { framesFigures as figures } from './figures';
import { observe } from './questions';
import { freezeTheWindowStory as story } from './story';
import { freezeTheWindow as texts } from './texts/en';

export const freezeTheWindow = {
  definition,
  texts,
  minutes: 25,
  code,
  claims,
  figures,
  questions: observe,
  story,
} satisfies Experiment;
