import { defineStore } from 'pinia';
import { computed, getCurrentScope, onScopeDispose, shallowRef } from 'vue';
import type { AppCommand } from '@core/app/commands';

/** What a page does for a command of the menu or the palette, and whether it can right now. */
export interface CommandHandler {
  readonly run: () => void | Promise<void>;
  readonly isEnabled?: () => boolean;
}

/**
 * Commands come from the application menu, the palette and shortcuts; the page on screen carries out those that only it
 * can (`run`, `cancel`, `save-pdf`). A page calls `provide` in its setup; the offer ends with the page.
 */
export const useCommandsStore = defineStore('commands', () => {
  /** The latest offer for a command wins. */
  const offers = shallowRef<readonly { readonly command: AppCommand; readonly handler: CommandHandler }[]>([]);
  const offered = computed(() => new Set(offers.value.map((offer) => offer.command)));

  return { offers, offered, provide, canRun, run };

  function provide(command: AppCommand, handler: CommandHandler): () => void {
    const offer = { command, handler };
    offers.value = [...offers.value, offer];
    const end = (): void => {
      offers.value = offers.value.filter((other) => other !== offer);
    };
    if (getCurrentScope()) onScopeDispose(end);
    return end;
  }

  function canRun(command: AppCommand): boolean {
    const handler = handlerOf(command);
    return handler !== undefined && (handler.isEnabled?.() ?? true);
  }

  /** Carries a command out; false if nothing on screen can at the moment. */
  async function run(command: AppCommand): Promise<boolean> {
    const handler = handlerOf(command);
    if (!handler || !(handler.isEnabled?.() ?? true)) return false;
    await handler.run();
    return true;
  }

  function handlerOf(command: AppCommand): CommandHandler | undefined {
    return offers.value.findLast((offer) => offer.command === command)?.handler;
  }
});
