/** SVG plots of measurements: bars for each contender. */

import { parse, View } from "vega";
import { compile } from "vega-lite";

/** The chart of a measurement, as SVG. */
export const chart = ({ title, columns, chart: { keys, axis } }, { rows }) => {
  const values = Object.entries(rows).flatMap(([name, row]) =>
    keys
      .filter((key) => row[key] !== undefined)
      .map((key) => ({ name, series: columns[key].label, value: row[key] })),
  );
  const y = { field: "name", type: "nominal", sort: null, axis: { title: null, labelLimit: 300 } };
  const offset = keys.length > 1 ? { yOffset: { field: "series", sort: null } } : {};
  const color = { field: "series", sort: null, legend: { title: null, orient: "top", labelLimit: 400 } };
  const x = { field: "value", type: "quantitative", axis: { title: axis } };
  const format = { field: "value", type: "quantitative", format: `,.${columns[keys[0]].digits}f` };
  const spec = {
    title,
    background: "white",
    padding: 10,
    width: 480,
    height: { step: keys.length > 1 ? 13 : 20 },
    data: { values },
    encoding: { y, x, ...offset },
    layer: [
      { mark: "bar", encoding: keys.length > 1 ? { color } : {} },
      { mark: { type: "text", align: "left", dx: 3, fontSize: 9 }, encoding: { text: format } },
    ],
  };
  return new View(parse(compile(spec).spec), { renderer: "none" }).toSVG();
};
