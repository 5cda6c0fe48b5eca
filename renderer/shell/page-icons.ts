import { Activity, BookOpen, FlaskConical, NotebookText, Scale, Settings, SlidersHorizontal } from '@lucide/vue';
import type { Component } from 'vue';
import type { MainPage } from '@core/app/pages';

/** The drawings of the icons that the table of pages names. */
export const pageIcons: Readonly<Record<MainPage['icon'], Component>> = {
  flask: FlaskConical,
  sliders: SlidersHorizontal,
  activity: Activity,
  notebook: NotebookText,
  scale: Scale,
  book: BookOpen,
  gear: Settings,
};
