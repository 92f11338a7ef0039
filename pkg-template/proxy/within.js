/** Rejects if a promise does not settle within a time, in milliseconds. */
export const within = (promise, time, message) =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(message)), time);
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });
