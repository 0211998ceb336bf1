import { getTranslations } from 'next-intl/server'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'

/** A plain form: it works without JavaScript. */
export async function CodeForm({ school, code }: { school: string; code?: string }) {
  const t = await getTranslations('papers.verify')
  return (
    <form action={`/verify/${encodeURIComponent(school)}`} method="get" className="grid gap-4">
      <Field name="code" label={t('code')}>
        <Input
          defaultValue={code}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          maxLength={40}
          placeholder="0000-0000-0000-0000"
          required
        />
      </Field>
      <div>
        <Button type="submit" variant="primary">
          {t('check')}
        </Button>
      </div>
    </form>
  )
}
