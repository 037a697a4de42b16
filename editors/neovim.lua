vim.filetype.add({
  filename = { ["keepalived.conf"] = "keepalived" },
  pattern = { ["keepalived.*%.conf"] = "keepalived", [".*%.keepalived%.conf"] = "keepalived" },
})
vim.lsp.config("kalint", {
  cmd = { "kalint", "lsp" },
  filetypes = { "keepalived" },
  root_markers = { "kalint.json", ".git" },
  settings = { kalint = { target = "debian-12" } },
})
vim.lsp.enable("kalint")
