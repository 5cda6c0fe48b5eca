import type { Experiment } from '../experiment';
import { claims } from './claims';
import { code } from './code';
import { pythonGil as definition } from './definition';
import { pythonGilFigures } from './figures';
import { observe } from './questions';
import { pythonGilStory as story } from './story';
import { pythonGil as texts } from './texts/en';

export const pythonGil = {
  definition,
  texts,
  minutes: 30,
  asksForPythons: true,
  code,
  claims,
  figures: pythonGilFigures,
  questions: observe,
  story,
} satisfies Experiment;
