'use client'

import { UserRoundPlus } from 'lucide-react'
import dynamic from 'next/dynamic'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import type { AddGuardianProps } from './new-guardian-form'

/** Most who look at a family add nobody: the form comes when it is asked for. */
const NewGuardianForm = dynamic(() => import('./new-guardian-form').then((module) => module.NewGuardianForm), {
  loading: () => null,
})

export function AddGuardian(props: AddGuardianProps) {
  const t = useTranslations('guardians')
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button variant="primary" icon={<UserRoundPlus aria-hidden="true" />} onClick={() => setOpen(true)}>
        {t('family.add')}
      </Button>
      {open && <NewGuardianForm {...props} close={() => setOpen(false)} />}
    </>
  )
}
