/** For fish 3.1 and newer. */
export const fish = `# fish completion for sales-audit.  sales-audit completion fish > ~/.config/fish/completions/sales-audit.fish

function __sales_audit_complete
    set -l words (commandline -opc)
    set -l token (commandline -ct)
    set -l answer (command sales-audit complete --shell fish -- $words[2..-1] "$token" 2>/dev/null)
    set -l paths (string split -m 1 ' ' -- $answer[1])
    set -e answer[1]
    string join \\n -- $answer
    # Split off a prefix of the path, such as csv:gaps=.
    set -l before "$paths[2]"
    set -l path (string sub -s (math 1 + (string length -- "$before")) -- "$token")
    switch "$paths[1]"
        case files
            string join \\n -- "$before"(complete -C "'' $path")
        case folders
            string join \\n -- "$before"(complete -C "'' $path" | string match -r '.*/(?:\\t.*)?$')
    end
end

complete -c sales-audit -e
complete -c sales-audit -f -a '(__sales_audit_complete)'
`;
