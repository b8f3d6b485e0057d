import { WebSocket } from 'ws'

// Node has one of its own from version 22 on, and jsdom's does not work inside vitest.
globalThis.WebSocket = WebSocket as unknown as typeof globalThis.WebSocket
