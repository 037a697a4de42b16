(define-derived-mode keepalived-mode prog-mode "keepalived"
  (setq-local comment-start "# " indent-tabs-mode nil tab-width 4))
(add-to-list 'auto-mode-alist '("keepalived[^/]*\\.conf\\'" . keepalived-mode))
(with-eval-after-load 'lsp-mode
  (add-to-list 'lsp-language-id-configuration '(keepalived-mode . "keepalived"))
  (lsp-register-client
   (make-lsp-client :new-connection (lsp-stdio-connection '("kalint" "lsp"))
                    :activation-fn (lsp-activate-on "keepalived")
                    :initialization-options '(:target "debian-12")
                    :server-id 'kalint)))
(add-hook 'keepalived-mode-hook #'lsp)
