import type { Plugin } from 'vite'

/** What is never there: class components, contexts made by `createContext`, promises thrown while drawing, hooks nobody sets. */
const ABSENT = [
  '__m',
  'componentDidCatch',
  'componentDidMount',
  'componentDidUpdate',
  'componentWillMount',
  'componentWillReceiveProps',
  'componentWillUnmount',
  'componentWillUpdate',
  'contextType',
  'debounceRendering',
  'event',
  'getDerivedStateFromError',
  'getDerivedStateFromProps',
  'getSnapshotBeforeUpdate',
  'prototype',
  'shouldComponentUpdate',
  'then',
  'vnode',
]
/** Read, not written or written to. */
const READ = new RegExp(`\\b\\w+\\.(?:${ABSENT.join('|')})\\b(?!\\s*=[^=]|\\.)`, 'g')
/** Whether an element or attribute is one that nothing here draws. */
const NEVER =
  /"(?:dangerouslySetInnerHTML|foreignObject|math|progress|style|template|http:\/\/www\.w3\.org\/1998\/Math\/MathML)"([!=])=\w+/g

/** By what each expression of Preact's build is replaced, and how often it has to be found. */
const EXPRESSIONS: readonly (readonly [what: string, found: number, pattern: RegExp, by: string])[] = [
  ['drawing into what has content', 1, /\w+\.firstChild\?\w+\.call\(\w+\.childNodes\):null/g, 'null'],
  ['the first of that content', 1, /\w\?\w\.__e:\w\.firstChild/g, 'null'],
  ['whether to take over what a server drew', 5, /\b(?:32|128)&\w+\.__u/g, '0'],
  ['whether the root takes over', 1, /\(\w=\w&&0\)\?null:/g, ''],
  ['looking for a node to take over', 1, /,(\w)\)for\(\w=0;\w<\1\.length;\w\+\+\)if\(.*?break\}/g, ');'],
  ['what a node taken over has inside', 1, /\w="textarea"==\w&&null!=\w\.defaultValue\?null:.*?\),/g, ''],
  ['its attributes', 1, /,!\w&&\w\)for\([\w$]=\{\},.*?\.value;/g, ');'],
  ['its first child', 1, /\w\?\w\[0\]:(?=\w\.__k)/g, ''],
  ['what it has too much', 2, /,\w&&\w\.some\(\w\)(?=[,)])/g, ''],
  ['its listeners alone', 1, /\w&&"function"!=typeof \w\|\|/g, ''],
  ['its text', 2, /\w&&(?:"textarea"!=\w|\w\.data==\w)\|\|/g, ''],
  ['nodes that are comments or documents', 8, /\b[89]==\w+\.nodeType/g, 'false'],
  ['where else to draw', 7, /\b\w+(?:\.props\.__P|\.__P(?=&&\())/g, '(void 0)'],
  ['attributes of old SVG', 1, /\w\.replace\(\/xlink.*?\/,"s"\)/g, 't'],
  ['a hook before the diff', 1, /\(\w=\w\.__b\)&&\w\(\w\)/g, '0'],
  ['looking for who catches errors', 1, /for\(var \w,\w,\w;\w=\w\.__;\)if\(.*?\}(?=throw)/g, ''],
  [
    'a context’s value',
    1,
    /,\w=\(\w=\w\.contextType\)&&\w\[\w\.__c\],(\w)=\w\?\w\?\w\.props\.value:\w\.__:(\w)/g,
    ',$1=$2',
  ],
  ['following a context', 1, /\w&&\w\.sub\(\w\),/g, ''],
  ['making a class', 1, /\w\?\w\.__c=\w=new \w\(\w,\w\):/g, ''],
  ['what a class has still to run', 1, /\w&&\(\w\.push\.apply\(\w\.__h,\w\.__k\),\w\.__k=\[\]\),/g, ''],
  ['state taken over', 2, /\w\.state=\w\.__s,(?=\w\.(?:__g|getC))/g, ''],
  ['state to draw with', 1, /\w\.state=\w\.__s,(?=\w\.context)/g, '0,'],
  ['setting state', 1, /\w\.prototype\.setState=.*?(?=\w\.prototype\.forceUpdate)/g, ''],
  ['whether a class draws', 1, /\(\w=\w\.prototype\)&&\w\.render/g, 'false'],
  ['what such a class inherits', 1, /,\w\.prototype\.render=\$/g, ''],
  ['what is run after drawing', 1, /\w\.__c&&\w\.__c\(\w,\w\),\w\.some\(.*?\w\.__v\)\}\}\)/g, ''],
  ['room for that', 1, /,\w\.__h=\[\],\w\.__k=\[\]/g, ''],
  ['putting something there', 1, /\w\.push\.apply\(\w\.__h,\w\.__k\),\w\.__k=\[\],(?=\w\.__h)/g, ''],
  ['whether something is there', 2, /\w\.__h\.length&&\w\.push\(\w\),/g, ''],
  ['telling when it was drawn again', 1, /\w&&this\.__h\.push\(\w\),/g, ''],
  ['whether a component caught something', 1, /,2&\w\.__g&&\(\w\.__g\|=1\)/g, ''],
  ['that it has', 1, /,1&\w\.__g&&\(\w\.__g&=-4\)/g, ''],
  ['a node to take over where something threw', 1, /,\w\|\|\w\)(?=if\(\w&&\w\.then)/g, ',0)'],
  ['forgetting that it was taken over', 1, /,\w\.__u&=-161/g, ''],
  ['telling what did not fit', 1, /,\w&&\(\w\.__m&&.*?=!1\)/g, ''],
  ['what waits to be taken over', 1, /!\w&&\(\w=\w\.__c\)&&\(\w=\w\.__z\)&&\(.*?\w\(\w\)\),/g, ''],
  ['another document', 1, /\w\.ownerDocument\|\|document/g, 'document'],
  ['elements that are another', 1, /,\w\.is\?\w:\w(?=\))/g, ''],
  ['a hook before the root', 1, /\w\.__&&\w\.__\(\w,\w\),/g, ''],
  ['what a ref returns', 1, /\w\?\w\.__x=(\w\(\w\))\|\|1:.*?\w\(null\)\)/g, '$1'],
  [
    'who else says when to draw',
    1,
    /&&\w==\w\.debounceRendering\|\|\(.*?\|\|queueMicrotask\)/g,
    '||queueMicrotask',
  ],
  ['and when to go on', 1, /\(\w\|\|queueMicrotask\)/g, 'queueMicrotask'],
  ['capturing a pointer', 1, /\(PointerCapture\)\$\|Capture\$\/i/g, 'Capture$/'],
  ['that event’s name', 1, /,"\$1"/g, ',""'],
  ['sizes that are no numbers', 1, /"width"!=\w&&"height"!=\w&&/g, ''],
  ['a popover of no kind', 1, /"popover"==\w&&1==\w\?"":/g, ''],
  ['attributes that nothing has', 2, /"list"!=\w&&"form"!=\w&&|"download".*?(?="role")/g, ''],
  ['what a field begins with', 1, /"value"==\w&&"defaultValue"in \w\|\|.*?in \w\|\|/g, ''],
  ['state to begin with', 1, /\w\.state\|\|\(\w\.state=\{\}\),/g, ''],
]

/**
 * The widget's components are functions, it draws into an element of its own that is empty, no HTML from strings and no
 * formulas. So that the minifier sees what of Preact's core never runs, all that is made constant: a quarter of Preact
 * goes. Another version of Preact may need other expressions; the build then stops and names the first.
 */
export function slimPreact(): Plugin {
  return {
    name: 'parla:slim-preact',
    transform(code, id) {
      if (!/\/preact\/dist\/preact\.m?js$/.test(id)) return null
      let slim = code
      for (const [what, found, pattern, by] of EXPRESSIONS) {
        const times = slim.match(pattern)?.length ?? 0
        if (times !== found) this.error(`Preact has ${times} of what was ${found} times “${what}”`)
        slim = slim.replace(pattern, by)
      }
      return slim.replace(READ, '(void 0)').replace(NEVER, (_, sign) => String(sign === '!'))
    },
  }
}
