import type { MailTexts } from './en.ts'

export const texts: MailTexts = {
  staff: '{name} (Team {brand})',
  visitor: '{name} (Besucher)',
  'confirm.subject': '{brand}: Bestätige deine E-Mail-Adresse',
  'confirm.text':
    'Jemand, hoffentlich du, hat diese Adresse bei {brand} angegeben, um von Antworten zu erfahren. Bestätige sie, dann schreiben wir dir, wenn jemand antwortet.',
  'confirm.open': 'Diese Adresse bestätigen',
  'confirm.ignore':
    'Das warst nicht du? Dann musst du nichts tun: Ohne Bestätigung kommt nichts weiter. Der Link gilt drei Tage.',
  'news.subject': '{brand}: Neues in einem Gespräch, dem du folgst',
  'news.votedSubject': '{brand}: Neues zu etwas, wofür du gestimmt hast',
  'news.wrote': '{name} schrieb:',
  'news.status': '{name} hat den Status auf „{status}“ gesetzt:',
  'news.see': 'Hier ansehen:',
  'news.open': 'Lesen und antworten',
  'why.follows': 'Du bekommst diese E-Mail, weil du diesem Gespräch folgst.',
  'why.voted': 'Du bekommst diese E-Mail, weil du dafür gestimmt hast.',
  'why.stop': 'Keine solchen E-Mails mehr',
  'page.confirmTitle': 'Bestätige deine E-Mail-Adresse',
  'page.confirmText':
    '{brand} schreibt dir, wenn jemand in einem Gespräch antwortet, dem du folgst, und zu dem, wofür du gestimmt hast.',
  'page.confirm': 'Bestätigen',
  'page.confirmedTitle': 'Deine Adresse ist bestätigt',
  'page.confirmedText':
    '{brand} schreibt dir, wenn jemand antwortet. In jeder E-Mail steht ein Link, mit dem du sie abbestellst.',
  'page.stopTitle': 'E-Mails von {brand}',
  'page.stopText': 'Was möchtest du nicht mehr bekommen?',
  'page.stopOne': 'E-Mails zu diesem Gespräch',
  'page.stopAll': 'Alle E-Mails von {brand}',
  'page.stoppedTitle': 'Erledigt',
  'page.stoppedOne': 'Du bekommst keine E-Mails mehr zu diesem Gespräch.',
  'page.stoppedAll': 'Wir haben deine Adresse gelöscht. {brand} schreibt dir nicht mehr.',
  'page.overTitle': 'Dieser Link gilt nicht mehr',
  'page.overText':
    'Er wurde schon benutzt oder ist zu alt. Wenn du deine Adresse bestätigt hast, ist alles gut.',
  'status.open': 'Offen',
  'status.review': 'Wird geprüft',
  'status.planned': 'Geplant',
  'status.progress': 'In Arbeit',
  'status.shipped': 'Verfügbar',
  'status.declined': 'Abgelehnt',
  'status.fixing': 'Wird behoben',
  'status.fixed': 'Behoben',
  'status.wontfix': 'Wird nicht behoben',
}
