import { configure } from '@testing-library/preact'
import { drawWithSignals } from '../../widget/signals/render.ts'

// Milliseconds: on a busy machine a chunk's import takes longer than the second that is usual.
configure({ asyncUtilTimeout: 8_000 })
// As the entries do it, before anything is drawn.
drawWithSignals()
