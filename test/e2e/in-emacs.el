;; What both scripts for Emacs tell in-emacs.mjs with: a line that begins with TELL is a name, a blank and a value.
(defun tell (name value) (princ (format "TELL %s %s\n" name value)))
(defun wait-for (what condition)
  (let ((left 400))
    (while (and (> left 0) (not (funcall condition)))
      (accept-process-output nil 0.05)
      (setq left (1- left)))
    (unless (funcall condition) (error "waited in vain for %s" what))))
