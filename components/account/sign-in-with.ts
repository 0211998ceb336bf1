/** Straight in after choosing a password; where that fails, to the sign-in page with a word about what happened. */
export async function signInWith(email: string, password: string, done: 'reset' | 'invited'): Promise<void> {
  const { signIn } = await import('next-auth/react')
  const answer = await signIn('credentials', { redirect: false, email, password }).catch(() => undefined)
  window.location.assign(answer?.ok ? '/' : `/login?done=${done}`)
}
