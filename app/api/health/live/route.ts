export const dynamic = 'force-dynamic'

/** The process answers; says nothing of what it needs. */
export const GET = () => Response.json({ status: 'live' })
