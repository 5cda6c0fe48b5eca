import type { Experiment } from '../experiment';
import { claims } from './claims';
import { code } from './code';
import { manyCooks as definition } from './definition';
import { manyCooksFigures as figures } from './figures';
import { observe } from './questions';
import { manyCooksStory as story } from './story';
import { manyCooks as texts } from './texts/en';

export const manyCooks = {
  definition,
  texts,
  minutes: 25,
  code,
  claims,
  figures,
  questions: observe,
  story,
} satisfies Experiment;
