/**
 * The code that embeds a widget of the second version: an iframe with the ids of the agent and the widget. The address of
 * newer widgets is published nowhere, so their code is copied from the dashboard, and never made here.
 */

/** Whether a text can be an id in the address. */
export const isId = (text) => /^[\w.-]+$/.test(text);

/** The address of the widget. */
export const widgetUrl = (agentId, widgetId) =>
  `https://widget.synthflow.ai/widget/v2/${encodeURIComponent(agentId)}/${encodeURIComponent(widgetId)}`;

/** The HTML to copy. */
export const embedCode = (agentId, widgetId) =>
  `<iframe id="audio_iframe" src="${widgetUrl(agentId, widgetId)}" allow="microphone" width="400" height="600" style="border: 0"></iframe>`;
