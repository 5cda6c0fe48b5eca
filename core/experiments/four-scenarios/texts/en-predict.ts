/** What `four-scenarios` asks a person to predict. */
export const fourScenariosPredict = {
  forecast: {
    computing: {
      name: 'Computing: what helps?',
      predict:
        'Each of {computeTasks} tasks is about {computeMs} ms of computing. Against one thread on one core, sync: when are all done? Workers are hired already.',
    },
    requests: {
      name: 'Requests: what helps?',
      predict:
        'Each of 3 requests is answered after {latencyMs} ms. Against one thread on one core, sync: when is the last answer here? Workers are hired already.',
    },
  },
  lesson: { predict: { option: { faster: 'Sooner', 'no-difference': 'No difference', slower: 'Later' } } },
} as const;
