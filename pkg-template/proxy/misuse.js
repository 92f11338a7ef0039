/** What a function of the server's own has returned, and should not have: the message is ours, and can be logged. */
export class Misuse extends TypeError {}
