import { manyLinesFigures as figures } from '../../figures/scaling';
import type { Experiment } from '../experiment';
import { claims } from './claims';
import { code } from './code';
import { waitingForIo as definition } from './definition';
import { observe } from './questions';
import { waitingForIoStory as story } from './story';
import { waitingForIo as texts } from './texts/en';

export const waitingForIo = {
  definition,
  texts,
  minutes: 25,
  code,
  claims,
  figures,
  questions: observe,
  story,
} satisfies Experiment;
