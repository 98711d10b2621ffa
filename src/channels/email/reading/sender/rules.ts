import { hasPart, isMailServer, isOurs, localPart, type Traits } from './traits.ts'

/** Mail that no person wrote. It opens, keeps, reopens and starts nothing (Rule 13, Scenario 7). */
export type MachineKind = 'our_own' | 'feedback_loop' | 'receipt' | 'auto_reply'

/** Ways by which somebody's words come that must not be answered automatically. */
export type Through = 'list' | 'bulk' | 'no_reply' | 'generated' | 'asks_for_silence' | 'mail_server' | 'null_path'

type Rule<Kind> = { kind: Kind; holds: (traits: Traits) => boolean; reason: string }

const field = ({ header }: Traits, name: string): string => header.first(name)?.toLowerCase().trim() ?? ''

/** Whether a field is there and says more than no. */
const says = (traits: Traits, name: string): boolean =>
  traits.header.has(name) && !/^(?:no|none|false|0)$/.test(field(traits, name))

const autoSubmitted = (traits: Traits): string => field(traits, 'auto-submitted').match(/^[a-z-]+/)?.[0] ?? ''

const precedence = (traits: Traits): string => field(traits, 'precedence').replace(/[\s_]/g, '-')

const reportType = ({ root }: Traits): string =>
  root.type === 'multipart/report' ? (root.contentType.parameters.get('report-type')?.toLowerCase() ?? '') : ''

/**
 * "Out of office" in many languages, at the beginning of a subject. People write such subjects too: it counts only
 * together with another sign.
 */
const outOfOffice =
  /^\W*(?:auto(?:matic)?[- ]?(?:reply|response|answer)|auto:|out of (?:the )?office|on (?:annual )?leave|on vacation|vacation (?:reply|message)|away from (?:my|the) (?:mail|office|desk)|i am (?:currently )?(?:out|away)|automatische (?:antwort|antwoord)|automatisch antwoord|abwesenheit|abwesend|außer haus|nicht im büro|réponse automatique|absence du bureau|absent|respuesta automática|fuera de (?:la )?oficina|ausente|risposta automatica|fuori (?:ufficio|sede)|assente|resposta automática|fora do escritório|afwezig|niet op kantoor|autosvar|automatiskt svar|frånvaro|automatisk svar|fravær|automaattinen vastaus|poissa|odpowiedź automatyczna|automatyczna odpowiedź|poza biurem|automatická odpov[eě]ď|mimo kancelář|automatikus válasz|házon kívül|răspuns automat|otomatik yanıt|ofis dışında|автоматический ответ|автоответ|автоматична відповідь|отсутствие на рабочем месте|αυτόματη απάντηση|εκτός γραφείου|resposta automàtica|automātiska atbilde|automaatvastus|automatski odgovor|samodejni odgovor|автоматичен отговор|תשובה אוטומטית|رد تلقائي|自动回复|自動回覆|自動返信|不在通知|자동 회신|부재중|trả lời tự động|balasan otomatis)/iu

const saysAway = ({ subject }: Traits): boolean => outOfOffice.test(subject)

/** Signs that are too weak alone: together with an "out of office" subject they are enough. */
const hasAnotherSign = (traits: Traits): boolean =>
  traits.envelopeFrom === '' ||
  traits.answersUs ||
  ['bulk', 'junk', 'list', 'auto-reply'].includes(precedence(traits)) ||
  says(traits, 'auto-submitted') ||
  traits.header.has('x-auto-response-suppress')

