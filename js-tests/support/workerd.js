/** The configuration of workerd for a worker with the core, on loopback. */

/**
 * `main` and `wasm` are paths from the configuration, `port` that of the server unless the command line gives it, `bindings` more
 * fields of the worker, `network` more fields of what it may reach.
 */
export const workerdConfig = ({
  main = "worker.js",
  wasm = "synthflow_bg.wasm",
  port,
  date = "2026-01-01",
  bindings = "",
  network = "",
}) => `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [
    (name = "main", worker = (
      modules = [
        (name = "worker.js", esModule = embed "${main}"),
        (name = "synthflow_bg.wasm", wasm = embed "${wasm}"),
      ],
      compatibilityDate = "${date}",
      ${bindings}
      globalOutbound = "loopback",
    )),
    (name = "loopback", network = (allow = ["private", "local"], ${network})),
  ],
  sockets = [(name = "http", ${port ? `address = "127.0.0.1:${port}", ` : ""}http = (), service = "main")],
);
`;
