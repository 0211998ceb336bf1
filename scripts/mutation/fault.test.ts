import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { clientFaults } from './client-faults'
import { databaseFaults } from './database-faults'
import { doorFaults } from './door-faults'
import { visitFaults } from './visit-faults'

it.each([...databaseFaults, ...clientFaults, ...doorFaults, ...visitFaults])(
  '$name fits the sources of today',
  ({ edits }) => {
    for (const { file, find } of edits) expect(readFileSync(file, 'utf8').split(find), find).toHaveLength(2)
  },
)
