'use client'

import dynamic from 'next/dynamic'
import { ScoreGrid } from '@/components/gradebook/grid/score-grid'

const TracePanel = dynamic(() => import('@/components/evaluation/trace-panel').then((module) => module.TracePanel), {
  loading: () => null,
})

/** The grid, and beside it the way to the average that was asked about. */
export function TracedGrid({ packed }: { packed: string }) {
  return <ScoreGrid packed={packed} trace={(mark, close) => <TracePanel mark={mark} onClose={close} />} />
}
