import academics from '../messages/en/academics.json'
import account from '../messages/en/account.json'
import activityForms from '../messages/en/activityForms.json'
import admin from '../messages/en/admin.json'
import attendance from '../messages/en/attendance.json'
import audit from '../messages/en/audit.json'
import closing from '../messages/en/closing.json'
import common from '../messages/en/common.json'
import courses from '../messages/en/courses.json'
import dashboard from '../messages/en/dashboard.json'
import documents from '../messages/en/documents.json'
import enrollments from '../messages/en/enrollments.json'
import errors from '../messages/en/errors.json'
import evaluation from '../messages/en/evaluation.json'
import excuses from '../messages/en/excuses.json'
import explanation from '../messages/en/explanation.json'
import families from '../messages/en/families.json'
import fault from '../messages/en/fault.json'
import figures from '../messages/en/figures.json'
import filters from '../messages/en/filters.json'
import gradebook from '../messages/en/gradebook.json'
import grades from '../messages/en/grades.json'
import guardians from '../messages/en/guardians.json'
import home from '../messages/en/home.json'
import identity from '../messages/en/identity.json'
import imports from '../messages/en/imports.json'
import invitations from '../messages/en/invitations.json'
import jobs from '../messages/en/jobs.json'
import login from '../messages/en/login.json'
import mails from '../messages/en/mails.json'
import meetings from '../messages/en/meetings.json'
import merges from '../messages/en/merges.json'
import nav from '../messages/en/nav.json'
import notifications from '../messages/en/notifications.json'
import operations from '../messages/en/operations.json'
import paperSettings from '../messages/en/paperSettings.json'
import papers from '../messages/en/papers.json'
import people from '../messages/en/people.json'
import placements from '../messages/en/placements.json'
import recoveries from '../messages/en/recoveries.json'
import reportCards from '../messages/en/reportCards.json'
import requirements from '../messages/en/requirements.json'
import review from '../messages/en/review.json'
import roll from '../messages/en/roll.json'
import rollovers from '../messages/en/rollovers.json'
import schools from '../messages/en/schools.json'
import scoreGrid from '../messages/en/scoreGrid.json'
import search from '../messages/en/search.json'
import security from '../messages/en/security.json'
import settings from '../messages/en/settings.json'
import sheets from '../messages/en/sheets.json'
import students from '../messages/en/students.json'
import support from '../messages/en/support.json'
import timetable from '../messages/en/timetable.json'
import tokens from '../messages/en/tokens.json'
import ui from '../messages/en/ui.json'
import validation from '../messages/en/validation.json'
import words from '../messages/en/words.json'
import years from '../messages/en/years.json'
import type { Messages } from './messages'

export default {
  academics,
  account,
  activityForms,
  admin,
  attendance,
  audit,
  closing,
  common,
  courses,
  dashboard,
  documents,
  enrollments,
  errors,
  evaluation,
  excuses,
  explanation,
  families,
  fault,
  figures,
  gradebook,
  filters,
  grades,
  guardians,
  home,
  identity,
  imports,
  invitations,
  jobs,
  login,
  mails,
  meetings,
  merges,
  nav,
  operations,
  notifications,
  papers,
  paperSettings,
  people,
  placements,
  recoveries,
  reportCards,
  requirements,
  review,
  roll,
  rollovers,
  schools,
  scoreGrid,
  search,
  security,
  settings,
  sheets,
  students,
  support,
  timetable,
  tokens,
  ui,
  validation,
  words,
  years,
} satisfies Messages
