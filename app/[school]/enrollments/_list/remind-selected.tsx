'use client'

import type { ComponentProps } from 'react'
import { RemindButton } from '@/components/families/remind-button'
import { useSelection } from '@/components/layout/use-selection'

/** Mails the families of the chosen enrollments. Put it inside ClientMessages with `families`. */
export function RemindSelected(props: Pick<ComponentProps<typeof RemindButton>, 'school' | 'action'>) {
  const { ids, clear } = useSelection()
  return <RemindButton {...props} whom={{ enrollmentIds: [...ids] }} onStarted={clear} />
}
