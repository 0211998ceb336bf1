/** The platform's doors, and the operations of its forms. */
export const adminPages = {
  '/admin': { opens: 'superadmin' },
  '/admin/figures': { opens: 'superadmin', queries: ['?schoolId={schoolId}'] },
  '/admin/mails': { opens: 'superadmin' },
  '/admin/mails/[mailId]': { opens: 'superadmin' },
  '/admin/operations': { opens: 'superadmin' },
  '/admin/removed': { opens: 'superadmin' },
  '/admin/schools/[schoolId]': { opens: 'superadmin' },
  '/admin/schools/[schoolId]/life': { opens: 'superadmin' },
  '/admin/schools/new': { opens: 'superadmin' },
  '/admin/support/[school]': { opens: 'superadmin' },
}

export const adminHandlers = {
  '/admin/figures/export': { opens: 'superadmin' },
  '/admin/mails/export': { opens: 'superadmin', queries: ['?format=csv'] },
  '/admin/operations/export': { opens: 'superadmin' },
  '/admin/removed/export': { opens: 'superadmin' },
  '/admin/schools/export': { opens: 'superadmin', queries: ['?format=csv'] },
}

export const adminActions = {
  'admin/actions.ts#cancelPurgeAction': 'schools.cancelPurge',
  'admin/actions.ts#countFiguresAction': 'schools.countFigures',
  'admin/actions.ts#endSupportAction': 'schools.endSupport',
  'admin/actions.ts#exportSchoolAction': 'schools.export',
  'admin/actions.ts#fetchExportAction': 'schools.fetchExport',
  'admin/actions.ts#openSchoolAction': 'schools.open',
  'admin/actions.ts#purgeSchoolAction': 'schools.purge',
  'admin/actions.ts#resendPlatformMailAction': 'mails.platformResend',
  'admin/actions.ts#resendRectorAction': 'schools.resendRector',
  'admin/actions.ts#resetFactorAction': 'people.resetSecondFactorAnywhere',
  'admin/actions.ts#retryDeadAction': 'jobs.retryDead',
  'admin/actions.ts#setLimitsAction': 'schools.setLimits',
  'admin/actions.ts#setSchoolActiveAction': 'schools.setActive',
  'admin/actions.ts#startSupportAction': 'schools.startSupport',
}
