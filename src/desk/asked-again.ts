import { alsoCalled } from './usual-facts.ts'

/** Something known, by its key and as it stands. */
type Known = { key: string; value: string }
/** A known fact that a text asks for, and the sentence that does. */
export type Asked = { key: string; asks: string }

/**
 * Rule 31, Scenario 61: the known facts that a text to the customer asks for again. A sentence asks when it ends as a
 * question or begs for something; it names a fact by its key, by the words of its key close together, or by another usual
 * name. One that shows the fact (is 88-204 still right?) asks for nothing that we could have known.
 */
export function asksAgain(body: string, facts: readonly Known[], labels: readonly string[] = []): Asked[] {
  const questions = [...sentencesOf(body).filter(isAsking), ...labels].map(text => ({ text, folded: fold(text) }))
  return facts.flatMap(({ key, value }) => {
    const asked = questions.find(({ folded }) => names(folded, fold(key)) && !shows(folded, fold(value)))
    return asked ? [{ key, asks: asked.text }] : []
  })
}

/** The new words, sentence by sentence: what is quoted from before asks nothing. */
const sentencesOf = (body: string): string[] =>
  body
    .split('\n')
    .filter(line => !line.trimStart().startsWith('>'))
    .join('\n')
    .split(/(?<=[.!?？؟…])\s+|\n{2,}/u)
    .map(sentence => sentence.replace(/\s+/g, ' ').trim())
    .filter(sentence => sentence !== '')

/** How people beg for something without a question mark, in the languages of our users. */
const begs = new RegExp(
  `\\b(${[
    'please (send|give|tell|provide|confirm|let|reply|share|state|include)|(send|give|tell) (me|us)|let (me|us) (know|have)|(i|we) (still )?(need|require)',
    '(i|we) would need|could (i|we) have|can (i|we) have',
    'por favor|(necesito|necesitamos)|(envie|envienos|digame|indique|indiquenos|facilite|facilitenos)',
    '(bitte|brauche|brauchen|benotige|benotigen|nennen sie|teilen sie|schicken sie|senden sie)',
    'veuillez|s il vous plait|(envoyez|indiquez|donnez)|j ai besoin|nous avons besoin',
    'per favore|mi serve|ci serve|(invii|indichi|comunichi)',
    'preciso|precisamos|(informe|indique|diga)|(graag|stuur|heb .* nodig)',
  ].join('|')})\\b`,
)
/** What sounds like it and is the opposite. */
const begsNot =
  /\b(no need|not need|don t need|without needing|already have|have your|thank you for|thanks for|gracias por|danke fur|merci pour|grazie per|obrigad[oa] pel[oa])\b/

function isAsking(sentence: string): boolean {
  if (/[?？؟]["'’”»)\]]*$/u.test(sentence)) return true
  const folded = fold(sentence)
  return begs.test(folded) && !begsNot.test(folded)
}

/** So many words may stand between those of a key: `the number of your account`. */
const between = 3

function names(question: string, key: string): boolean {
  if (key === '') return false
  return (
    hasPhrase(question, key) ||
    hasWordsTogether(question, key) ||
    alsoCalled(key).some(other => hasPhrase(question, other))
  )
}

const hasPhrase = (text: string, phrase: string): boolean => ` ${text} `.includes(` ${phrase} `)

function hasWordsTogether(text: string, key: string): boolean {
  const words = key.split(' ')
  if (words.length < 2) return false
  const places = words.map(word => text.split(' ').indexOf(word))
  return !places.includes(-1) && Math.max(...places) - Math.min(...places) <= between + words.length - 1
}

/** Whether the fact itself stands in the text; less than three signs may stand there by chance. */
function shows(text: string, value: string): boolean {
  const plain = value.replaceAll(' ', '')
  return plain.length >= 3 && text.replaceAll(' ', '').includes(plain)
}

/** Small letters without accents, and a blank for everything between words; a possessive is the word itself. */
const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’]s\b/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
