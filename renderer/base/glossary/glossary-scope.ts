import { inject, provide } from 'vue';
import type { InjectionKey } from 'vue';
import type { GlossaryId } from '@core/texts/glossary-marks';

/** Who links which term on a screen: the first text that uses it. */
interface GlossaryScope {
  /** True for the text that links the term: the first that asks, and the same one again. */
  readonly claim: (term: GlossaryId, text: symbol) => boolean;
  /** A text is gone, or reads otherwise: its terms are free again. */
  readonly release: (text: symbol) => void;
}

const key: InjectionKey<GlossaryScope> = Symbol('glossary');

function createScope(): GlossaryScope {
  const owners = new Map<GlossaryId, symbol>();
  return {
    claim: (term, text) => {
      const owner = owners.get(term) ?? text;
      owners.set(term, owner);
      return owner === text;
    },
    release: (text) => {
      for (const [term, owner] of owners) if (owner === text) owners.delete(term);
    },
  };
}

/** From here down is one screen: each glossary word is linked where it is used first. */
export function provideGlossaryScope(): void {
  provide(key, createScope());
}

/** The screen that a text is on; a text on none of them links its own first uses. */
export function useGlossaryScope(): GlossaryScope {
  return inject(key, createScope, true);
}
