'use client'

import { type ComponentType, useEffect, useState } from 'react'
import { onToast, type ToastMessage } from './toast'
import type { ToasterViewProps } from './toaster-view'

/** Mount once. What draws the messages is fetched with the first one. */
export function Toaster() {
  const [View, setView] = useState<ComponentType<ToasterViewProps>>()
  const [messages, setMessages] = useState<readonly ToastMessage[]>([])
  useEffect(
    () =>
      onToast((message) => {
        setMessages((before) => [...before, { ...message, id: message.id ?? crypto.randomUUID() }])
        void import('./toaster-view').then((module) => setView(() => module.ToasterView))
      }),
    [],
  )
  return View ? <View messages={messages} onShown={() => setMessages([])} /> : null
}
