/** Departments with their DIVIPOLA codes (DANE): 32 and Bogotá D.C. */
export const departments: Readonly<Record<string, string>> = {
  '05': 'Antioquia',
  '08': 'Atlántico',
  '11': 'Bogotá D. C.',
  '13': 'Bolívar',
  '15': 'Boyacá',
  '17': 'Caldas',
  '18': 'Caquetá',
  '19': 'Cauca',
  '20': 'Cesar',
  '23': 'Córdoba',
  '25': 'Cundinamarca',
  '27': 'Chocó',
  '41': 'Huila',
  '44': 'La Guajira',
  '47': 'Magdalena',
  '50': 'Meta',
  '52': 'Nariño',
  '54': 'Norte de Santander',
  '63': 'Quindío',
  '66': 'Risaralda',
  '68': 'Santander',
  '70': 'Sucre',
  '73': 'Tolima',
  '76': 'Valle del Cauca',
  '81': 'Arauca',
  '85': 'Casanare',
  '86': 'Putumayo',
  '88': 'San Andrés, Providencia y Santa Catalina',
  '91': 'Amazonas',
  '94': 'Guainía',
  '95': 'Guaviare',
  '97': 'Vaupés',
  '99': 'Vichada',
}

/** ISO 3166: numeric, as SIMAT writes it, to the letters that names go by; where Colombian schools' children come from. */
const countryLetters: Readonly<Record<string, string>> = {
  '032': 'AR',
  '068': 'BO',
  '076': 'BR',
  '152': 'CL',
  '170': 'CO',
  '192': 'CU',
  '218': 'EC',
  '332': 'HT',
  '484': 'MX',
  '591': 'PA',
  '600': 'PY',
  '604': 'PE',
  '724': 'ES',
  '840': 'US',
  '858': 'UY',
  '862': 'VE',
}

/** The country's name in the reader's language; the code itself for one that is not in the list. */
export function countryName(code: string, locale: string): string {
  const letters = countryLetters[code]
  return (letters && new Intl.DisplayNames(locale, { type: 'region' }).of(letters)) ?? code
}

/** The code itself for one that does not exist: what somebody once typed stays visible. */
export const departmentName = (code: string): string => departments[code] ?? code

/** `{ value, label }` by name, as people look for them. */
export const departmentOptions = (): { value: string; label: string }[] =>
  Object.entries(departments)
    .map(([value, label]) => ({ value, label }))
    .sort((a, b) => a.label.localeCompare(b.label, 'es'))
