import type { Experiment } from '../experiment';
import { claims } from './claims';
import { code } from './code';
import { slowSupplier as definition } from './definition';
import { slowSupplierFigures as figures } from './figures';
import { observe } from './questions';
import { slowSupplierStory as story } from './story';
import { slowSupplier as texts } from './texts/en';

export const slowSupplier = {
  definition,
  texts,
  minutes: 25,
  code,
  claims,
  figures,
  questions: observe,
  story,
} satisfies Experiment;
