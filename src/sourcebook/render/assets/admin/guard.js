/* Before GitHub and GitLab store a file, looks whether it is still the one that was opened. They would put the new one in its place,
   and what others wrote meanwhile would be gone. (Gitea and Forgejo look by themselves.) */
(function () {
  "use strict";
  const opened = new Map();
  /* What was written, out of which file. A form that is saved again still holds the file that it was opened with. */
  function note(before, after) {
    const all = opened.get(before) ?? new Set([before]);
    all.add(after);
    opened.set(before, all);
    opened.set(after, all);
  }
  const known = (after, now) => !opened.has(after) || now === null || opened.get(after).has(now);
  const told = path => `Others have changed ${path} since it was opened here. Copy what you wrote, reload the page, and put it in again.`;
  function decoded(base64) { return new TextDecoder().decode(Uint8Array.from(atob(base64), sign => sign.charCodeAt(0))); }

  async function github(ask, address, options) {
    const { input } = JSON.parse(options.body).variables, [owner, name] = input.branch.repositoryNameWithOwner.split("/");
    for (const { path, contents } of input.fileChanges.additions) {
      const query = "query($owner: String!, $name: String!, $at: String!) { repository(owner: $owner, name: $name) { object(expression: $at) { ... on Blob { text } } } }";
      const answer = await ask(address, { ...options, body: JSON.stringify({ query, variables: { owner, name, at: `${input.expectedHeadOid}:${path}` } }) });
      const now = (await answer.json()).data?.repository?.object?.text ?? null;
      if (!known(decoded(contents), now)) return new Response(JSON.stringify({ errors: [{ message: told(path) }], message: told(path) }), { status: 409, headers: { "Content-Type": "application/json" } });
    }
    return null;
  }
  async function gitlab(ask, address, options) {
    const { actions, branch, start_branch: start } = JSON.parse(options.body), { method, body, ...rest } = options;
    for (const { action, file_path: path, content, encoding } of actions) {
      if (action !== "update") continue;
      const file = address.replace(/\/repository\/commits$/, `/repository/files/${encodeURIComponent(path)}/raw?ref=${encodeURIComponent(start ?? branch)}`);
      const answer = await ask(file, rest), now = answer.ok ? await answer.text() : null;
      if (!known(encoding === "base64" ? decoded(content) : content, now)) return new Response(JSON.stringify({ message: told(path) }), { status: 409, headers: { "Content-Type": "application/json" } });
    }
    return null;
  }
  /* As `fetch`, but nothing is stored over what others wrote. */
  function guarded(ask) {
    return async (asked, options) => {
      const address = String(asked?.url ?? asked), body = options?.method === "POST" && typeof options.body === "string" ? options.body : "";
      const look = /\/graphql$/.test(address) && body.includes("createCommitOnBranch") ? github : /\/repository\/commits$/.test(address) && body ? gitlab : null;
      return (look && (await look(ask, address, options))) || ask(asked, options);
    };
  }
  globalThis.sourcebookGuard = { note, guarded };
})();
