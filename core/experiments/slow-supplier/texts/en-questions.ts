/** What `slow-supplier` asks: about what the run shows, and in two new situations. */
export const slowSupplierQuestions = {
  observe: {
    ask: 'Some answers are slow. With whom did half of the orders wait longest?',
    look: 'Look at the chart "Some slow" above 50: which line begins highest?',
    told: '{answer}. Most of its orders had prompt answers, and waited for a free thread.',
  },
  transfer: {
    'login-service': {
      situation:
        'A web server has 50 threads. Each waits, blocked, for a login service that answers in 20 ms. One day it takes 10 s for 1 login in 20. Soon even the page "About us", which needs no login, takes seconds.',
      question: 'Why?',
      correct: 'held',
      options: {
        held: {
          label: 'Slow logins hold all 50 threads, so nobody is left for other pages',
          feedback:
            'A few slow answers are enough when each holds a thread for a long time. Pages that need no login stand in the same line.',
        },
        cpu: {
          label: 'The processor is busy with waiting for logins',
          feedback: 'Blocked threads use no processor. It would be almost idle, which makes such a day hard to read.',
        },
        network: {
          label: 'The network is full of login requests',
          feedback: 'There are no more requests than before. They only take longer.',
        },
        average: {
          label: 'All logins have become slow',
          feedback: 'Nineteen in twenty take 20 ms as ever. The slow ones hold the threads.',
        },
      },
    },
    'mean-or-tail': {
      situation:
        'A shop with one async thread asks a stock service. Half of the orders are answered within 8 ms, 99 in 100 within 900 ms. The mean is 50 ms. The manager wants the mean below 20 ms.',
      question: 'What do you look at first?',
      correct: 'tail',
      options: {
        tail: {
          label: 'The few slow answers: what do they have in common?',
          feedback:
            'Most orders are prompt already. A few slow answers make the mean, and nobody waits 50 ms. A distribution says more than a mean.',
        },
        threads: {
          label: 'More threads in the shop',
          feedback:
            'Nobody stands in line in the shop: half of the orders are answered at once. The slow ones wait elsewhere.',
        },
        faster: {
          label: 'A faster processor for the shop',
          feedback: 'The shop hardly computes. It waits for the stock service.',
        },
        median: {
          label: 'The typical order: from 8 ms to 4 ms',
          feedback: 'That takes about 4 ms off a mean of 50 ms. The slow answers would still make nearly all of it.',
        },
      },
    },
  },
} as const;
