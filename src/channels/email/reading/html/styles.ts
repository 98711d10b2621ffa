/**
 * What CSS in mail may say: colours, type, space and lines. Nothing that fetches (`url()`), runs, covers something else
 * (`position`, negative margins), or is larger than a page. Each value must match as a whole.
 */
const length = String.raw`(?:0|\d{1,4}(?:\.\d{1,4})?(?:px|pt|em|rem|ex|ch|in|cm|mm|pc|%)|\.\d{1,4}(?:em|ex|px|pt|in|cm))`
const lengths = new RegExp(`^${length}(?: ${length}){0,3}$`, 'i')
const lengthOrAuto = new RegExp(`^(?:auto|${length})(?: (?:auto|${length})){0,3}$`, 'i')
const colour = String.raw`(?:#[\da-f]{3,8}|[a-z]{3,24}|(?:rgb|hsl)a?\([\d.,%\s/]{3,40}\))`
const colours = new RegExp(`^${colour}$`, 'i')
const lineStyle = '(?:none|solid|dashed|dotted|double|groove|ridge|inset|outset)'
const lineWidth = String.raw`(?:thin|medium|thick|0|\d{1,2}(?:\.\d{1,3})?(?:px|pt|em))`
const border = new RegExp(
  `^(?:${lineWidth}|${lineStyle}|${colour})(?: (?:${lineWidth}|${lineStyle}|${colour})){0,2}$`,
  'i',
)
const textSize =
  /^(?:(?:xx?-)?small|medium|(?:xx?-)?large|smaller|larger|[1-9]?\d(?:\.\d{1,4})?(?:px|pt)|[0-4](?:\.\d{1,4})?r?em|[1-3]?\d{2}%|\d{2}%)$/i

const oneOf = (words: string): RegExp[] => [new RegExp(`^(?:${words})$`, 'i')]

const sides = (property: string, values: RegExp[], ending = ''): Record<string, RegExp[]> =>
  Object.fromEntries(['', '-top', '-right', '-bottom', '-left'].map(side => [`${property}${side}${ending}`, values]))

export const allowedStyles: Record<string, RegExp[]> = {
  color: [colours],
  'background-color': [colours],
  // Only as a colour: the property itself could fetch.
  background: [colours],
  'font-size': [textSize],
  'font-family': [/^[\p{L}\d\s,'"._-]{1,300}$/u],
  'font-weight': oneOf('normal|bold|bolder|lighter|[1-9]00'),
  'font-style': oneOf('normal|italic|oblique'),
  'font-variant': oneOf('normal|small-caps'),
  'text-align': oneOf('left|right|center|justify|start|end'),
  'text-decoration': oneOf('none|underline|line-through|overline'),
  'text-transform': oneOf('none|uppercase|lowercase|capitalize'),
  'vertical-align': oneOf('baseline|top|middle|bottom|sub|super|text-top|text-bottom'),
  'line-height': [
    /^(?:normal|[0-4](?:\.\d{1,4})?|[1-9]?\d(?:\.\d{1,4})?(?:px|pt)|[0-4](?:\.\d{1,4})?em|[1-4]?\d{2}%)$/i,
  ],
  'letter-spacing': [/^(?:normal|[0-4](?:\.\d{1,4})?(?:px|pt|em))$/i],
  'white-space': oneOf('normal|nowrap|pre|pre-wrap|pre-line'),
  'word-break': oneOf('normal|break-all|break-word|keep-all'),
  'overflow-wrap': oneOf('normal|break-word|anywhere'),
  direction: oneOf('ltr|rtl'),
  display: oneOf('none|block|inline|inline-block|table|table-row|table-cell|list-item'),
  'list-style-type': oneOf('none|disc|circle|square|decimal|lower-alpha|upper-alpha|lower-roman|upper-roman'),
  'border-collapse': oneOf('collapse|separate'),
  'border-spacing': [lengths],
  'border-radius': [lengths],
  width: [lengthOrAuto],
  'max-width': [lengthOrAuto],
  'min-width': [lengthOrAuto],
  height: [lengthOrAuto],
  'max-height': [lengthOrAuto],
  ...sides('margin', [lengthOrAuto]),
  ...sides('padding', [lengths]),
  ...sides('border', [border]),
  ...sides('border', [new RegExp(`^${lineStyle}(?: ${lineStyle}){0,3}$`, 'i')], '-style'),
  ...sides('border', [new RegExp(`^${lineWidth}(?: ${lineWidth}){0,3}$`, 'i')], '-width'),
  ...sides('border', [new RegExp(`^${colour}(?: ${colour}){0,3}$`, 'i')], '-color'),
}
