import type { Random } from './random'

export type City = 'Medellín' | 'Cali'

type Place = {
  department: string
  municipality: string
  neighborhoods: readonly (readonly [name: string, stratum: string])[]
  eps: readonly (readonly [string, number])[]
  /** First digits of the cédulas that were given out there: by man or woman before about 1987, then for both. */
  cedulas: { M: readonly string[]; F: readonly string[]; young: readonly string[]; child: readonly string[] }
}

export const places: Record<City, Place> = {
  Medellín: {
    department: '05',
    municipality: '001',
    neighborhoods: [
      ['Aranjuez', '3'],
      ['Manrique Central', '3'],
      ['Popular', '2'],
      ['Santa Cruz', '2'],
      ['Castilla', '3'],
      ['Pedregal', '3'],
      ['Robledo Aures', '2'],
      ['Robledo Pilarica', '3'],
      ['Belén Rosales', '4'],
      ['Belén Las Playas', '3'],
      ['Laureles', '5'],
      ['La América', '4'],
      ['San Javier', '2'],
      ['Veinte de Julio', '2'],
      ['Buenos Aires', '3'],
      ['Enciso', '2'],
      ['Guayabal', '3'],
      ['San Antonio de Prado', '3'],
      ['Villa Hermosa', '3'],
      ['Moravia', '2'],
    ],
    eps: [
      ['Sura', 40],
      ['Savia Salud', 24],
      ['Nueva EPS', 14],
      ['Salud Total', 8],
      ['Coosalud', 6],
      ['Sanitas', 5],
    ],
    cedulas: {
      M: ['71', '98', '70', '8'],
      F: ['43', '42', '32', '21'],
      young: ['1017', '1020', '1035', '1036', '1037', '1128', '1152', '1214'],
      child: ['1011', '1018', '1020', '1021', '1023', '1025', '1032', '1033', '1035', '1036', '1037', '1040', '1045'],
    },
  },
  Cali: {
    department: '76',
    municipality: '001',
    neighborhoods: [
      ['San Antonio', '4'],
      ['El Ingenio', '5'],
      ['Ciudad Jardín', '6'],
      ['La Flora', '5'],
      ['Versalles', '4'],
      ['El Limonar', '5'],
      ['Capri', '5'],
      ['Meléndez', '3'],
      ['Caney', '4'],
      ['Valle del Lili', '5'],
      ['Santa Mónica', '5'],
      ['Granada', '5'],
      ['San Fernando', '4'],
      ['Tequendama', '5'],
      ['Prados del Norte', '4'],
      ['Floralia', '3'],
      ['Villa del Sur', '3'],
      ['El Refugio', '4'],
    ],
    eps: [
      ['Sura', 28],
      ['Sanitas', 22],
      ['SOS', 16],
      ['Nueva EPS', 12],
      ['Salud Total', 8],
      ['Emssanar', 8],
      ['Comfenalco Valle', 6],
    ],
    cedulas: {
      M: ['16', '94', '14', '6'],
      F: ['31', '66', '29', '67'],
      young: ['1107', '1130', '1143', '1144', '1151', '1107'],
      child: ['1104', '1105', '1106', '1108', '1109', '1110', '1111', '1112', '1114', '1115', '1116', '1117', '1118'],
    },
  },
}

/** `Calle 48 # 73-21 apto 302`: the way of the city, with a letter now and then. */
export function makeAddress(random: Random): string {
  const way = random.weighted([
    ['Calle', 45],
    ['Carrera', 45],
    ['Diagonal', 6],
    ['Transversal', 4],
  ] as const)
  const letter = random.chance(0.25) ? random.pick(['A', 'B', 'C', 'AA', 'D']) : ''
  const inside = random.weighted([
    ['', 55],
    [` apto ${random.int(1, 12)}0${random.int(1, 6)}`, 25],
    [` int ${random.int(101, 420)}`, 20],
  ] as const)
  return `${way} ${random.int(1, 118)}${letter} # ${random.int(1, 98)}${random.chance(0.2) ? 'A' : ''}-${random.int(2, 98)}${inside}`
}

/** Words for women, for men, and for both. */
export const occupations = {
  F: [
    'Ama de casa',
    'Empleada',
    'Contadora',
    'Vendedora',
    'Operaria de confección',
    'Cocinera',
    'Ingeniera',
    'Abogada',
    'Enfermera',
    'Médica',
    'Asesora comercial',
    'Cajera',
    'Diseñadora',
    'Psicóloga',
    'Odontóloga',
    'Trabajadora social',
    'Manicurista',
    'Modista',
    'Bacterióloga',
  ],
  M: [
    'Empleado',
    'Conductor',
    'Contador',
    'Vendedor',
    'Mecánico',
    'Operario',
    'Cocinero',
    'Ingeniero',
    'Abogado',
    'Arquitecto',
    'Constructor',
    'Maestro de obra',
    'Domiciliario',
    'Panadero',
    'Administrador',
    'Técnico en sistemas',
    'Soldador',
    'Carpintero',
    'Médico',
  ],
  both: [
    'Comerciante',
    'Docente',
    'Independiente',
    'Auxiliar contable',
    'Auxiliar de enfermería',
    'Estilista',
    'Vigilante',
    'Electricista',
    'Recepcionista',
    'Policía',
    'Servicios generales',
    'Taxista',
  ],
} as const

export const workplaces = [
  'Independiente',
  'Almacén La Esquina',
  'Confecciones El Telar',
  'Panadería San Roque',
  'Taller Los Hermanos',
  'Transportes del Valle',
  'Clínica Santa Inés',
  'Hospital General',
  'Alcaldía',
  'Supermercado El Ahorro',
  'Constructora Horizonte',
  'Restaurante El Fogón',
  'Ferretería Central',
  'Colegio',
  'Universidad',
  'Centro comercial',
  'Droguería La 33',
  'Empresa de aseo',
  'Banco',
  'Call center',
] as const

/** The usual mix of blood groups in Colombia. */
export const bloodTypes = [
  ['O+', 56],
  ['A+', 26],
  ['B+', 8],
  ['O-', 5],
  ['A-', 3],
  ['AB+', 1.5],
  ['B-', 0.5],
] as const
