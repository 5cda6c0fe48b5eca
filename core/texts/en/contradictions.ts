/** What does not follow in a record that contradicts itself, one sentence for each code of `core/verify`. */
const cell = 'Round {round}, part {part}, condition {condition}';

export const contradictions = {
  heading: 'This record contradicts itself.',
  notice: 'This record contradicts itself: {what} It gives no evidence to the claims.',
  what: {
    'experiment-differs': 'The plan is of the experiment {plan}, but the definition is of {definition}.',
    'rules-differ': 'The numbers of the rules {rules} are not those of that rule set.',
    'impossible-date': 'The date {date} ({field}) does not exist.',
    'dates-reversed': 'The dates are not in order: {later} lies before {earlier}.',
    'id-and-date': 'The id {id} names another time than the start of the run, {date}.',
    'shorter-than-cells': 'The run took {seconds} s by its dates, but its last execution ends after {cells} s.',
    'unknown-condition': 'The part {part} asks about the condition {condition}, which it does not have.',
    'unknown-part': 'The order names the part {part}, which the definition does not have.',
    'doubled-definition': 'The definition holds {id} twice.',
    'order-not-of-seed': 'The stored order is not the one that the seed {seed} gives for {rounds} rounds.',
    'order-missing': 'The record holds no order of executions.',
    'cell-unknown-part': 'Execution {index} is of the part {part}, which the definition does not have.',
    'cell-unknown-condition': 'Execution {index} is of the condition {condition}, which the part {part} does not have.',
    'cell-index': 'Execution {index} stands where number {expected} belongs.',
    'cell-order': `${cell}: this execution is not in the stored order, where round {orderRound}, part {orderPart}, condition {orderCondition} comes next.`,
    'cell-repetition': `${cell}: repetition {repetition} stands where {expected} belongs.`,
    'cells-missing': 'The run is said to have completed, but only {done} of {planned} planned executions are there.',
    'cells-too-many': `${cell}: this execution comes after the end of the stored order.`,
    'stop-round': 'The run is said to have stopped after round {stop}, but it has round {last}.',
    'worker-doubled': 'The worker {worker} is listed twice.',
    'worker-undefined': 'The worker {worker} is on no seat of the condition {condition} as it is defined.',
    'worker-ready': 'The worker {worker} was ready before it was asked for.',
    'hiring-count': 'The hirings of the condition {condition} are not the {planned} that were planned.',
    'hiring-workers': 'A hiring of the condition {condition} is of {workers} workers, but it hires {seats}.',
    'hiring-ready': 'Hiring {trial} of the condition {condition} was ready before it was asked for.',
    'reference-unknown': 'The list {what} names {id}, which the record does not have.',
    'load-times': "The machine's load in round {round} is not in order.",
    'cell-times': `${cell}: this execution ends before it begins.`,
    'cell-overlaps': `${cell}: this execution begins before the one before it ends.`,
    'cell-outcome': `${cell}: this execution ended as {outcome}, which does not fit its part or its lost tasks.`,
    'cell-workers': `${cell}: {workers} workers took part, but the condition has {seats}.`,
    'cell-worker-unknown': `${cell}: the worker {worker} is none of the workers of this condition.`,
    'cell-worker-doubled': `${cell}: the worker {worker} took part twice.`,
    'spans-none': `${cell}: nothing is told of the time of {worker}.`,
    'span-negative': `${cell}, worker {worker}: a span {state} ends before it begins.`,
    'span-outside': `${cell}, worker {worker}: a span {state} lies outside the execution.`,
    'span-overlap': `${cell}, worker {worker}: the span {state} begins before the one before it ends.`,
    'span-gap': `${cell}, worker {worker}: there is a gap beside the span {state}.`,
    'cpu-above-wall': `${cell}, worker {worker}: {cpuMs} ms of CPU time do not fit into {wallMs} ms.`,
    'task-doubled': `${cell}: the task {task} is there twice.`,
    'task-worker': `${cell}: the task {task} is of the worker {worker}, which did not take part.`,
    'task-times': `${cell}: the times of the task {task} are not in order.`,
    'task-outside': `${cell}: the task {task} lies outside the execution.`,
    'span-task': `${cell}, worker {worker}: a span is of the task {task}, which is not there.`,
    'tasks-differ': `${cell}: its tasks are not those of the other executions of this condition.`,
    'iterations-differ': `${cell}: the task {task} has {n} iterations, but {first} before.`,
    'messages-differ': `${cell}: {n} messages were sent, but {first} in the executions before.`,
    'checksums-differ': `${cell}: the task {task} returned something else than before, so nothing can be compared.`,
    'verdict-missing': 'The verdict on {condition} against {other} in the part {part} is missing.',
    'verdict-doubled': 'The verdict on {condition} against {other} in the part {part} is there twice.',
    'verdict-unknown': 'There is a verdict on {condition} against {other} in the part {part}, which nobody asks for.',
    'verdict-bounds':
      'The ratio of {condition} to {other} in the part {part} lies outside its own interval, {low} to {high}.',
    'verdict-rounds':
      'The verdict on {condition} against {other} in the part {part} is stored with {stored} rounds; the executions give {computed}.',
    'verdict-ratio':
      'The ratio of {condition} to {other} in the part {part} is stored as {stored}; the executions give {computed}.',
    'verdict-floor':
      'The noise floor for {condition} against {other} in the part {part} is stored as {stored}; the executions give {computed}.',
    'verdict-word':
      'The verdict on {condition} against {other} in the part {part} is stored as {stored}; the executions give {computed}.',
    'verdict-finding':
      'The finding on {condition} against {other} in the part {part} is stored as {stored}; it follows as {computed}.',
    'level-missing': 'The verdict on {other} of {condition} in the part {part} is missing.',
    'level-doubled': 'The verdict on {other} of {condition} in the part {part} is there twice.',
    'level-unknown': 'There is a verdict on {other} of {condition} in the part {part}, which nobody asks for.',
    'level-bounds':
      'The value {other} of {condition} in the part {part} lies outside its own interval, {low} to {high}.',
    'level-rounds':
      'The verdict on {other} of {condition} in the part {part} is stored with {stored} rounds; the executions give {computed}.',
    'level-threshold':
      'The threshold for {other} of {condition} in the part {part} is stored as {stored}; the definition gives {computed}.',
    'level-value':
      'The value {other} of {condition} in the part {part} is stored as {stored}; the executions give {computed}.',
    'level-word':
      'The verdict on {other} of {condition} in the part {part} is stored as {stored}; the executions give {computed}.',
    'level-finding':
      'The finding on {other} of {condition} in the part {part} is stored as {stored}; it follows as {computed}.',
  },
} as const;
