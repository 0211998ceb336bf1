import { errorStatus } from '@/lib/platform/errors'

export const dynamic = 'force-dynamic'

const rows = Object.entries(errorStatus)
  .map(([code, status]) => `<tr id="${code}"><td><code>${code}</code></td><td>${status}</td></tr>`)
  .join('')

/** The REST contract, readable: Swagger UI over /api/openapi.json, and the closed list of error codes. */
export function GET(request: Request): Response {
  const nonce = /'nonce-([^']+)'/.exec(request.headers.get('content-security-policy') ?? '')?.[1] ?? ''
  const page = `<!doctype html>
<html lang="es">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>API · Athena ERP</title>
<link rel="stylesheet" href="/docs/assets/swagger-ui.css">
<style>
body { margin: 0; font-family: system-ui, sans-serif }
section { max-width: 1460px; margin: 0 auto; padding: 0 20px 48px }
td, th { text-align: left; padding: 4px 24px 4px 0 }
</style>
</head>
<body>
<main id="api"></main>
<section><h2>Errores · Errors</h2>
<p>application/problem+json (RFC 9457): <code>title</code> es uno de estos códigos.</p>
<table><thead><tr><th>title</th><th>HTTP</th></tr></thead><tbody>${rows}</tbody></table></section>
<script src="/docs/assets/swagger-ui-bundle.js" nonce="${nonce}"></script>
<script nonce="${nonce}">
SwaggerUIBundle({ url: '/api/openapi.json', dom_id: '#api', deepLinking: true, docExpansion: 'none', validatorUrl: null })
</script>
</body>
</html>`
  return new Response(page, { headers: { 'Content-Type': 'text/html; charset=utf-8' } })
}
