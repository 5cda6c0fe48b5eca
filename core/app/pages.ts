/** One page of the window. */
interface PageRow {
  /** The route's name; the page itself is `<Id>Page.vue` in a folder of renderer/features. */
  readonly id: string;
  readonly path: string;
  /** In English; another language names it in its own `app.page`. */
  readonly name: string;
  /** Further words by which the palette finds it. */
  readonly keywords?: string;
  /** Only pages of the sidebar and the menu have one (renderer/shell/page-icons.ts). */
  readonly icon?: string;
  /** Key of its own with Ctrl or Cmd, instead of the next number. */
  readonly key?: string;
}

/**
 * Every page, in the order of the sidebar. Routes, sidebar, menu, palette, shortcuts and names derive from it: a page is a
 * row here and its file.
 */
export const pages = [
  {
    id: 'experiments',
    path: '/experiments',
    name: 'Experiments',
    icon: 'flask',
    keywords: 'lessons course progress',
  },
  { id: 'workbench', path: '/workbench', name: 'Workbench', icon: 'sliders', keywords: 'own experiment compare' },
  {
    id: 'monitor',
    path: '/monitor',
    name: 'Live monitor',
    icon: 'activity',
    keywords: 'cpu load cores memory processes block',
  },
  { id: 'notebook', path: '/notebook', name: 'Notebook', icon: 'notebook', keywords: 'records runs results history' },
  { id: 'claims', path: '/claims', name: 'Claims', icon: 'scale', keywords: 'evidence textbook pdf' },
  {
    id: 'guide',
    path: '/guide',
    name: 'Guide',
    icon: 'book',
    keywords: 'help glossary words source text teachers lesson',
  },
  {
    id: 'settings',
    path: '/settings',
    name: 'Settings',
    icon: 'gear',
    key: ',',
    keywords: 'theme dark light priority progress versions update data',
  },
  { id: 'experiment', path: '/experiments/:id', name: 'Experiment' },
  { id: 'preview', path: '/experiments/:id/preview', name: 'Preview' },
  { id: 'record', path: '/notebook/:id', name: 'Record' },
  { id: 'welcome', path: '/welcome', name: 'Welcome', keywords: 'calibration machine first start' },
] as const satisfies readonly PageRow[];

export type Page = (typeof pages)[number];
export type PageId = Page['id'];
/** A page that stands in the sidebar and in the menu. */
export type MainPage = Extract<Page, { icon: string }>;

/** The pages of sidebar and menu, in their order. */
export const mainPages: readonly MainPage[] = pages.filter((page): page is MainPage => 'icon' in page);

/** Key with Ctrl or Cmd for each main page: its own, or the next number, so that no number is skipped. */
export const pageKeys: ReadonlyMap<MainPage['id'], string> = new Map(
  mainPages.map((page, index) => {
    const numbered = mainPages.slice(0, index + 1).filter((one) => !('key' in one));
    return [page.id, 'key' in page ? page.key : String(numbered.length)];
  }),
);

/** English names of all pages: `app.page` of the catalogue. */
export const pageNames = Object.fromEntries(pages.map(({ id, name }) => [id, name])) as Readonly<
  Record<PageId, string>
>;

/** English keywords of the pages that have any: `app.keywords` of the catalogue. */
export const pageKeywords: Readonly<Partial<Record<PageId, string>>> = Object.fromEntries(
  pages.flatMap((page) => ('keywords' in page ? [[page.id, page.keywords]] : [])),
);

/** True for the name of a route that is a page of the table. */
export function isPageId(name: unknown): name is PageId {
  return pages.some(({ id }) => id === name);
}
