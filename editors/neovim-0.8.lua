vim.api.nvim_create_autocmd("FileType", {
  pattern = "keepalived",
  callback = function(event)
    vim.lsp.start({
      name = "kalint",
      cmd = { "kalint", "lsp" },
      root_dir = vim.fs.dirname(vim.fs.find({ "kalint.json", ".git" }, { upward = true, path = event.file })[1]),
      init_options = { target = "debian-12" },
    })
  end,
})
