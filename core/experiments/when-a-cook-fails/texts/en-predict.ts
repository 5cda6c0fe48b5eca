/** What `when-a-cook-fails` asks a person to predict. */
export const whenACookFailsPredict = {
  forecast: {
    others: {
      name: 'What happens to the other four?',
      predict:
        'One task fails while four others wait. A task that does not return is ended after {patienceMs} ms. Are the other four lost too?',
    },
  },
} as const;
