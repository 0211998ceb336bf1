/** Colombian numbers as E.164: mobile 3…, landline 60 + area digit + 7 (CRC Res. 5826 de 2019). */
const colombian = /^\+57(3\d{9}|60[1-8]\d{7})$/
const foreign = /^\+(?!57)[1-9]\d{7,14}$/

/**
 * A typed number as E.164, or null. Ten digits are Colombian; a family abroad writes its `+` and country.
 * The 7-digit landlines of before 2021 are refused: their area cannot be guessed.
 */
export function parsePhone(raw: string): string | null {
  const compact = raw.replace(/[\s().\-\u00a0]/g, '').replace(/^00/, '+')
  const number = /^57\d{10}$/.test(compact) ? `+${compact}` : /^\d{10}$/.test(compact) ? `+57${compact}` : compact
  return colombian.test(number) || foreign.test(number) ? number : null
}

/** Whether WhatsApp may reach it: a Colombian mobile, or any number abroad. */
export function isMobile(phone: string): boolean {
  return /^\+573\d{9}$/.test(phone) || foreign.test(phone)
}

/** `+573001234567` → `300 123 4567`, `+576041234567` → `604 123 4567`; abroad as it is. */
export function showPhone(phone: string): string {
  const local = /^\+57(\d{3})(\d{3})(\d{4})$/.exec(phone)
  return local ? `${local[1]} ${local[2]} ${local[3]}` : phone
}

/** The address that opens WhatsApp with a text; without a number the person chooses the contact. */
export function whatsappUrl(text: string, phone?: string | null): string {
  const number = phone && isMobile(phone) ? phone.slice(1) : ''
  return `https://wa.me/${number}?text=${encodeURIComponent(text)}`
}
