import type { Formats } from 'next-intl'

export const formats = {
  dateTime: {
    day: { day: '2-digit', month: '2-digit', year: 'numeric' },
    dayLong: { day: 'numeric', month: 'long', year: 'numeric' },
    moment: { day: '2-digit', month: '2-digit', year: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
    time: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  },
  number: {
    score: { minimumFractionDigits: 1, maximumFractionDigits: 2 },
    percent: { style: 'percent', maximumFractionDigits: 0 },
  },
} satisfies Formats
