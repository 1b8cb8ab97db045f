/** For bash 3.2 and newer. Completing only directories, and adding a space after a file name, require bash 4. */
export const bash = `# bash completion for sales-audit.  eval "$(sales-audit completion bash)"

_sales_audit() {
  local paths reply
  COMPREPLY=()
  {
    IFS= read -r paths
    while IFS= read -r reply; do
      COMPREPLY+=("$reply")
    done
  } <<<"$(command sales-audit complete --shell bash --breaks "$COMP_WORDBREAKS" -- "\${COMP_LINE:0:COMP_POINT}" 2>/dev/null)"
  # Complete words already end in a space; for file names, the shell adds it.
  type compopt >/dev/null 2>&1 || return 0
  case $paths in
    none) compopt +o default +o bashdefault ;;
    folders) compopt +o default +o bashdefault -o plusdirs ;;
    *) ((\${#COMPREPLY[@]} > 0)) || compopt +o nospace ;;
  esac
}

complete -o bashdefault -o default -o nospace -F _sales_audit sales-audit
`;
