import type { NationalLevel } from '@/lib/domain/evaluation/schema'
import type { Random } from '../random'

type Work = { type: string; title: string; weight: string }

const tasks = ['Taller en clase', 'Guía de trabajo', 'Ejercicios del cuaderno', 'Consulta', 'Mapa conceptual']
const quizzes = ['Quiz', 'Evaluación corta', 'Sustentación', 'Exposición']
const exams = ['Evaluación de periodo', 'Examen final del periodo', 'Proyecto del periodo']

/** Four activities of a course and period, 100 percent together. */
export function activitiesOf(random: Random): Work[] {
  const [first, second] = random.shuffle(tasks)
  return [
    { type: 'workshop', title: first as string, weight: '20' },
    { type: 'task', title: second as string, weight: '20' },
    { type: 'quiz', title: random.pick(quizzes), weight: '25' },
    { type: 'exam', title: random.pick(exams), weight: '35' },
  ]
}

export const preschoolWords = [
  'Participa con gusto en las actividades y comparte con sus compañeros. Reconoce los colores y cuenta hasta veinte.',
  'Se expresa con claridad y escucha a los demás. Sigue fortaleciendo el manejo de las tijeras y el trazo.',
  'Muestra curiosidad por lo que lo rodea y pregunta con frecuencia. Necesita apoyo para esperar su turno.',
  'Canta, baila y se mueve con seguridad. Identifica su nombre escrito y el de varios compañeros.',
  'Avanza en su autonomía: organiza sus materiales y cuida los de todos. Le gusta que le lean cuentos.',
]

export const remarks: Record<NationalLevel, readonly string[]> = {
  superior: [
    'Domina los temas del periodo y ayuda a sus compañeros a comprenderlos.',
    'Trabajo sobresaliente y constante. Se sugiere participar en las olimpiadas.',
  ],
  high: [
    'Comprende y aplica los temas. Conviene revisar los procedimientos antes de entregar.',
    'Buen desempeño; con más lectura en casa llegará más lejos.',
  ],
  basic: [
    'Alcanzó lo esencial del periodo. Debe repasar los temas de la evaluación final.',
    'Necesita entregar a tiempo los trabajos y preguntar cuando algo no esté claro.',
  ],
  low: [
    'No alcanzó los logros del periodo. Debe presentar las actividades de nivelación y venir a asesoría.',
    'Faltaron entregas. Se cita al acudiente para acordar un plan de apoyo.',
  ],
}
