// The two references outside of Next: `static` serves 20 KB from memory, `pg` reads one page of students and answers JSON.
// Run by scripts/bench.ts as a process of its own: <kind> <port> [school id]
import { createServer } from 'node:http'
import { Pool } from 'pg'

const [kind, port, schoolId] = process.argv.slice(2)
const page = Buffer.alloc(20_480, 'a')
const pool = new Pool({ connectionString: process.env.DATABASE_URL, max: 10 })

const rows = `
  select s.id, s.full_name, s.document_type, s.document_number, s.is_active, e.grade_level, e.group_code, e.status, e.missing_count
    from students s left join enrollments e on e.school_id = s.school_id and e.student_id = s.id
   where s.school_id = $1 order by s.full_name, s.id limit 50`

createServer(async (_, response) => {
  if (kind === 'static') {
    response.writeHead(200, { 'content-type': 'text/html' }).end(page)
    return
  }
  const result = await pool.query({ name: 'rows', text: rows, values: [schoolId] })
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(result.rows))
}).listen(Number(port), '127.0.0.1')
