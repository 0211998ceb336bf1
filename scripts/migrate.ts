// npm run migrate -- deploy | new <name> | back <name> [--drop-rows] | status | check
import { main, ScriptError } from './console.ts'
import { createMigration, driftOfDatabase, driftOfMigrations, status, takeBack } from './database/migrations.ts'
import { alone, prepareDatabase } from './database/prepare.ts'
import { type Target, withDatabase } from './database/target.ts'
import { loadEnvFile } from './env-file.ts'

const [command = 'deploy', name = '', option = ''] = process.argv.slice(2)

const commands: Record<string, (target: Target) => Promise<number>> = {
  deploy: async (target) => {
    const applied = await prepareDatabase(target)
    console.log(applied.length === 0 ? 'Nothing to apply.' : `Applied: ${applied.join(', ')}`)
    return 0
  },
  new: async ({ ownerUrl }) => {
    if (!/^\w+$/.test(name))
      throw new ScriptError('A migration needs a name of letters, digits and _: migrate new <name>')
    const folder = await createMigration(ownerUrl, name)
    console.log(
      folder
        ? `Written: ${folder}/migration.sql (read it, write down.sql beside it, then: npm run migrate)`
        : 'Nothing to migrate.',
    )
    return 0
  },
  back: async ({ ownerUrl }) => {
    await alone(ownerUrl, () => takeBack(ownerUrl, name, option === '--drop-rows'))
    console.log(`Taken back: ${name}`)
    return 0
  },
  status: async ({ ownerUrl }) => {
    const { editedMigrationNames, failedMigrationNames, history } = await status(ownerUrl)
    const pending = history && 'unappliedMigrationNames' in history ? history.unappliedMigrationNames : []
    const foreign = history && 'unpersistedMigrationNames' in history ? history.unpersistedMigrationNames : []
    const lines = { pending, edited: editedMigrationNames, failed: failedMigrationNames, 'not in the folder': foreign }
    for (const [label, names] of Object.entries(lines)) console.log(`${label}: ${names.join(', ') || 'none'}`)
    return editedMigrationNames.length + failedMigrationNames.length + foreign.length === 0 ? 0 : 1
  },
  check: async ({ ownerUrl }) => {
    const missing = (await driftOfMigrations(ownerUrl)) ?? (await driftOfDatabase(ownerUrl))
    console.log(missing ? `The migrations do not lead to the schema; missing:\n${missing}` : 'No drift.')
    return missing ? 1 : 0
  },
}

await main(async () => {
  const run = commands[command]
  if (!run) throw new ScriptError(`Unknown command "${command}": deploy, new <name>, back <name>, status, check.`)
  loadEnvFile()
  return withDatabase(run)
})
