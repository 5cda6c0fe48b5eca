/** The parts of a valibot schema that say which values it allows. */
export interface ValueSchema {
  readonly type: string;
  readonly wrapped?: ValueSchema;
  readonly item?: ValueSchema;
  readonly options?: readonly unknown[];
  readonly pipe?: readonly ValueStep[];
}

interface ValueStep {
  readonly type: string;
  readonly requirement?: unknown;
  readonly pipe?: readonly ValueStep[];
}

/** What an option of the command line takes. */
export interface AllowedValues {
  readonly kind: 'number' | 'whole number' | 'choice';
  readonly choices: readonly string[];
  readonly minimum: number;
  readonly maximum: number;
  /** Most values, separated by commas; 1 if it takes one value only. */
  readonly most: number;
}

/**
 * Reads from a schema what it allows: a number, one of several words, or a list of either; null stands for "not given"
 * and is left out.
 */
export function allowedBy(schema: ValueSchema): AllowedValues {
  if (schema.wrapped) return allowedBy(schema.wrapped);
  if (schema.item)
    return { ...allowedBy(schema.item), most: limitIn(schema, 'max_length') ?? Number.POSITIVE_INFINITY };
  if (schema.options) {
    return { kind: 'choice', choices: schema.options.map(String), minimum: Number.NaN, maximum: Number.NaN, most: 1 };
  }
  return {
    kind: stepsOf(schema).some(({ type }) => type === 'integer') ? 'whole number' : 'number',
    choices: [],
    minimum: limitIn(schema, 'min_value') ?? Number.NEGATIVE_INFINITY,
    maximum: limitIn(schema, 'max_value') ?? Number.POSITIVE_INFINITY,
    most: 1,
  };
}

/** All steps of a schema's pipe, those of the pipes inside it included. */
function stepsOf({ pipe = [] }: { readonly pipe?: readonly ValueStep[] }): readonly ValueStep[] {
  return pipe.flatMap((step) => [step, ...stepsOf(step)]);
}

function limitIn(schema: ValueSchema, type: string): number | undefined {
  const requirement = stepsOf(schema).find((step) => step.type === type)?.requirement;
  return typeof requirement === 'number' ? requirement : undefined;
}

/** The same in words, to follow "takes". */
export function allowedText({ kind, choices, minimum, maximum, most }: AllowedValues): string {
  const many = most > 1;
  if (kind === 'choice')
    return `${many ? 'one or more of ' : ''}${choices.join(', ')}${many ? ', separated by commas' : ''}`;
  const range = `from ${minimum} to ${maximum}`;
  if (!many) return `a ${kind} ${range}`;
  return `${Number.isFinite(most) ? `up to ${most} ` : ''}${kind}s ${range}, separated by commas`;
}
