/** What a program without a package does: bare `fetch`, and the fair floor, `fetch` with a timeout and a status check. */

/** Only what is needed to get the response. */
export class RawClient {
  constructor({ baseURL, fetch = globalThis.fetch }) {
    this.baseURL = baseURL;
    this.fetch = fetch;
  }

  async post(path, body) {
    const { fetch } = this;
    const response = await fetch(this.baseURL + path, {
      method: "POST",
      headers: { authorization: "Bearer test", "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    return JSON.parse(await response.text());
  }

  async get(path) {
    const { fetch } = this;
    const response = await fetch(this.baseURL + path, { headers: { authorization: "Bearer test" } });
    return JSON.parse(await response.text());
  }
}

/** The least that a program in production needs: the timeout covers the body, and other statuses are errors. */
export class TimedClient {
  constructor({ baseURL, fetch = globalThis.fetch }) {
    this.baseURL = baseURL;
    this.fetch = fetch;
  }

  async request(path, init) {
    const { fetch } = this;
    const controller = new AbortController();
    const timer = setTimeout(() => controller.abort(), 60_000);
    try {
      const response = await fetch(this.baseURL + path, { ...init, signal: controller.signal });
      const text = await response.text();
      if (!response.ok) throw new Error(`status ${response.status}: ${text}`);
      return JSON.parse(text);
    } finally {
      clearTimeout(timer);
    }
  }

  post(path, body) {
    return this.request(path, {
      method: "POST",
      headers: { authorization: "Bearer test", "content-type": "application/json" },
      body: JSON.stringify(body),
    });
  }

  get(path) {
    return this.request(path, { headers: { authorization: "Bearer test" } });
  }
}
