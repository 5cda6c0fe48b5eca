/** Texts about the sample records that the program brings along, and about the preview of a lesson that shows them. */
export const sample = {
  mark: 'Sample, another machine',
  title: '{title} (sample, another machine)',
  cpu: 'Sample, another machine: {cpu}',
  preview: 'Preview',
  lead: 'Every step can be read here without a prediction or a run. Nothing is stored.',
  measured: '{machine}. {time}, preset {preset}.',
  loading: 'Opening the sample',
  none: 'There is no sample of this experiment yet',
  noneText:
    'Its question, its prediction and its new situations can be read. What a run shows needs a run of your own.',
  failed: 'The sample could not be opened',
  noRun: 'This is a preview: nothing is run.',
  next: 'The next steps show a sample, which was measured on another machine.',
  toObserve: 'Look at the sample',
  noScore: 'This is a preview, so there is no score.',
  lesson: 'Go to the lesson',
  worksheet: 'Worksheet (PDF)',
  pdf: 'Save the sample as PDF',
  example: 'Look at a sample result',
  exampleText: 'A sample from another machine shows what a result looks like. It counts nowhere.',
  list: 'Previews and worksheets',
  listLead:
    'A preview shows every step of a lesson with a sample record. A worksheet is the lesson on paper, to be written on.',
  listMinutes: '{minutes} min, of which {quick} quick',
} as const;
