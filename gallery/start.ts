import { serveGallery } from './serve.ts'

const PORT = 8090

const { url } = await serveGallery(PORT)
process.stdout.write(`Gallery ${url}/gallery/\n`)
