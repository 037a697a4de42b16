" Drives the language server as ALE does; writes what it found to $KALINT_OUT.
set nocompatible hidden noswapfile viminfo=
packadd! ale
exe 'set runtimepath^=' . fnameescape($KALINT_GRAMMAR)
let g:ale_linters_explicit = 1
let g:ale_linters = {'keepalived': ['kalint']}
exe 'source ' . fnameescape($KALINT_SETUP)
filetype plugin on

function! KalintTexts() abort
  return map(copy(get(get(g:ale_buffer_info, bufnr(''), {}), 'loclist', [])), 'v:val.text')
endfunction

function! KalintRun() abort
  let l:found = []
  try
    call KalintLook(l:found)
  catch
    call add(l:found, 'problem ' . v:exception . ' at ' . v:throwpoint)
  endtry
  call writefile(l:found, $KALINT_OUT)
  qall!
endfunction

function! KalintLook(found) abort
  exe 'edit ' . fnameescape($KALINT_FILE)
  ALELint
  for l:turn in range(400)
    sleep 50m
    if match(KalintTexts(), 'MASTR') >= 0 | break | endif
  endfor
  call add(a:found, 'diagnostic ' . join(KalintTexts(), '; '))
  call cursor(13, 6)
  redir => l:hover
  ALEHover
  sleep 1500m
  redir END
  " Long texts go to a window of their own.
  let l:shown = map(range(1, bufnr('$')), 'bufname(v:val) =~# "keepalived.conf" ? "" : join(getbufline(v:val, 1, "$"))')
  call add(a:found, 'hover ' . substitute(l:hover, '\n', ' ', 'g') . join(l:shown))
  pclose
  call cursor(15, 10)
  ALEGoToDefinition
  sleep 1500m
  call add(a:found, 'definition ' . line('.'))
endfunction
autocmd VimEnter * call timer_start(300, {-> KalintRun()})
