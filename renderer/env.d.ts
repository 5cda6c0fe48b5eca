/// <reference types="vite/client" />
import type { LabBridge } from '@core/ipc/bridge';

declare global {
  interface Window {
    /** Put there by the preload script; `lab-client.ts` alone may touch it. */
    readonly lab: LabBridge;
  }
}
