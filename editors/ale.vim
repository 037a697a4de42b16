autocmd BufRead,BufNewFile keepalived*.conf,*.keepalived.conf setfiletype keepalived
function! KalintRoot(buffer) abort
  let l:found = ale#path#FindNearestFile(a:buffer, 'kalint.json')
  return empty(l:found) ? fnamemodify(bufname(a:buffer), ':p:h') : fnamemodify(l:found, ':h')
endfunction
function! KalintDefine() abort
  call ale#linter#Define('keepalived', {
  \   'name': 'kalint',
  \   'lsp': 'stdio',
  \   'executable': 'kalint',
  \   'command': '%e lsp',
  \   'language': 'keepalived',
  \   'project_root': function('KalintRoot'),
  \   'initialization_options': {'target': 'debian-12'},
  \ })
endfunction
autocmd VimEnter * call KalintDefine()
