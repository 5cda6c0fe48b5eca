/** A lesson on paper: what its pages ask, as data, from the same definition and texts. It holds no answer. */
import { amountOf } from '../analysis/scaling';
import type { ExperimentDefinition, PartDefinition } from '../experiments/definition-types';
import { askedIn, type ForecastDefinition } from '../experiments/forecasts';
import { kitchensOf, traceEndMs } from '../experiments/kitchens';
import { predictedConditions } from '../experiments/predicted-conditions';
import { predictQuestions } from '../experiments/predict-questions';
import { amountAxis, zeroAxis, type Axis } from '../figures/axes';
import { translate, type TextValues } from '../texts/translate';
import type { Fact, Table } from './blocks';
import { forecastRowName, guessInWords, optionName } from './forecasts';
import { namesOf, type Names } from './names';
import { newSituations } from './new-situations';
import { untold } from './verdicts';

/** Where a prediction is written: the way in which the window asks for it. */
export type WorksheetField =
  /** A line for each row, on which a place is marked. */
  | { readonly kind: 'scale'; readonly axis: Axis; readonly rows: readonly string[] }
  | { readonly kind: 'places'; readonly rows: readonly string[] }
  | { readonly kind: 'curve'; readonly x: Axis; readonly y: Axis }
  | { readonly kind: 'options'; readonly rows: readonly Fact[]; readonly options: readonly string[] }
  | { readonly kind: 'plane'; readonly x: Axis; readonly y: Axis; readonly marks: readonly string[] }
  | { readonly kind: 'lanes'; readonly axis: Axis; readonly kitchens: readonly WorksheetKitchen[] };

/** The empty lanes of one condition, and the bars that are to be drawn onto them. */
export interface WorksheetKitchen {
  readonly name: string;
  readonly lanes: readonly string[];
}

export interface WorksheetQuestion {
  readonly name: string;
  readonly text: string;
  /** How to fill it in. */
  readonly hint: string;
  readonly field: WorksheetField;
}

export interface Worksheet {
  readonly title: string;
  readonly blanks: readonly string[];
  readonly question: string;
  readonly background: string;
  readonly conditions: readonly Fact[];
  readonly predict: readonly WorksheetQuestion[];
  /** Empty cells to be filled from the results. */
  readonly readOff: readonly Table[];
  readonly observe: string;
  readonly situations: readonly {
    readonly name: string;
    readonly situation: string;
    readonly question: string;
    readonly options: readonly string[];
  }[];
}

/** More columns than this leave no room to write. */
const mostColumns = 3;

/** The blank worksheet of an experiment, with the values of the quick preset. */
export function worksheetOf(experiment: ExperimentDefinition): Worksheet {
  const names = namesOf(experiment.id);
  const values = Object.fromEntries(experiment.parameters.map(({ id, standard }) => [id, standard]));
  return {
    title: names.title,
    blanks: ['name', 'group', 'date'].map((key) => say(`blank.${key}`)),
    question: names.question,
    background: names.text('background'),
    conditions: compared(experiment).map(({ id }) => ({
      name: names.condition(id),
      lines: [names.text(`condition.${id}.detail`, values)],
    })),
    predict: predictQuestions(experiment).map((one) =>
      'part' in one
        ? partQuestion(experiment, one.part, names, values)
        : forecastQuestion(experiment, one.forecast, names, values),
    ),
    readOff: readOffTables(experiment, names),
    observe: names.text('questions.observe.ask'),
    // The seed only shuffles the options.
    situations: newSituations(experiment.id, 0).map(({ situation, question, options }, index) => ({
      name: say('number', { number: index + 1 }),
      situation,
      question,
      options: options.map(({ label }) => label),
    })),
  };
}

function say(key: string, values: TextValues = {}): string {
  return translate(`worksheet.${key}`, values);
}

/** The second half of an A/A pair is a matter of method. */
function compared({ conditions }: ExperimentDefinition): ExperimentDefinition['conditions'] {
  return conditions.filter(({ repeats }) => repeats === undefined);
}

