export { levels } from '../spec/level.ts'
