import type { Experiment } from '../experiment';
import { claims } from './claims';
import { code } from './code';
import { asyncIsNotParallel as definition } from './definition';
import { observe } from './questions';
import { asyncIsNotParallelStory as story } from './story';
import { asyncIsNotParallel as texts } from './texts/en';

export const asyncIsNotParallel = {
  definition,
  texts,
  minutes: 20,
  code,
  claims,
  questions: observe,
  story,
} satisfies Experiment;
