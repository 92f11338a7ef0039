/** Certificates made on the spot, by openssl. */

import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A certificate that signs itself, for a name (`IP:127.0.0.1`) and so many days from now. */
export const makeCertificate = (alternative, days) => {
  const folder = mkdtempSync(join(tmpdir(), "synthflow-tls-"));
  const [key, request, cert] = ["key", "csr", "crt"].map((end) => join(folder, `a.${end}`));
  const openssl = (...args) => execFileSync("openssl", args, { stdio: "pipe" });
  try {
    const curve = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-keyout", key];
    const subject = ["-subj", "/CN=test", "-addext", `subjectAltName=${alternative}`];
    openssl("req", ...curve, ...subject, "-out", request);
    const signed = ["-in", request, "-signkey", key, "-copy_extensions", "copy", "-days", String(days)];
    openssl("x509", "-req", ...signed, "-out", cert);
    return { key: readFileSync(key), cert: readFileSync(cert) };
  } finally {
    rmSync(folder, { recursive: true });
  }
};
