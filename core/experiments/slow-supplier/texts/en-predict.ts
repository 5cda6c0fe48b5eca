/** What `slow-supplier` asks a person to predict. */
export const slowSupplierPredict = {
  forecast: {
    half: {
      name: 'How long do half of the orders wait?',
      predict:
        'An order comes every 3 ms. Answers take {latencyMs} ms. One answer among {oneIn} takes {slowMs} ms. Within which time do half of the orders have their answer?',
    },
  },
} as const;
