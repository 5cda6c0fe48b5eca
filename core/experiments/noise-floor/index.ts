import type { Experiment } from '../experiment';
import { code } from './code';
import { noiseFloor as definition } from './definition';
import { observe } from './questions';
import { noiseFloorStory as story } from './story';
import { noiseFloor as texts } from './texts/en';

export const noiseFloor = { definition, texts, minutes: 15, code, questions: observe, story } satisfies Experiment;
