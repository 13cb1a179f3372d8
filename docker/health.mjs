// For HEALTHCHECK: ends well when the address answers well. Node is in the image, curl is not.
const [url = ''] = process.argv.slice(2)
const { ok } = await fetch(url, { signal: AbortSignal.timeout(4_000) }).catch(() => ({ ok: false }))
process.exitCode = ok ? 0 : 1
