/** What the palette can carry out. */
export interface PaletteAction {
  readonly id: string;
  readonly label: string;
  /** Heading under which it stands. */
  readonly group: string;
  /** Further words by which it is found. */
  readonly keywords?: string;
  /** Not offered before something is typed, where it would crowd out the rest. */
  readonly isOnlyFound?: boolean;
  /** Keys that do the same, for people who would rather learn them. */
  readonly shortcut?: string;
  readonly run: () => void | Promise<void>;
}

/**
 * The actions whose label or keywords hold every word of the query, best first: words at the start of the label before
 * words at the start of a word before words inside one before keywords. Without a query those that are offered, in their
 * own order.
 */
export function matchActions(actions: readonly PaletteAction[], query: string): readonly PaletteAction[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  return actions
    .filter(({ isOnlyFound }) => !isOnlyFound || words.length > 0)
    .map((action, index) => ({ action, index, score: scoreOf(action, words) }))
    .filter(({ score }) => score !== undefined)
    .toSorted((a, b) => (b.score ?? 0) - (a.score ?? 0) || a.index - b.index)
    .map(({ action }) => action);
}

function scoreOf(action: PaletteAction, words: readonly string[]): number | undefined {
  const label = action.label.toLowerCase();
  const keywords = action.keywords?.toLowerCase() ?? '';
  let sum = 0;
  for (const word of words) {
    const at = label.indexOf(word);
    if (at < 0 && !keywords.includes(word)) return undefined;
    if (at < 0) continue;
    const startsWord = label.split(/[^\p{L}\p{N}]+/u).some((part) => part.startsWith(word));
    sum += at === 0 ? 3 : startsWord ? 2 : 1;
  }
  return sum;
}

export interface ActionGroup {
  readonly name: string;
  readonly actions: readonly PaletteAction[];
}

/** The same actions under their headings; a heading stands where its best action does. */
export function groupActions(actions: readonly PaletteAction[]): readonly ActionGroup[] {
  const groups = new Map<string, PaletteAction[]>();
  for (const action of actions) groups.set(action.group, [...(groups.get(action.group) ?? []), action]);
  return [...groups].map(([name, members]) => ({ name, actions: members }));
}
