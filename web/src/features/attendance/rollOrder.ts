// The roll is listed as the branch lists its members.
export { compareInList as compareInRoll } from '@hoi-truong/shared/organization'
