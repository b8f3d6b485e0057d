import { cleanup, fireEvent, render, screen } from '@testing-library/preact'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { VoteButton } from './vote-button.tsx'

const texts = { verb: 'Me too', count: '14', counted: '14 votes', about: 'title' }

afterEach(cleanup)

describe('VoteButton', () => {
  it('has a name that begins with what is seen, and tells its state by being pressed', () => {
    const { rerender } = render(<VoteButton {...texts} voted={false} onToggle={() => {}} />)
    const button = screen.getByRole('button', { name: 'Me too, 14 votes', pressed: false })
    expect(button.textContent).toBe('Me too 14')
    expect(button.getAttribute('aria-describedby')).toBe('title')
    rerender(<VoteButton {...texts} voted count="15" counted="15 votes" onToggle={() => {}} />)
    expect(screen.getByRole('button', { name: 'Me too, 15 votes', pressed: true })).toBe(button)
  })

  it('asks for a change at each press', () => {
    const onToggle = vi.fn()
    render(<VoteButton {...texts} voted={false} onToggle={onToggle} />)
    fireEvent.click(screen.getByRole('button'))
    expect(onToggle).toHaveBeenCalledOnce()
  })

  it('is no button where nobody may vote, and still says how many did', () => {
    render(<VoteButton {...texts} voted />)
    expect(screen.queryByRole('button')).toBeNull()
    expect(screen.getByRole('img', { name: '14 votes' })).toBeTruthy()
  })
})
