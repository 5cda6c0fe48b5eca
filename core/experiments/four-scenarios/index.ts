import type { Experiment } from '../experiment';
import { claims } from './claims';
import { code } from './code';
import { fourScenarios as definition } from './definition';
import { observe } from './questions';
import { fourScenariosStory as story } from './story';
import { fourScenarios as texts } from './texts/en';

export const fourScenarios = {
  definition,
  texts,
  minutes: 35,
  code,
  claims,
  questions: observe,
  story,
} satisfies Experiment;
