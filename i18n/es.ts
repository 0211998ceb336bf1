import academics from '../messages/es/academics.json'
import account from '../messages/es/account.json'
import activityForms from '../messages/es/activityForms.json'
import admin from '../messages/es/admin.json'
import attendance from '../messages/es/attendance.json'
import audit from '../messages/es/audit.json'
import closing from '../messages/es/closing.json'
import common from '../messages/es/common.json'
import courses from '../messages/es/courses.json'
import dashboard from '../messages/es/dashboard.json'
import documents from '../messages/es/documents.json'
import enrollments from '../messages/es/enrollments.json'
import errors from '../messages/es/errors.json'
import evaluation from '../messages/es/evaluation.json'
import excuses from '../messages/es/excuses.json'
import explanation from '../messages/es/explanation.json'
import families from '../messages/es/families.json'
import fault from '../messages/es/fault.json'
import figures from '../messages/es/figures.json'
import filters from '../messages/es/filters.json'
import gradebook from '../messages/es/gradebook.json'
import grades from '../messages/es/grades.json'
import guardians from '../messages/es/guardians.json'
import home from '../messages/es/home.json'
import identity from '../messages/es/identity.json'
import imports from '../messages/es/imports.json'
import invitations from '../messages/es/invitations.json'
import jobs from '../messages/es/jobs.json'
import login from '../messages/es/login.json'
import mails from '../messages/es/mails.json'
import meetings from '../messages/es/meetings.json'
import merges from '../messages/es/merges.json'
import nav from '../messages/es/nav.json'
import notifications from '../messages/es/notifications.json'
import operations from '../messages/es/operations.json'
import paperSettings from '../messages/es/paperSettings.json'
import papers from '../messages/es/papers.json'
import people from '../messages/es/people.json'
import placements from '../messages/es/placements.json'
import recoveries from '../messages/es/recoveries.json'
import reportCards from '../messages/es/reportCards.json'
import requirements from '../messages/es/requirements.json'
import review from '../messages/es/review.json'
import roll from '../messages/es/roll.json'
import rollovers from '../messages/es/rollovers.json'
import schools from '../messages/es/schools.json'
import scoreGrid from '../messages/es/scoreGrid.json'
import search from '../messages/es/search.json'
import security from '../messages/es/security.json'
import settings from '../messages/es/settings.json'
import sheets from '../messages/es/sheets.json'
import students from '../messages/es/students.json'
import support from '../messages/es/support.json'
import timetable from '../messages/es/timetable.json'
import tokens from '../messages/es/tokens.json'
import ui from '../messages/es/ui.json'
import validation from '../messages/es/validation.json'
import words from '../messages/es/words.json'
import years from '../messages/es/years.json'

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
}
