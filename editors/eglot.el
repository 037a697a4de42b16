(define-derived-mode keepalived-mode prog-mode "keepalived"
  (setq-local comment-start "# " indent-tabs-mode nil tab-width 4))
(add-to-list 'auto-mode-alist '("keepalived[^/]*\\.conf\\'" . keepalived-mode))
(with-eval-after-load 'eglot
  (add-to-list 'eglot-server-programs
               '(keepalived-mode . ("kalint" "lsp" :initializationOptions (:target "debian-12")))))
(add-hook 'keepalived-mode-hook #'eglot-ensure)
