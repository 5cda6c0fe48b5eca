/** What is used of semver, which brings no types along. */
declare module 'semver/functions/parse.js' {
  interface Version {
    /** Without a leading v or build metadata. */
    readonly version: string;
    readonly prerelease: readonly (string | number)[];
  }
  /** Null for what is no version. */
  export default function parse(text: string): Version | null;
}

declare module 'semver/functions/compare.js' {
  import type parse from 'semver/functions/parse.js';
  /** Below 0 if the first comes before the second. @throws TypeError for what is no version */
  export default function compare(a: string | NonNullable<ReturnType<typeof parse>>, b: string): number;
}
