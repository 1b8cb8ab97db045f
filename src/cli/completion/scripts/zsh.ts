/** For zsh 5 and newer. Evaluate it, or save it as `_sales-audit` in a folder of `fpath`. */
export const zsh = `#compdef sales-audit
# zsh completion for sales-audit.  eval "$(sales-audit completion zsh)"

_sales-audit() {
  local -a answer whole open
  local line paths
  local -i before found=1
  answer=("\${(@f)$(command sales-audit complete --shell zsh -- "\${(@Q)words[2,CURRENT-1]}" "\${(Q)PREFIX}" 2>/dev/null)}")
  paths=\${answer[1]%% *}
  before=\${answer[1]##* }
  for line in "\${(@)answer[2,-1]}"; do
    case $line in
      ' '*) whole+=("\${line#?}") ;;
      '='*) open+=("\${line#?}") ;;
    esac
  done
  (( $#whole )) && _describe -t values value whole && found=0
  (( $#open )) && _describe -t values value open -S '' && found=0
  case $paths in
    files) compset -p $before; _files && found=0 ;;
    folders) compset -p $before; _path_files -/ && found=0 ;;
  esac
  return $found
}

if [[ $funcstack[1] == _sales-audit ]]; then
  _sales-audit "$@"
else
  (( $+functions[compdef] )) || { autoload -Uz compinit && compinit -i }
  compdef _sales-audit sales-audit
fi
`;
