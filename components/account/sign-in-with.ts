/** Straight in after choosing a password; where that fails, to the sign-in page with a word about what happened. */
export async function signInWith(email: string, password: string, done: 'reset' | 'invited'): Promise<void> {
  const { signIn } = await import('next-auth/react')
  const answer = await signIn('credentials', { redirect: false, email, password }).catch(() => undefined)
  // The sign-in page sends who is inside on their way, by the second factor where one is wanted.
  window.location.assign(answer?.ok ? '/login' : `/login?done=${done}`)
}
