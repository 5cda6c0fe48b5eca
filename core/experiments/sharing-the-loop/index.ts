import type { Experiment } from '../experiment';
import { claims } from './claims';
import { code } from './code';
import { sharingTheLoop as definition } from './definition';
import { sharingTheLoopFigures as figures } from './figures';
import { observe } from './questions';
import { sharingTheLoopStory as story } from './story';
import { sharingTheLoop as texts } from './texts/en';

export const sharingTheLoop = {
  definition,
  texts,
  minutes: 30,
  code,
  claims,
  figures,
  questions: observe,
  story,
} satisfies Experiment;
