/** Samples for the sandbox, which has no voices to play: a short tone, as a WAV file. */

const RATE = 8000;

/** A tone of a frequency in Hz and a duration in seconds, fading out. */
export const tone = (frequency, seconds) => {
  const count = Math.round(RATE * seconds);
  const file = Buffer.alloc(44 + count * 2);
  file.write("RIFF", 0);
  file.writeUInt32LE(36 + count * 2, 4);
  file.write("WAVEfmt ", 8);
  file.writeUInt32LE(16, 16);
  file.writeUInt16LE(1, 20);
  file.writeUInt16LE(1, 22);
  file.writeUInt32LE(RATE, 24);
  file.writeUInt32LE(RATE * 2, 28);
  file.writeUInt16LE(2, 32);
  file.writeUInt16LE(16, 34);
  file.write("data", 36);
  file.writeUInt32LE(count * 2, 40);
  for (let index = 0; index < count; index += 1) {
    const volume = 8000 * (1 - index / count);
    const sample = Math.round(volume * Math.sin((2 * Math.PI * frequency * index) / RATE));
    file.writeInt16LE(sample, 44 + index * 2);
  }
  return file;
};
