/** For PowerShell 5.1 and newer. */
export const powershell = `# PowerShell completion for sales-audit.  sales-audit completion powershell | Out-String | Invoke-Expression

Register-ArgumentCompleter -Native -CommandName 'sales-audit' -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)

    $words = @($commandAst.CommandElements |
        Select-Object -Skip 1 |
        Where-Object { $_.Extent.EndOffset -lt $cursorPosition } |
        ForEach-Object {
            if ($_ -is [System.Management.Automation.Language.StringConstantExpressionAst]) { $_.Value }
            else { $_.Extent.Text }
        })

    # The dot preserves an empty word, which PowerShell would drop.
    $answer = @(& sales-audit complete --shell powershell '--' @words ".$wordToComplete" 2>$null)
    if ($answer.Count -eq 0) { return }

    $answer | Select-Object -Skip 1 | ForEach-Object {
        $word, $description = $_ -split "\`t", 2
        [System.Management.Automation.CompletionResult]::new($word, $word, 'ParameterValue', $description)
    }

    # Without any result, PowerShell would offer files.
    if ($answer.Count -eq 1 -and $answer[0] -eq 'none') { '' }
}
`;
