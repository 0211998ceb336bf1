import { headers } from 'next/headers'
import { notFound } from 'next/navigation'
import { env } from '@/lib/platform/env'

/** The reference of the benchmark: what a dynamic page costs before it says anything. Elsewhere it does not exist. */
export default async function EmptyPage() {
  await headers()
  if (env().BENCH !== 'on') notFound()
  return <main />
}
