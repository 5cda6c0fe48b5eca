import type { Experiment } from '../experiment';
import { code } from './code';
import { passingData as definition } from './definition';
import { passingDataFigures as figures } from './figures';
import { observe } from './questions';
import { passingDataStory as story } from './story';
import { passingData as texts } from './texts/en';

export const passingData = {
  definition,
  texts,
  minutes: 20,
  code,
  figures,
  questions: observe,
  story,
} satisfies Experiment;