/** In order: the first that holds says what it is. Delivery reports have been looked for before. */
export const machines: readonly Rule<MachineKind>[] = [
  {
    kind: 'our_own',
    holds: ({ from, ourAddresses }) => from !== null && isOurs(from.address, ourAddresses),
    reason: 'It comes from an address of our own: a mail of ours that came back.',
  },
  {
    kind: 'feedback_loop',
    holds: traits => reportType(traits) === 'feedback-report' || hasPart(traits.root, 'message/feedback-report'),
    reason: 'It is an abuse report of a mail provider (RFC 5965).',
  },
  {
    kind: 'receipt',
    holds: traits =>
      reportType(traits) === 'disposition-notification' ||
      hasPart(traits.root, 'message/disposition-notification', 'message/global-disposition-notification'),
    reason: 'It is a receipt that says whether a mail was read (RFC 8098).',
  },
  {
    kind: 'auto_reply',
    holds: traits => autoSubmitted(traits) === 'auto-replied',
    reason: 'It says itself that it was sent automatically in answer (Auto-Submitted: auto-replied, RFC 3834).',
  },
  {
    kind: 'auto_reply',
    holds: traits => autoSubmitted(traits) === 'auto-notified',
    reason: 'It says itself that it is an automatic notice (Auto-Submitted: auto-notified, RFC 5436).',
  },
  {
    kind: 'auto_reply',
    holds: traits => says(traits, 'auto-submitted') && (traits.answersUs || saysAway(traits)),
    reason: 'It was made automatically, and answers a mail or says that somebody is away.',
  },
  {
    kind: 'auto_reply',
    holds: traits => precedence(traits) === 'auto-reply',
    reason: 'It says itself that it is an automatic answer (Precedence: auto_reply).',
  },
  {
    kind: 'auto_reply',
    holds: traits =>
      [
        'x-autoreply',
        'x-autorespond',
        'x-autoresponder',
        'x-auto-reply',
        'x-mail-autoreply',
        'x-autoreply-from',
        'x-vacation',
      ].some(name => says(traits, name)),
    reason: 'Its sender marked it as an automatic answer (X-Autoreply, X-Autorespond or alike).',
  },
  {
    kind: 'auto_reply',
    holds: traits =>
      /autoresponder|autoreply/.test(
        field(traits, 'x-post-messageclass') + field(traits, 'x-ms-exchange-generated-message-source'),
      ),
    reason: 'Its mail server marked it as an automatic answer.',
  },
  {
    kind: 'auto_reply',
    holds: traits => saysAway(traits) && hasAnotherSign(traits),
    reason: 'Its subject says that somebody is away, and it looks automatic otherwise too.',
  },
]

const listFields = [
  'list-id',
  'list-post',
  'list-unsubscribe',
  'list-help',
  'list-subscribe',
  'list-owner',
  'mailing-list',
  'x-mailing-list',
  'x-mailman-version',
  'x-listname',
  'x-beenthere',
]

const bulkFields = ['feedback-id', 'x-campaign', 'x-campaignid', 'x-mailgun-tag', 'x-mc-user', 'x-csa-complaints']

const noReply =
  /^(?:.*[._+-])?(?:no|not|non|do-?not|dont|never|nao|ne-?pas|keine?|nicht|bitte-?nicht|sin|niet)[._-]?(?:re(?:ply|spon[ds][a-z]*|spuesta|sposta|spond)|antwort(?:en)?|responda|responder|repondre|antwoord(?:en)?)(?:[._+-].*|\d*)$/

/** In order: why a person's words get no automatic answer. They open an issue all the same: a customer is never lost. */
export const quietWays: readonly Rule<Through>[] = [
  {
    kind: 'list',
    holds: traits => listFields.some(name => traits.header.has(name)) || precedence(traits) === 'list',
    reason: 'It came through a mailing list.',
  },
  {
    kind: 'no_reply',
    holds: ({ from }) => from !== null && noReply.test(localPart(from.address)),
    reason: 'Its sender takes no answers (no-reply).',
  },
  {
    kind: 'bulk',
    holds: traits => ['bulk', 'junk'].includes(precedence(traits)) || bulkFields.some(name => traits.header.has(name)),
    reason: 'It was sent to many at once.',
  },
  {
    kind: 'generated',
    holds: traits => says(traits, 'auto-submitted') || says(traits, 'x-fc-machinegenerated'),
    reason: 'A program sent it (Auto-Submitted), perhaps with what somebody wrote into a form.',
  },
  {
    kind: 'asks_for_silence',
    holds: traits => /\b(?:all|oof|autoreply)\b/.test(field(traits, 'x-auto-response-suppress')),
    reason: 'It asks for no automatic answer (X-Auto-Response-Suppress).',
  },
  {
    kind: 'mail_server',
    holds: isMailServer,
    reason: 'It comes from the address of a mail server, but is no delivery report.',
  },
  {
    kind: 'null_path',
    holds: ({ envelopeFrom }) => envelopeFrom === '',
    reason: 'Its return path is empty: automatic mail about it would come back.',
  },
]
