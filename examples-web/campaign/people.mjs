/** A list of people for the example and the proof, with numbers that are reserved for fiction. */

/** People with different numbers: `+1 NPA 555 01XX`. */
export const createPeople = (count) =>
  Array.from({ length: count }, (_, index) => {
    const area = 201 + Math.floor(index / 100);
    const line = String(index % 100).padStart(2, "0");
    return { phone: `+1${area}55501${line}`, name: `Person ${index + 1}` };
  });
