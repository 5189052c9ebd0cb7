"""Pages -> a site: a MkDocs build, a folder of Markdown, a configuration for other builders."""
