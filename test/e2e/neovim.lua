-- Drives the language server as Neovim 0.7 and later do. Every line on stdout is a name, a blank and JSON.
local command = vim.split(assert(vim.env.KALINT_SERVER), ' ')
local file = assert(vim.env.KALINT_FILE)

local function tell(name, value)
  io.stdout:write(name .. ' ' .. vim.fn.json_encode(value) .. '\n')
end

local function wait(what, condition)
  assert(vim.wait(10000, condition, 20), 'waited in vain for ' .. what)
end

local function has_rule(buffer, rule)
  for _, one in ipairs(vim.diagnostic.get(buffer)) do
    if one.code == rule or (one.user_data and one.user_data.lsp and one.user_data.lsp.code == rule) then return one end
  end
end

local ok, problem = pcall(function()
  vim.cmd('edit ' .. vim.fn.fnameescape(file))
  local buffer = vim.api.nvim_get_current_buf()
  vim.bo.expandtab = true
  vim.bo.shiftwidth = 4
  local id = assert(vim.lsp.start_client({ name = 'kalint', cmd = command, root_dir = vim.fn.fnamemodify(file, ':h:h') }))
  vim.lsp.buf_attach_client(buffer, id)
  wait('the server', function()
    local client = vim.lsp.get_client_by_id(id)
    return client and client.initialized
  end)
  local client = vim.lsp.get_client_by_id(id)

  local function request(method, line, column)
    vim.api.nvim_win_set_cursor(0, { line, column })
    local params = vim.lsp.util.make_position_params(0, client.offset_encoding)
    local replies = assert(vim.lsp.buf_request_sync(buffer, method, params, 5000), 'no reply to ' .. method)
    local reply = assert(replies[id], 'no reply to ' .. method)
    assert(not reply.err and not reply.error, vim.inspect(reply))
    return reply.result
  end

  wait('diagnostics', function() return has_rule(buffer, 'invalid-argument') end)
  local found = has_rule(buffer, 'invalid-argument')
  tell('diagnostic', { line = found.lnum + 1, column = found.col + 1, message = found.message })

  tell('hover', request('textDocument/hover', 13, 6).contents.value)
  local items = request('textDocument/completion', 13, 8)
  local labels = {}
  for _, item in ipairs(items.items or items) do table.insert(labels, item.label) end
  tell('completion', labels)
  local places = request('textDocument/definition', 15, 10)
  tell('definition', { line = places[1].range.start.line + 1 })

  local function apply(edit) vim.lsp.util.apply_workspace_edit(edit, client.offset_encoding) end
  vim.api.nvim_win_set_cursor(0, { 15, 10 })
  local rename = vim.lsp.util.make_position_params(0, client.offset_encoding)
  rename.newName = 'chk_web'
  apply(vim.lsp.buf_request_sync(buffer, 'textDocument/rename', rename, 5000)[id].result)
  tell('renamed', { vim.api.nvim_buf_get_lines(buffer, 4, 5, false)[1], vim.api.nvim_buf_get_lines(buffer, 14, 15, false)[1] })

  vim.api.nvim_win_set_cursor(0, { 10, 10 })
  local actions = vim.lsp.util.make_range_params(0, client.offset_encoding)
  actions.context = { diagnostics = {} }
  local offered = vim.lsp.buf_request_sync(buffer, 'textDocument/codeAction', actions, 5000)[id].result
  local titles = {}
  for _, one in ipairs(offered) do table.insert(titles, one.title) end
  tell('actions', titles)
  local fix = offered[1]
  if not fix.edit then fix = client.request_sync('codeAction/resolve', fix, 5000, buffer).result end
  apply(fix.edit)
  tell('fixed', vim.api.nvim_buf_get_lines(buffer, 9, 10, false)[1])
  vim.api.nvim_buf_set_lines(buffer, 9, 10, false, { '  state MASTR' })

  if vim.lsp.buf.format then vim.lsp.buf.format({ timeout_ms = 5000 }) else vim.lsp.buf.formatting_sync(nil, 5000) end
  tell('formatted', vim.api.nvim_buf_get_lines(buffer, 9, 10, false)[1])

  vim.api.nvim_buf_set_lines(buffer, 9, 10, false, { '    state MASTER' })
  wait('the finding to go', function() return not has_rule(buffer, 'invalid-argument') end)
  tell('cleared', true)
  vim.lsp.stop_client(id)
end)
if not ok then
  tell('problem', tostring(problem))
  vim.cmd('cquit 1')
end
vim.cmd('qall!')
