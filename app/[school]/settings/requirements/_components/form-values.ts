import type { RequirementRow, Validity } from '@/lib/domain/requirements/schema'

/** What the form holds: texts where a condition may be left open. */
export type RequirementValues = {
  code: string
  name: string
  help: string
  required: boolean
  validity: Validity
  validMonths: string
  appliesTo: {
    new: boolean
    returning: boolean
    transfer: boolean
    minGrade: string
    maxGrade: string
    minAge: string
    foreign: string
  }
}

export function toForm(row?: RequirementRow): RequirementValues {
  const { appliesTo } = row ?? {
    appliesTo: { new: true, returning: true, transfer: true } as RequirementRow['appliesTo'],
  }
  // Without any kind named the document is asked of everybody.
  const everyone = !appliesTo.new && !appliesTo.returning && !appliesTo.transfer
  return {
    code: row?.code ?? '',
    name: row?.name ?? '',
    help: row?.help ?? '',
    required: row?.required ?? true,
    validity: row?.validity ?? 'year',
    validMonths: row?.validMonths ? String(row.validMonths) : '',
    appliesTo: {
      new: everyone || appliesTo.new === true,
      returning: everyone || appliesTo.returning === true,
      transfer: everyone || appliesTo.transfer === true,
      minGrade: appliesTo.minGrade ?? '',
      maxGrade: appliesTo.maxGrade ?? '',
      minAge: appliesTo.minAge === undefined ? '' : String(appliesTo.minAge),
      foreign: appliesTo.foreign === undefined ? '' : appliesTo.foreign ? 'yes' : 'no',
    },
  }
}

export function fromForm({ code, appliesTo, validMonths, ...values }: RequirementValues, row?: RequirementRow) {
  const { minGrade, maxGrade, minAge, foreign, ...kinds } = appliesTo
  const rule = {
    ...kinds,
    ...(minGrade ? { minGrade } : {}),
    ...(maxGrade ? { maxGrade } : {}),
    ...(minAge ? { minAge: Number(minAge) } : {}),
    ...(foreign ? { foreign: foreign === 'yes' } : {}),
  }
  const about = row ? { requirementId: row.id, version: row.version } : { code }
  const months = values.validity === 'months' && validMonths ? Number(validMonths) : null
  return { ...about, ...values, validMonths: months, appliesTo: rule }
}
