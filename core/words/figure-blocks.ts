import type { FigureGroupId } from '../figures/figures-of';
import type { Block } from './blocks';

/** The figures of a group as a block; none where there is nothing to draw. */
export type FigureBlocks = (group: FigureGroupId) => readonly Block[];
