type Money = { amount: number; currency: string }

/** "€40.50", "€40" */
export const worthOf = ({ amount, currency }: Money): string =>
  new Intl.NumberFormat('en', { style: 'currency', currency, trailingZeroDisplay: 'stripIfInteger' }).format(amount)
