import { expect, it } from 'vitest'
import { forPage } from './page-styles.ts'

it('makes rules for the widget’s host rules for the page', () => {
  expect(forPage(':host{color:red}:host([data-mode=dark]) .card,.host{color:blue}')).toBe(
    '@layer widget{:root{color:red}:root[data-mode=dark] .card,.host{color:blue}}',
  )
})
