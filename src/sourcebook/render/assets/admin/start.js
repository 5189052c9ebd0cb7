/* Starts the editor: with our file formats and our own copy of its texts. Nothing is asked of another host but the repository's. */
(function () {
  "use strict";
  const { cms, vendor, language } = globalThis.sourcebookForms, formats = globalThis.sourcebookFormats, CDN = "https://unpkg.com/@sveltia/cms";
  // It asks a host for its texts in other languages and for news of itself; the former are here, the latter nobody needs.
  const fetched = globalThis.fetch;
  globalThis.fetch = function (asked, options) {
    const address = String(asked?.url ?? asked);
    if (!address.startsWith(CDN)) return fetched.call(globalThis, asked, options);
    const file = /\/locales\/([\w-]+\.json)$/.exec(address);
    return file ? fetched.call(globalThis, `${vendor}${file[1]}`, options) : Promise.resolve(new Response("", { status: 404 }));
  };
  Object.defineProperty(navigator, "languages", { value: [language] });
  Object.defineProperty(navigator, "language", { value: language });
  const CMS = globalThis.CMS;
  // The editor shows what is wrong only if it is put like this.
  function telling(write) {
    return form => { try { return write(form); } catch (error) { throw new Error("saving_failed", { cause: error }); } };
  }
  for (const [kind, ending] of [["entity", "yml"], ["article", "md"], ["page", "md"]]) {
    CMS.registerCustomFormat(`sourcebook-${kind}`, ending, { fromFile: formats[`${kind}Form`], toFile: telling(formats[`${kind}Text`]) });
  }
  cms.site_url = cms.display_url = new URL("../", location.href).href;
  CMS.init({ config: cms });
})();
