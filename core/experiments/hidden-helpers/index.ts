import { manyLinesFigures as figures } from '../../figures/scaling';
import type { Experiment } from '../experiment';
import { claims } from './claims';
import { code } from './code';
import { hiddenHelpers as definition } from './definition';
import { observe } from './questions';
import { hiddenHelpersStory as story } from './story';
import { hiddenHelpers as texts } from './texts/en';

export const hiddenHelpers = {
  definition,
  texts,
  minutes: 25,
  code,
  claims,
  figures,
  questions: observe,
  story,
} satisfies Experiment;
