/**
 * A change of page inside the program, as the browser asks for it: it says which frame it shows already (here the
 * school's home), and gets what is new.
 */
const asked = (slug: string): Record<string, string> => {
  const shown = ['(home)', { children: ['__PAGE__', {}] }]
  const tree = ['', { children: [['school', slug, 'd', null], { children: shown }] }]
  return { rsc: '1', 'next-router-state-tree': encodeURIComponent(JSON.stringify(tree)) }
}

/** Next wants a mark of these headers in the address of such a request, and sends whoever leaves it out to the right one. */
export async function fromInside(
  slug: string,
  address: string,
  headers: Record<string, string>,
): Promise<{ url: string; headers: Record<string, string> }> {
  const both = { ...headers, ...asked(slug) }
  const answer = await fetch(address, { headers: both, redirect: 'manual' })
  await answer.arrayBuffer()
  return { url: new URL(answer.headers.get('location') ?? address, address).href, headers: both }
}