function partQuestion(
  experiment: ExperimentDefinition,
  part: PartDefinition,
  names: Names,
  values: TextValues,
): WorksheetQuestion {
  const ids = predictedConditions(experiment, part);
  const rows = ids.map((id) => names.condition(id));
  const head = { name: names.part(part.id), text: names.text(`part.${part.id}.predict`, values) };
  switch (part.predictBy ?? 'numbers') {
    case 'numbers': {
      const axis = zeroAxis(say('time'), part.predictionScaleMs);
      return { ...head, hint: say('scale'), field: { kind: 'scale', axis, rows } };
    }
    case 'ranking':
      return { ...head, hint: say('places'), field: { kind: 'places', rows } };
    case 'curve': {
      const amounts = experiment.conditions.flatMap((condition) => {
        const amount = part.scaling && ids.includes(condition.id) && amountOf(part.scaling.over, condition);
        return typeof amount === 'number' ? [amount] : [];
      });
      const x = amountAxis(names.text(`results.scaling.${part.scaling?.over ?? 'threads'}.axis`), amounts);
      return {
        ...head,
        hint: say('curve'),
        field: { kind: 'curve', x, y: zeroAxis(say('times'), Math.max(...amounts)) },
      };
    }
  }
}

function forecastQuestion(
  experiment: ExperimentDefinition,
  forecast: ForecastDefinition,
  names: Names,
  values: Readonly<Record<string, number>>,
): WorksheetQuestion {
  const at = `forecast.${forecast.id}`;
  const head = { name: names.text(`${at}.name`), text: names.text(`${at}.predict`, values) };
  const rows = askedIn(forecast).map((id) => forecastRowName(names, forecast, id));
  switch (forecast.kind) {
    case 'size': {
      const { from, to, of } = forecast;
      const ticks = Array.from({ length: Math.round(Math.log10(to / from)) + 1 }, (_, power) => from * 10 ** power);
      const tick = (value: number): string => guessInWords({ kind: 'size', of }, value);
      const axis: Axis = { title: names.text('lesson.predict.logHint'), from, to, isLogarithmic: true, ticks, tick };
      return { ...head, hint: say('scale'), field: { kind: 'scale', axis, rows } };
    }
    case 'apart': {
      const axis = zeroAxis(names.text('results.forecast.apartAxis'), forecast.to);
      return { ...head, hint: say('scale'), field: { kind: 'scale', axis, rows } };
    }
    case 'pick': {
      const options = forecast.options.map((id) => optionName(names, id));
      const asked = forecast.rows.map(({ id, part }, index) => ({
        name: rows[index] ?? id,
        lines: id === part ? [names.text(`part.${part}.predict`, values)] : [],
      }));
      return { ...head, hint: say('options'), field: { kind: 'options', rows: asked, options } };
    }
    case 'marks': {
      const of = (key: string): Axis => zeroAxis(names.text(`forecast.${forecast.id}.${key}`), 100);
      const marks = rows.map((row, index) => `${String.fromCharCode(65 + index)}: ${row}`);
      return { ...head, hint: say('plane'), field: { kind: 'plane', x: of('x'), y: of('y'), marks } };
    }
    case 'trace': {
      const kitchens = kitchensOf(experiment, forecast, values);
      const shown = kitchens.map(({ condition, lanes, tasks }) => ({
        name: say('lanesTasks', {
          condition: names.condition(condition),
          tasks: tasks.map(({ id, lengthMs }) => say('task', { task: names.task(id), ms: lengthMs })).join(', '),
        }),
        lanes: lanes.map((lane) => names.seat(lane)),
      }));
      const axis = zeroAxis(say('time'), traceEndMs(kitchens));
      return { ...head, hint: say('lanes'), field: { kind: 'lanes', axis, kitchens: shown } };
    }
  }
}

/** Rows are conditions, columns the parts of the quick preset; a part that does without a condition has a dash. */
function readOffTables(experiment: ExperimentDefinition, names: Names): readonly Table[] {
  const { leavesOut = [], leavesOutParts = [] } = experiment.presets.quick;
  const parts = experiment.parts.filter(({ id }) => !leavesOutParts.includes(id));
  const groups = Array.from({ length: Math.ceil(parts.length / mostColumns) }, (_, index) =>
    parts.slice(index * mostColumns, (index + 1) * mostColumns),
  );
  return groups.map((group) => ({
    caption: say('medians'),
    columns: [
      { label: say('condition') },
      ...group.map(({ id, headline = 'total' }) => ({ label: `${names.part(id)}: ${names.measure(headline)}` })),
    ],
    rows: compared(experiment)
      .filter(({ id }) => !leavesOut.includes(id) && group.some(({ conditions }) => conditions.includes(id)))
      .map(({ id }) => [
        names.condition(id),
        ...group.map(({ conditions }) => (conditions.includes(id) ? '' : untold)),
      ]),
  }));
}
