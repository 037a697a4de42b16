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
  call KalintChange(a:found)
endfunction

" Instead of asking: the first code action, or the new name. Completions are taken in insert mode alone.
function! KalintAnswer() abort
  " Loads what is replaced.
  call ale#util#Mode()
  function! ale#util#Input(message, value, ...) abort
    let g:kalint_asked = a:message
    return a:message =~# 'name' ? 'chk_web' : '1'
  endfunction
  function! ale#util#Mode(...) abort
    return 'i'
  endfunction
endfunction

function! KalintWait(condition) abort
  for l:turn in range(200)
    if eval(a:condition) | break | endif
    sleep 50m
  endfor
endfunction

function! KalintChange(found) abort
  call KalintAnswer()
  call cursor(13, 8)
  call ale#completion#OmniFunc(1, '')
  call KalintWait('ale#completion#GetCompletionResult() isnot v:null')
  let l:result = ale#completion#GetCompletionResult()
  call add(a:found, 'completion ' . join(map(copy(l:result is v:null ? [] : l:result), 'v:val.word')))
  call cursor(15, 10)
  ALERename
  call KalintWait('getline(5) =~# "chk_web" && getline(15) =~# "chk_web"')
  call add(a:found, 'renamed ' . getline(5) . getline(15))
  call cursor(10, 10)
  ALECodeAction
  call KalintWait('getline(10) =~# "MASTER"')
  call add(a:found, 'actions ' . substitute(get(g:, 'kalint_asked', ''), '\n', ' ', 'g'))
  call add(a:found, 'fixed ' . getline(10))
endfunction
autocmd VimEnter * call timer_start(300, {-> KalintRun()})
