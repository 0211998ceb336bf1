'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { clearAllDrafts } from '@/components/layout/draft-store'
import { Button } from '@/components/ui/button'

export function SignOutButton() {
  const t = useTranslations('ui')
  const [pending, setPending] = useState(false)
  const leave = async () => {
    setPending(true)
    const { signOut } = await import('next-auth/react')
    clearAllDrafts(localStorage)
    await signOut({ callbackUrl: '/login' })
  }
  return (
    <Button variant="ghost" size="sm" loading={pending} onClick={leave}>
      {t('signOut')}
    </Button>
  )
}
