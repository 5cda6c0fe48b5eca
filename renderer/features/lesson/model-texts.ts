const files = import.meta.glob<string>('../../../core/experiments/*/model.md', {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** The model description of each experiment, by id. */
export const modelTexts: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(files).map(([path, text]) => [path.split('/').at(-2) ?? path, text]),
);
