import type { Component } from 'vue';
import FeelIt from './feel/FeelIt.vue';

/** With what a lesson opens beside its question, where words are not enough. By id of the experiment. */
export const openings: Readonly<Record<string, Component>> = { 'freeze-the-window': FeelIt };
