/** Draws bars with Chart.js: only the parts that bars need are in the page. */

import { BarController, BarElement, CategoryScale, Chart, LinearScale, Tooltip } from "chart.js";

Chart.register(BarController, BarElement, CategoryScale, LinearScale, Tooltip);

const property = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

/** A color of the theme, as Chart.js understands it: `light-dark()` is resolved by an element. */
const resolved = (name) => {
  const probe = document.createElement("span");
  probe.style.color = property(name);
  document.body.append(probe);
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color;
};

/** A label in lines of some 15 characters, so that it is not cut. */
const lines = (label) => label.match(/.{1,15}(?=\s|$)|\S+/g)?.map((line) => line.trim()) ?? [label];

/** Draws rows of `label` and `number` on a canvas; `isLying` for bars from left to right. */
export const draw = (canvas, rows, { isLying }) => {
  const [text, line, bar] = ["--quiet", "--line", "--accent"].map(resolved);
  const numbers = { beginAtZero: true, ticks: { color: text, precision: 0 }, grid: { color: line } };
  // A day without its name is clear by its neighbors; a reason is not.
  const ticks = { color: text, maxRotation: 0, autoSkipPadding: 12, autoSkip: !isLying };
  const names = { ticks, grid: { display: false } };
  return new Chart(canvas, {
    type: "bar",
    data: {
      labels: rows.map(({ label }) => (isLying ? lines(label) : label)),
      datasets: [{ data: rows.map(({ number }) => number), backgroundColor: bar, borderRadius: 3 }],
    },
    options: {
      animation: false,
      maintainAspectRatio: false,
      indexAxis: isLying ? "y" : "x",
      scales: isLying ? { x: numbers, y: names } : { x: names, y: numbers },
    },
  });
};
