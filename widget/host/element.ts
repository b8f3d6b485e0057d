import type { Begin, Obey } from '../start.ts'

/** Those that a widget takes while it is there; with another value of any other it begins anew. */
const TAKEN = ['lang', 'page', 'scope', 'theme']
const NEW = ['heading-level', 'label', 'mode', 'site', 'target', 'texts']

const camel = (name: string) => name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())

/** Makes `<parla-widget>` an element of the page: it begins where it is put, and ends where it is taken away. */
export const start = (begin: Begin): void => {
  if (customElements.get('parla-widget')) return
  class ParlaWidget extends HTMLElement {
    static observedAttributes = [...TAKEN, ...NEW]
    obey: Obey | null = null

    connectedCallback() {
      if (this.obey || !this.getAttribute('site')) return
      const data: DOMStringMap = {}
      for (const { name, value } of this.attributes) data[camel(name)] = value
      if (!this.style.display) this.style.display = 'block'
      this.obey = begin(data, (host, floats) => (floats ? document.body : this).append(host))
      // Whoever is spoken to tells what happens.
      this.obey(['update'])
    }

    disconnectedCallback() {
      // One that was only moved is back by then.
      queueMicrotask(() => {
        if (!this.isConnected) this.end()
      })
    }

    attributeChangedCallback(name: string, was: string | null, value: string | null) {
      if (was === value) return
      if (!this.obey) this.isConnected && this.connectedCallback()
      else if (TAKEN.includes(name)) this.obey(['update', { [name]: value ?? '' }])
      else {
        this.end()
        this.connectedCallback()
      }
    }

    private end() {
      this.obey?.(['destroy'])
      this.obey = null
    }
  }
  customElements.define('parla-widget', ParlaWidget)
}
